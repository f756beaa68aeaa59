import { Duration } from 'cdk8s';

/** When the operator takes a running job for ill, and deploys it again from its newest checkpoint. */
export interface HealthCheckProps {
  /**
   * Restarts within the window that are still healthy, from 0. Operator option `kubernetes.operator.cluster.health-check.restarts.threshold`.
   * @default - the operator's own, 64
   */
  readonly restartsThreshold?: number;
  /**
   * The window in which restarts are counted, from 1 ms. Operator option `kubernetes.operator.cluster.health-check.restarts.window`.
   * @default - the operator's own, 2 min
   */
  readonly restartsWindow?: Duration;
  /**
   * Whether a job that completes no checkpoint is ill. Operator option `kubernetes.operator.cluster.health-check.checkpoint-progress.enabled`.
   * @default - the operator's own, true
   */
  readonly checkpointProgress?: boolean;
  /**
   * How long no checkpoint may complete; the operator passes over one that is too short, which is refused with `[idle-health-check]`.
   * Operator option `kubernetes.operator.cluster.health-check.checkpoint-progress.window`.
   * @default - twice the interval or timeout of checkpoints, whichever is longer, and more where failed checkpoints are borne
   */
  readonly checkpointProgressWindow?: Duration;
}

/** When the operator goes back to what ran before. */
export interface RollbackProps {
  /**
   * How long a new version may take until it runs stably, from 1 ms. Operator option `kubernetes.operator.deployment.readiness.timeout`.
   * @default - the operator's own, 5 min
   */
  readonly readinessTimeout?: Duration;
}

/** What the operator does about a cluster besides upgrades. */
export interface OperatorCareProps {
  /**
   * Goes back to the version before when a new one does not come up. Needs high availability, or is refused with `[rollback-without-ha]`;
   * never across versions of Flink. Operator option `kubernetes.operator.deployment.rollback.enabled`.
   * @default - the operator's own: it does not
   */
  readonly rollback?: RollbackProps;
  /**
   * Deploys a job again that Flink has given up. Operator option `kubernetes.operator.job.restart.failed`.
   * @default - the operator's own, false
   */
  readonly restartFailedJob?: boolean;
  /**
   * How long the JobManager of an ended job stays, for its logs and its web page. Operator option `kubernetes.operator.jm-deployment.shutdown-ttl`.
   * @default - the operator's own, 1 d
   */
  readonly endedJobRetention?: Duration;
  /**
   * Whether a JobManager counts as started only when it answers. Operator option `kubernetes.operator.jm-deployment.startup.probe.enabled`.
   * @default - the operator's own, true
   */
  readonly startupProbe?: boolean;
}

/** The operator brings back what is lost. */
export interface OperatorRecoveryProps extends OperatorCareProps {
  /**
   * Deploys a running job again that keeps failing or completes no checkpoint. Only for applications; a job that keeps its state over
   * upgrades needs high availability too, or the check is refused with `[idle-health-check]`.
   * Operator option `kubernetes.operator.cluster.health-check.enabled`.
   * @default - the operator's own: no check
   */
  readonly healthCheck?: HealthCheckProps;
}

/** The operator leaves alone what is lost. */
export interface NoOperatorRecoveryProps extends OperatorCareProps {
  /** For the next reader; not empty. */
  readonly reason: string;
}
