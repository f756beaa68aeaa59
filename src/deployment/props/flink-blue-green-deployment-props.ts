import { Duration } from 'cdk8s';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';

/** A job that is upgraded beside itself: the old cluster runs until the new one does. */
export interface FlinkBlueGreenDeploymentProps extends TunedFlinkDeploymentProps {
  /**
   * How long the new cluster may take to become ready before the old one is kept. At least a second. Option
   * `kubernetes.operator.bluegreen.abort.grace-period` of `spec.configuration`.
   * @default - the operator's own, ten minutes
   */
  readonly abortGracePeriod?: Duration;
  /**
   * How long the old cluster stays once the new one is ready. Option `kubernetes.operator.bluegreen.deployment-deletion.delay`.
   * @default - the operator's own, none
   */
  readonly deletionDelay?: Duration;
  /**
   * How often the operator looks at a transition. At least a second. Option `kubernetes.operator.bluegreen.reconciliation.reschedule-interval`.
   * @default - the operator's own, 15 seconds
   */
  readonly reconciliationInterval?: Duration;
}
