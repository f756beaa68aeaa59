import { Duration } from 'cdk8s';

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
