import { JobProps } from './job-props';
import { SqlRunner } from './sql-runner';

/** A script of SQL statements. */
export interface SqlJobProps extends JobProps {
  /**
   * The statements, each ended by a semicolon; several INSERTs belong into one statement set: up to Flink 2.2 an application runs one job.
   * The text lies in a ConfigMap, so a secret in it is refused with `[plain-text-credential]`; empty, or above 1 MiB, it is
   * refused with `[sql-script]`. A change upgrades the job.
   */
  readonly script: string;
  /**
   * What runs it. What else the script needs, connectors above all, is in the image.
   * @default SqlRunner.builtIn()
   */
  readonly runner?: SqlRunner;
}
