import { Duration } from 'cdk8s';

/** How the operator carries the state over where the upgrade mode leaves a choice. What would do nothing is refused with `[upgrade-policy]`. */
export interface UpgradePolicy {
  /**
   * Whether a job that does not run when it is upgraded goes on from its newest checkpoint, instead of waiting until it runs and can be
   * stopped with a savepoint. Only with upgrade mode savepoint. Operator option `kubernetes.operator.job.upgrade.last-state-fallback.enabled`.
   * @default - the operator's own, true
   */
  readonly lastStateFallback?: boolean;
  /**
   * A checkpoint older than this is not upgraded from; a savepoint is taken instead. From 1 ms, only with upgrade mode last-state.
   * Operator option `kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age`.
   * @default - without limit
   */
  readonly oldestCheckpoint?: Duration;
  /**
   * Whether the job is cancelled before it goes on from its newest checkpoint, where high availability would find that by itself; without
   * high availability it always is. Not with upgrade mode stateless. Operator option `kubernetes.operator.job.upgrade.last-state.job-cancel.enabled`.
   * @default - the operator's own, false
   */
  readonly cancelForLastState?: boolean;
  /**
   * Whether an upgrade goes ahead while a savepoint is under way, which is then lost.
   * Operator option `kubernetes.operator.job.upgrade.ignore-pending-savepoint`.
   * @default - the operator's own, false
   */
  readonly ignorePendingSavepoint?: boolean;
}
