import { Duration, Size } from 'cdk8s';
import { ParallelismAlignment } from './parallelism-alignment';
import { Cpu } from '../units/cpu';

/** How busy the vertices of the job shall be, as shares of one. Refused with `[scaling-value]`. */
export interface UtilizationTarget {
  /**
   * Above 0 to 1. Option `job.autoscaler.utilization.target`, for operator 1.10 `job.autoscaler.target.utilization`.
   * @default - what the plan aims at
   */
  readonly target?: number;
  /**
   * Less busy than this, the job is scaled down; 0 to the target. Option `job.autoscaler.utilization.min`; operator
   * 1.10 only knows `job.autoscaler.target.utilization.boundary`, so there it must lie as far from the target as `max`.
   * @default - 0.2 below the target, as in the operator's documentation; the operator by itself would take 0.3
   */
  readonly min?: number;
  /**
   * Busier than this, the job is scaled up; the target to 1. Option `job.autoscaler.utilization.max`, for operator 1.10 as for `min`.
   * @default - 0.2 above the target, as in the operator's documentation; the operator by itself would take 0.3, which is close to no reserve
   */
  readonly max?: number;
}

/** What holds for each vertex of the job graph. */
export interface VertexScaling {
  /**
   * From 1 to the job's parallelism. Option `job.autoscaler.vertex.min-parallelism`. Refused with `[scaling-value]`.
   * @default - as few as the state lets: what the load does not need, its disks or heap may
   */
  readonly minParallelism?: number;
  /**
   * From the job's parallelism to its max parallelism, above which the option does nothing, and no further than there are
   * network buffers for. Option `job.autoscaler.vertex.max-parallelism`. Refused with `[scaling-value]`.
   * @default - the least of max parallelism, partitions of the source, and what network buffers allow
   */
  readonly maxParallelism?: number;
  /**
   * Vertices that keep their parallelism, by their ids of 32 hexadecimal digits, as the REST API of the job shows them.
   * What stands behind them is still scaled. Option `job.autoscaler.vertex.exclude.ids`. Refused with `[scaling-value]`.
   * @default - none
   */
  readonly excluded?: string[];
  /**
   * How a parallelism is fitted to key groups and partitions. Refused with `[scaling-option-of-other-version]`.
   * @default - the operator's own: balanced from 1.16, evenly spread before
   */
  readonly alignment?: ParallelismAlignment;
}

/** How soon, how much and how often. Refused with `[scaling-value]`. */
export interface ScalingPace {
  /**
   * What the averages are taken over; 3 to 60 minutes do well. At least the operator's reconcile interval, or refused with
   * `[metrics-window]`. Option `job.autoscaler.metrics.window`.
   * @default - 15 minutes, the operator's own: a rescale is a restart, and a shorter window takes a ripple for a tide
   */
  readonly metricsWindow?: Duration;
  /**
   * Nothing is measured or done for so long after a start. Option `job.autoscaler.stabilization.interval`.
   * @default - 5 minutes, the operator's own
   */
  readonly stabilization?: Duration;
  /**
   * How long less must be enough before the job is scaled down; zero for at once. Option `job.autoscaler.scale-down.interval`.
   * @default - 1 hour, the operator's own
   */
  readonly scaleDownInterval?: Duration;
  /**
   * By what part of itself a vertex may grow in one step: 1 doubles it. Zero or more. Option `job.autoscaler.scale-up.max-factor`.
   * @default - 100,000: without limit
   */
  readonly maxScaleUp?: number;
  /**
   * What part of itself a vertex may lose in one step, 0 to 1; 0 never scales down. Option `job.autoscaler.scale-down.max-factor`.
   * @default - 0.6
   */
  readonly maxScaleDown?: number;
}

/** What a rescale costs, and how soon that must be made good. Refused with `[scaling-value]`. */
export interface RestartAllowance {
  /**
   * How long a rescale stops the job. Option `job.autoscaler.restart.time`.
   * @default - as the plan reckons a restart
   */
  readonly time?: Duration;
  /**
   * Learns how long restarts take, and believes up to so much. Options `job.autoscaler.restart.time-tracking.enabled` and `….limit`.
   * @default - not learnt
   */
  readonly trackedUpTo?: Duration;
  /**
   * How soon what has gathered must be worked off; zero for no matter when. Option `job.autoscaler.catch-up.duration`.
   * @default - what the recovery time objective leaves after a restart, or 30 minutes
   */
  readonly catchUp?: Duration;
}

/** What all TaskManagers together may request; the autoscaler does not count the JobManager. Refused with `[autoscaler-quota]` below what the job starts with. */
export interface ScalingQuota {
  /**
   * Option `job.autoscaler.quota.cpu`.
   * @default - what the budget leaves
   */
  readonly cpu?: Cpu;
  /**
   * Option `job.autoscaler.quota.memory`.
   * @default - what the budget leaves
   */
  readonly memory?: Size;
}
