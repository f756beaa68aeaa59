import { Duration } from 'cdk8s';

/** How patient Flink's adaptive scheduler is, which rescales a job without a new deployment. */
export interface AdaptiveSchedulerOptions {
  /**
   * How long a start waits for all slots that the job wants, before it goes on with fewer.
   * Flink option `jobmanager.adaptive-scheduler.submission.resource-wait-timeout`.
   * @default - 5 minutes; without end in reactive mode
   */
  readonly resourceWaitTimeout?: Duration;
  /**
   * How long a start that has enough slots to run waits for those that it wants. Zero or more.
   * Flink option `jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout`.
   * @default - 10 seconds; none in reactive mode
   */
  readonly resourceStabilizationTimeout?: Duration;
  /**
   * The least time between two rescales. Zero or more. Flink option `jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling`.
   * @default - 30 seconds
   */
  readonly rescaleCooldown?: Duration;
  /**
   * How many slots more must be there before a running job takes them, from 1. Flink 1.19 and 1.20; Flink 2 waits for
   * all of them or for `runningResourceStabilizationTimeout`. Flink option `jobmanager.adaptive-scheduler.min-parallelism-increase`.
   * @default - 1
   */
  readonly minParallelismIncrease?: number;
  /**
   * How long a running job waits for all new slots that it wants before it takes those that are there. Flink 2. Zero or more.
   * Flink option `jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout`.
   * @default - 1 minute
   */
  readonly runningResourceStabilizationTimeout?: Duration;
  /**
   * A rescale waits for the next checkpoint, but no longer than this. Flink 2. Zero or more.
   * Flink option `jobmanager.adaptive-scheduler.rescale-trigger.max-delay`.
   * @default - the checkpoint interval times one more than `maxCheckpointFailures`
   */
  readonly rescaleMaxDelay?: Duration;
  /**
   * After so many failed checkpoints in a row a rescale waits no longer for a good one, from 1. Flink 2.
   * Flink option `jobmanager.adaptive-scheduler.rescale-trigger.max-checkpoint-failures`.
   * @default - 2
   */
  readonly maxCheckpointFailures?: number;
}
