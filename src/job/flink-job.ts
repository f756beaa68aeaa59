import { bindJarJob, submittedJar } from './bind-jar-job';
import { bindPythonJob } from './bind-python-job';
import { bindSqlJob } from './bind-sql-job';
import { FlinkJobConfig } from './flink-job-config';
import { JarJobProps } from './jar-job';
import { JobContext } from './job-context';
import { JobProps, JobState } from './job-props';
import { PythonJobProps } from './python-job';
import { refuseJobProps } from './refuse-job-props';
import { SqlJobProps } from './sql-job';

/** What runs. */
export class FlinkJob {
  /** A Java or Scala job in a jar: at an address, or an artifact that is brought into the pods. */
  public static jar(props: JarJobProps): FlinkJob {
    return new FlinkJob(props, (context) => bindJarJob(props, context), props.uri === undefined ? undefined : submittedJar(props.uri, props));
  }

  /** A Python program in the image, which must have Python and `apache-flink` of the cluster's Flink. */
  public static python(props: PythonJobProps): FlinkJob {
    return new FlinkJob(props, (context) => bindPythonJob(props, context));
  }

  /** A script of SQL statements, mounted into the JobManager, and the jar that runs it. */
  public static sql(props: SqlJobProps): FlinkJob {
    return new FlinkJob(props, (context) => bindSqlJob(props, context));
  }

  private constructor(
    /** How it starts and how it is upgraded. */
    public readonly props: JobProps,
    private readonly bound: (context: JobContext) => FlinkJobConfig,
    private readonly submitted?: FlinkJobConfig,
  ) {}

  /** @internal */
  public _bind(context: JobContext): FlinkJobConfig {
    return this.started(this.bound(context));
  }

  /**
   * What the operator submits to a session cluster; nothing where the job needs pods of its own.
   * @internal
   */
  public _submitted(): FlinkJobConfig | undefined {
    return this.submitted === undefined ? undefined : this.started(this.submitted);
  }

  private started(config: FlinkJobConfig): FlinkJobConfig {
    refuseJobProps(this.props);
    return this.props.state === JobState.SUSPENDED ? { ...config, findings: [...config.findings ?? [], NEVER_STARTED] } : config;
  }
}

const NEVER_STARTED = {
  code: 'suspended-job',
  message: 'the job is suspended: if this is its first deployment, nothing is started at all',
  fix: 'deploy it running, and suspend it later',
};
