import { FlinkJobConfig } from './flink-job-config';
import { JobArtifact } from './job-artifact';
import { JobContext } from './job-context';
import { FlinkVersion } from '../flink/flink-version';
import { Refusal } from '../refusal';

/** Runs a script of SQL statements. */
export class SqlRunner {
  /**
   * Flink's own, from Flink 2.0: class `SqlDriver`, with the SQL gateway's jar from `opt` of the image.
   * Refused with `[sql-runner]` on an older one.
   */
  public static builtIn(): SqlRunner {
    return new SqlRunner(({ flinkVersion }, script) => {
      if (!flinkVersion.isAtLeast(FlinkVersion.V2_0)) {
        throw new Refusal({
          code: 'sql-runner',
          what: 'this Flink runs no script by itself',
          got: flinkVersion.toString(),
          allowed: `${FlinkVersion.V2_0} and newer`,
          fix: 'pass a runner of your own: `runner: SqlRunner.jar(JobArtifact.inImage("/opt/flink/job/sql-runner.jar"))`',
        });
      }
      return {
        // Flink would find the jar without being told, but the operator deploys no Java job without a jar.
        jarUri: `local:///opt/flink/opt/flink-sql-gateway-${flinkVersion.exact}.jar`,
        entryClass: 'org.apache.flink.table.runtime.application.SqlDriver',
        args: ['--scriptUri', `file://${script}`],
      };
    });
  }

  /**
   * A jar of your own, whose main method takes the path of the script as its one argument, as the operator's example
   * `flink-sql-runner-example` does.
   * @param artifact the jar
   * @param entryClass class with the main method; left out, the jar's manifest says
   */
  public static jar(artifact: JobArtifact, entryClass?: string): SqlRunner {
    return new SqlRunner((context, script) => ({ ...artifact._bind(context), entryClass, args: [script] }));
  }

  private constructor(private readonly bound: (context: JobContext, script: string) => Omit<FlinkJobConfig, 'kind'>) {}

  /** @internal */
  public _bind(context: JobContext, script: string): Omit<FlinkJobConfig, 'kind'> {
    return this.bound(context, script);
  }
}
