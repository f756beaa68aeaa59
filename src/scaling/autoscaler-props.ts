import { Duration, Size } from 'cdk8s';
import { AutoscalerPlugin } from './autoscaler-plugin';
import { ExcludedPeriod } from './excluded-period';
import { ParallelismAlignment } from './parallelism-alignment';
import { Rescaling } from './rescaling';
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

/**
 * TaskManagers get less memory where they need less, never more than the plan gave them. Each change is a full upgrade.
 * Option `job.autoscaler.memory.tuning.enabled`.
 */
export interface MemoryTuning {
  /**
   * Spare share above what is used, 0 to 1. Option `job.autoscaler.memory.tuning.overhead`. Refused with `[scaling-value]`.
   * @default - 0.2
   */
  readonly overhead?: number;
  /**
   * Whether what is saved goes to managed memory, and so to RocksDB. Option `job.autoscaler.memory.tuning.maximize-managed-memory`.
   * @default false
   */
  readonly maximizeManagedMemory?: boolean;
  /**
   * Whether each TaskManager gets more when there are fewer. Option `job.autoscaler.memory.tuning.scale-down-compensation.enabled`.
   * @default true
   */
  readonly scaleDownCompensation?: boolean;
}

/** How much pressure on the heap stops all scaling. Refused with `[scaling-value]`. */
export interface MemoryPressure {
  /**
   * Share of time in garbage collection, 0 to 1. Option `job.autoscaler.memory.gc-pressure.threshold`.
   * @default - 1: never
   */
  readonly garbageCollection?: number;
  /**
   * Share of the heap in use, 0 to 1. Option `job.autoscaler.memory.heap-usage.threshold`.
   * @default - 1: never
   */
  readonly heapUsage?: number;
}

/** What one number is made of the busy time of all subtasks. */
export enum BusyTimeAggregator {
  /** The busiest counts, which allows for skew. */
  MAX = 'MAX',
  /** The average, steadier where the load is even. */
  AVG = 'AVG',
  /** The least busy. */
  MIN = 'MIN',
}

/** How the load is measured. Refused with `[scaling-value]`. */
export interface LoadObservation {
  /**
   * Option `job.autoscaler.metrics.busy-time.aggregator`.
   * @default BusyTimeAggregator.MAX
   */
  readonly busyTime?: BusyTimeAggregator;
  /**
   * While the source is further behind than this, the job is not scaled down. Option `job.autoscaler.backlog-processing.lag-threshold`.
   * @default - 5 minutes
   */
  readonly backlogLag?: Duration;
  /**
   * From so far behind on the rate is observed and not reckoned from busy time. Option `job.autoscaler.observed-true-processing-rate.lag-threshold`.
   * @default - 30 seconds
   */
  readonly observedRateLag?: Duration;
  /**
   * Observations that it takes, from 1. Option `job.autoscaler.observed-true-processing-rate.min-observations`.
   * @default - 2
   */
  readonly observedRateMinObservations?: number;
  /**
   * By how much the reckoned rate must be off, as a share. Zero or more. Option `job.autoscaler.observed-true-processing-rate.switch-threshold`.
   * @default - 0.15
   */
  readonly observedRateSwitch?: number;
}

/** Learns how much a further subtask really adds, in the place of its full share. Operator 1.12 and newer. Option `job.autoscaler.observed-scalability.enabled`. */
export interface ObservedScalability {
  /**
   * Never believes in less than this, 0.01 to 1. Option `job.autoscaler.observed-scalability.coefficient-min`. Refused with `[scaling-value]`.
   * @default - 0.5
   */
  readonly minCoefficient?: number;
  /**
   * Rescales that it takes, from 1; so many are kept. Option `job.autoscaler.observed-scalability.min-observations`.
   * Refused with `[scaling-value]` above `history.maxCount`.
   * @default - 3
   */
  readonly minObservations?: number;
}

/** Scales a vertex up no further when the last time helped little. Option `job.autoscaler.scaling.effectiveness.detection.enabled`. */
export interface EffectivenessDetection {
  /**
   * Share of the expected gain that must have come, 0 to 1. Option `job.autoscaler.scaling.effectiveness.threshold`. Refused with `[scaling-value]`.
   * @default - 0.1
   */
  readonly threshold?: number;
}

/** What is remembered, in a ConfigMap `autoscaler-<name>`. Refused with `[scaling-value]`. */
export interface ScalingHistory {
  /**
   * Decisions for each vertex, from 1. Option `job.autoscaler.history.max.count`.
   * @default - 3
   */
  readonly maxCount?: number;
  /**
   * Option `job.autoscaler.history.max.age`.
   * @default - 1 day
   */
  readonly maxAge?: Duration;
}

/** What is known better than by the plan and the operator; what is left out is derived, or the operator's own. */
export interface AutoscalerProps {
  /**
   * What happens when a better parallelism is found.
   * @default Rescaling.inPlace()
   */
  readonly rescaling?: Rescaling;
  /**
   * How busy the job shall be.
   * @default - what the plan aims at, 0.2 up and down
   */
  readonly utilization?: UtilizationTarget;
  /**
   * What holds for each vertex.
   * @default - as many subtasks as the plan allows
   */
  readonly vertices?: VertexScaling;
  /**
   * How soon, how much and how often.
   * @default - the operator's own
   */
  readonly pace?: ScalingPace;
  /**
   * What a rescale costs.
   * @default - as the plan reckons it
   */
  readonly restart?: RestartAllowance;
  /**
   * When nothing is rescaled. Option `job.autoscaler.excluded.periods`.
   * @default - never
   */
  readonly excludedPeriods?: ExcludedPeriod[];
  /**
   * What all TaskManagers together may request.
   * @default - what the budget leaves; without one, no limit
   */
  readonly quota?: ScalingQuota;
  /**
   * Smaller TaskManagers where they need less.
   * @default - they stay as planned
   */
  readonly memoryTuning?: MemoryTuning;
  /**
   * When a lack of heap stops all scaling.
   * @default - never
   */
  readonly memoryPressure?: MemoryPressure;
  /**
   * How the load is measured.
   * @default - the operator's own
   */
  readonly observation?: LoadObservation;
  /**
   * Learns what a further subtask adds. Operator 1.12 and newer, or refused with `[scaling-option-of-other-version]`.
   * @default - as much as any other
   */
  readonly observedScalability?: ObservedScalability;
  /**
   * Gives up where more does not help.
   * @default - it is only told
   */
  readonly effectivenessDetection?: EffectivenessDetection;
  /**
   * What is remembered.
   * @default - the operator's own
   */
  readonly history?: ScalingHistory;
  /**
   * How long the same event is not repeated. Option `job.autoscaler.scaling.event.interval`.
   * @default - 30 minutes
   */
  readonly eventInterval?: Duration;
  /**
   * How long the job's REST API may take to answer. Operator 1.16 and newer, since an older one puts its own in this place, or refused
   * with `[scaling-option-of-other-version]`. Option `job.autoscaler.flink.rest-client.timeout`.
   * @default - 10 seconds
   */
  readonly restClientTimeout?: Duration;
  /**
   * Classes of your own that look at each decision last. Operator 1.16 and newer. Option `job.autoscaler.scaling.custom-executors`.
   * @default - none
   */
  readonly customExecutors?: AutoscalerPlugin[];
  /**
   * A class of your own that changes what was measured; the operator calls one. Operator 1.16 and newer. Option `job.autoscaler.metrics.custom-evaluators`.
   * @default - none
   */
  readonly customEvaluator?: AutoscalerPlugin;
}
