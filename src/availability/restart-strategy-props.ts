import { Duration } from 'cdk8s';

/** Pauses that grow. */
export interface ExponentialDelayProps {
  /**
   * The first pause, from 1 ms. Flink option `restart-strategy.exponential-delay.initial-backoff`.
   * @default - Flink's own, 1 s
   */
  readonly initialBackoff?: Duration;
  /**
   * The longest pause, no shorter than the first. Flink option `restart-strategy.exponential-delay.max-backoff`.
   * @default - the plan's, a minute or less; the first pause where that is longer
   */
  readonly maxBackoff?: Duration;
  /**
   * How much longer each pause is than the one before, above 1. Flink option `restart-strategy.exponential-delay.backoff-multiplier`.
   * @default - Flink's own, 1.5
   */
  readonly backoffMultiplier?: number;
  /**
   * Once the job has run for so long, the next failure counts as the first again; from 1 ms. Flink option
   * `restart-strategy.exponential-delay.reset-backoff-threshold`.
   * @default - Flink's own, 1 h
   */
  readonly resetBackoffThreshold?: Duration;
  /**
   * Share of the pause by which it is shortened or lengthened at random, so that many jobs do not come back at once; 0 to 1.
   * Flink option `restart-strategy.exponential-delay.jitter-factor`.
   * @default - Flink's own, 0.1
   */
  readonly jitterFactor?: number;
  /**
   * Restarts without a long run between them before the job has failed, from 1. Flink option
   * `restart-strategy.exponential-delay.attempts-before-reset-backoff`.
   * @default - without end
   */
  readonly attempts?: number;
}

/** A pause that stays the same. */
export interface FixedDelayProps {
  /** Restarts in the life of the job, from 1; they are never given back. Flink option `restart-strategy.fixed-delay.attempts`. */
  readonly attempts: number;
  /** The pause before each. Flink option `restart-strategy.fixed-delay.delay`. */
  readonly delay: Duration;
}

/** Failures that are borne within a time. */
export interface FailureRateProps {
  /** Failures within the interval that are borne, 1 to 1,000,000. Flink option `restart-strategy.failure-rate.max-failures-per-interval`. */
  readonly maxFailures: number;
  /** The time in which they are counted, from 1 ms. Flink option `restart-strategy.failure-rate.failure-rate-interval`. */
  readonly interval: Duration;
  /** The pause before each restart. Flink option `restart-strategy.failure-rate.delay`. */
  readonly delay: Duration;
}

/** Why a job is not restarted. */
export interface NoRestartProps {
  /** For the next reader; not empty. */
  readonly reason: string;
}
