import { FlinkJobConfig } from './flink-job-config';
import { bindJarJob, JarJobProps } from './jar-job';
import { JobProps } from './job-props';
import { StrategyContext } from '../strategy/strategy-context';

/** What runs. */
export class FlinkJob {
  /** A Java or Scala job in a jar. */
  public static jar(props: JarJobProps): FlinkJob {
    return new FlinkJob(props, () => bindJarJob(props));
  }

  private constructor(
    /** How it starts and how it is upgraded. */
    public readonly props: JobProps,
    private readonly bound: (context: StrategyContext) => FlinkJobConfig,
  ) {}

  /** @internal */
  public _bind(context: StrategyContext): FlinkJobConfig {
    return this.bound(context);
  }
}
