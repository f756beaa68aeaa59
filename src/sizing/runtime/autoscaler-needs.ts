import { Duration } from 'cdk8s';

/** What the operator's autoscaler would need to run this plan, should it be switched on. Nothing of it is written while it is off. */
export interface AutoscalerNeeds {
  /** Busy share that it should aim at. Operator option `job.autoscaler.target.utilization` (`job.autoscaler.utilization.target` from 1.11). */
  readonly targetUtilization: number;
  /** Fewest parallel instances of a vertex, so that the state still fits disk or heap of fewer pods. Operator option `job.autoscaler.vertex.min-parallelism`. */
  readonly minParallelism: number;
  /** Most parallel instances of a vertex, never above the source's partitions nor `networkParallelism`. Operator option `job.autoscaler.vertex.max-parallelism`. */
  readonly maxParallelism: number;
  /** Most parallel instances of a vertex for which the TaskManagers have network buffers; more would fail to start. */
  readonly networkParallelism: number;
  /** How long a rescale stops the job. Operator option `job.autoscaler.restart.time`. */
  readonly restartTime: Duration;
  /** How soon what has gathered must be worked off. Operator option `job.autoscaler.catch-up.duration`. */
  readonly catchUpDuration: Duration;
}
