import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { firstUse } from './first-use';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler';
import { TunedCluster } from './tuned-cluster';
import type { Explained } from '../../report/explained';
import { ClusterNetwork } from '../../security/cluster-network';
import type { TuningPlan } from '../../sizing/plan/tuning-plan';
import { SERVICE_ACCOUNT_NAME } from '../accounts/account-of-namespace';
import { acknowledgedNow, CompleteDeploymentProps, completeProps } from '../defaults/complete-props';
import { TunedFlinkDeploymentProps } from '../props/tuned-flink-deployment-props';
import { IFlinkCluster } from '../tree/flink-cluster';
import { IFlinkJobResource } from '../tree/flink-job-resource';
import { pathOf, sayingWhere, thoughtThrough } from '../tree/thought-through';

/**
 * A FlinkDeployment whose memory, slots, parallelism, checkpoints, state backend and pods follow from what
 * the job is. What cannot work is refused here, with the construct's path, before anything is emitted.
 *
 * It is the resource itself: `addJsonPatch` changes it by Kubernetes' own names, and is checked again before
 * the manifest is written.
 */
export class TunedFlinkDeployment extends TunedCluster implements IFlinkCluster, IFlinkJobResource {
  /** Every derived value with its reason. */
  public readonly plan: TuningPlan;

  private readonly intent: CompleteDeploymentProps;

  constructor(scope: Construct, id: string, props: TunedFlinkDeploymentProps) {
    const name = props.name ?? id;
    const complete = sayingWhere(pathOf(scope, id), () => completeProps(scope, props));
    const made = thoughtThrough(scope, id, [['FlinkDeployment', name]], () => firstUse.deployments().tunedManifest({
      name, namespace: Chart.of(scope).namespace, serviceAccount: complete.serviceAccount?.name ?? SERVICE_ACCOUNT_NAME,
    }, complete));
    const { plan, parts, findings, spec, twin } = made;
    const { cluster, snapshots } = parts;
    super(scope, id, { name, props: complete, spec, parts: cluster, findings, twin, stateLocation: plan.stateLocation, snapshots });
    this.intent = complete;
    this.plan = plan;
    horizontalPodAutoscaler(this, parts);
  }

  /** What the pods answer on, patches included. */
  public get network(): ClusterNetwork {
    return sayingWhere(this.node.path, () => firstUse.explanations().networkOfDeployment(this.toJson(), acknowledgedNow(this, this.intent)));
  }

  /**
   * Every decision with its range and reason, the memory of a TaskManager, and the Flink configuration with
   * the author of each setting, as text for a terminal.
   */
  public explain(): string {
    return sayingWhere(this.node.path, () => firstUse.explanations().explainManifest(this.toJson(), acknowledgedNow(this, this.intent)));
  }

  /** @internal */
  public _explained(): Explained {
    return firstUse.explanations().explainedManifest(this.toJson(), acknowledgedNow(this, this.intent));
  }
}
