import { ApiObject, Chart, GroupVersionKind, JsonPatch } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { BlueGreenCluster } from './blue-green-cluster';
import { firstUse } from './first-use';
import { supportingObjects } from './supporting-objects';
import type { PlanFinding } from '../../sizing/plan/plan-finding';
import type { TuningPlan } from '../../sizing/plan/tuning-plan';
import { accountOfNamespace, SERVICE_ACCOUNT_NAME } from '../accounts/account-of-namespace';
import { madeIn } from '../defaults/applied-defaults';
import { acknowledgedNow, CompleteBlueGreenProps, completeProps, optionsOf } from '../defaults/complete-props';
import { FlinkBlueGreenDeploymentProps } from '../props/flink-blue-green-deployment-props';
import { IFlinkCluster } from '../tree/flink-cluster';
import { ResourceCheck } from '../tree/resource-check';
import { pathOf, sayingWhere, thoughtThrough } from '../tree/thought-through';

/**
 * A tuned job whose upgrades run beside the old one, from a savepoint of it, until they are ready. Needs operator 1.14, and
 * room for both clusters while a transition lasts. Its name has at most 39 characters: the operator makes FlinkDeployments
 * `<name>-blue` and `<name>-green` of it. The operator's webhook does not look at this kind, so that all it would trip over later is refused here.
 */
export class FlinkBlueGreenDeployment extends ApiObject {
  /** Group, version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkBlueGreenDeployment' };

  /** Every derived value of either cluster with its reason. */
  public readonly plan: TuningPlan;
  /** What stays in the way of the facts, the plan's findings and those of the strategies; empty when nothing does. */
  public readonly findings: PlanFinding[];
  /** The blue cluster, for what others build on a cluster: network policies, disruption budgets, PodMonitors. */
  public readonly blue: IFlinkCluster;
  /** The green cluster. */
  public readonly green: IFlinkCluster;
  /** The service account of the pods. */
  public readonly serviceAccount: IServiceAccount;

  private readonly intent: CompleteBlueGreenProps;
  private readonly check: ResourceCheck;

  constructor(scope: Construct, id: string, props: FlinkBlueGreenDeploymentProps) {
    const name = props.name ?? id;
    const complete = sayingWhere(pathOf(scope, id), () => completeProps(scope, props));
    const names = [['FlinkBlueGreenDeployment', name], ['FlinkDeployment', `${name}-blue`], ['FlinkDeployment', `${name}-green`]] as const;
    const made = thoughtThrough(scope, id, names, () => firstUse.blueGreen().blueGreenManifest({
      name, namespace: Chart.of(scope).namespace, serviceAccount: complete.serviceAccount?.name ?? SERVICE_ACCOUNT_NAME,
    }, complete));
    const serviceAccount = complete.serviceAccount ?? accountOfNamespace(scope);
    const { labels, annotations } = complete.inherited;
    super(scope, id, { ...FlinkBlueGreenDeployment.GVK, metadata: { name, labels, annotations }, spec: made.resource });
    this.intent = complete;
    this.plan = made.plan;
    this.findings = made.findings;
    this.serviceAccount = serviceAccount;
    const { context } = made.parts.cluster;
    const network = () => sayingWhere(this.node.path, () => firstUse.blueGreen().networkOfBlueGreen(this.toJson(), acknowledgedNow(this, complete)));
    this.blue = new BlueGreenCluster(this, 'blue', context, complete.operatorConfiguration ?? {}, network);
    this.green = new BlueGreenCluster(this, 'green', context, complete.operatorConfiguration ?? {}, network);
    madeIn(scope);
    this.check = new ResourceCheck(this, {
      twin: made.twin,
      patched: (resource) => firstUse.blueGreen().patchedBlueGreen(resource, acknowledgedNow(this, complete)),
      findings: made.findings,
      ruled: (twin, { again, patched }) => firstUse.rules().ruledResource(twin, {
        again, ours: !patched && optionsOf(complete) === 'ours', levels: complete.findingLevels,
      }),
    });
    supportingObjects(this, made.parts.cluster);
  }

  /** Changes the resource as it is written, by Kubernetes' own names; what it becomes is checked when cdk8s validates. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.check.patched();
  }

  /** What either cluster is, as `explain()` of a TunedFlinkDeployment tells it. */
  public explain(): string {
    return sayingWhere(this.node.path, () => firstUse.blueGreen().explainBlueGreen(this.toJson(), acknowledgedNow(this, this.intent)));
  }
}
