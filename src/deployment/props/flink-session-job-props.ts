import { HostedJob } from './hosted-job';
import { FlinkJob } from '../../job/flink-job';
import { IFlinkSession } from '../tree/flink-session';

/** A job of a session cluster. */
export interface FlinkSessionJobProps extends HostedJob {
  /**
   * The session cluster, in the namespace of the job. A `TunedFlinkSession` has been sized for this workload, and
   * `parallelism`, `maxParallelism` and `calibration` are said there; for another one they are said here.
   */
  readonly session: IFlinkSession;
  /** What runs. The operator fetches its jar, from release 1.15 by https alone unless it is configured otherwise. Nothing that needs pods of its own: refused with `[session-job-pods]`. */
  readonly job: FlinkJob;
  /**
   * Name of the FlinkSessionJob: lower-case letters, digits, dashes and dots.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Flink options of this job that win over everything derived, and options of the operator. One that only a whole cluster can
   * have is refused with `[cluster-option-of-job]`.
   * @default - none
   */
  readonly flinkConfiguration?: { [key: string]: string };
  /**
   * Restarts the job when it changes, which a person does on purpose. Field `spec.restartNonce`.
   * @default - none
   */
  readonly restartNonce?: number;
}
