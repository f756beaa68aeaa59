import { Chart, JsonPatch } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimName } from './claimed-names';
import { firstUse } from './first-use';
import { IFlinkCluster } from './flink-cluster';
import { flinkServiceAccount, SERVICE_ACCOUNT_NAME } from './flink-service-account';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler';
import { PatchCheck } from './patch-check';
import { sayingWhere } from './said-at';
import { supportingObjects } from './supporting-objects';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import type { TunedManifest } from './tuned-manifest';
import { FlinkVersion } from '../flink/flink-version';
import { ClusterMode } from '../operator/cluster-mode';
import { FlinkDeployment } from '../operator/flink-deployment';
import { OperatorVersion } from '../operator/operator-version';
import type { PlanFinding } from '../sizing/plan/plan-finding';
import type { TuningPlan } from '../sizing/plan/tuning-plan';

/**
 * A FlinkDeployment whose memory, slots, parallelism, checkpoints, state backend and pods follow from what
 * the job is. What cannot work is refused here, with the construct's path, before anything is emitted.
 *
 * It is the resource itself: `addJsonPatch` changes it by Kubernetes' own names, and is checked again before
 * the manifest is written.
 */
export class TunedFlinkDeployment extends FlinkDeployment implements IFlinkCluster {
  /** Every derived value with its reason. */
  public readonly plan: TuningPlan;
  /** What stays in the way of the facts, the plan's findings and those of the strategies; empty when nothing does. */
  public readonly findings: PlanFinding[];
  /** The Flink of the pods, with its patch. */
  public readonly flinkVersion: FlinkVersion;
  /** The operator that reads the resource. */
  public readonly operatorVersion: OperatorVersion;
  /** Who starts the TaskManagers. */
  public readonly mode: ClusterMode;
  /** The service account of the pods. */
  public readonly serviceAccount: IServiceAccount;

  private readonly intent: TunedFlinkDeploymentProps;
  private readonly patchCheck: PatchCheck;

  constructor(scope: Construct, id: string, props: TunedFlinkDeploymentProps) {
    // All thought through first: whoever catches a refusal finds nothing half-made in the tree.
    const name = props.name ?? id;
    const made = thoughtThrough(scope, id, name, props);
    const serviceAccount = props.serviceAccount ?? flinkServiceAccount(scope);
    super(scope, id, { metadata: { name }, spec: made.spec });
    this.intent = props;
    this.plan = made.plan;
    this.findings = [...made.plan.findings, ...made.parts.cluster.findings];
    const { flinkVersion, operatorVersion, mode } = made.parts.cluster.context;
    this.flinkVersion = flinkVersion;
    this.operatorVersion = operatorVersion;
    this.mode = mode;
    this.serviceAccount = serviceAccount;
    this.patchCheck = new PatchCheck(this, (resource) => firstUse().patchedCluster(resource, props));
    supportingObjects(this, made.parts.cluster);
    horizontalPodAutoscaler(this, made.parts);
  }

  /** Changes the resource as it is written, by Kubernetes' own names; what it becomes is checked when cdk8s validates. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.patchCheck.patched();
  }

  /**
   * Every decision with its range and reason, the memory of a TaskManager, and the Flink configuration with
   * the author of each setting, as text for a terminal.
   */
  public explain(): string {
    return sayingWhere(this.node.path, () => firstUse().explainManifest(this.toJson(), this.intent));
  }
}

function thoughtThrough(scope: Construct, id: string, name: string, props: TunedFlinkDeploymentProps): TunedManifest {
  const path = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
  return sayingWhere(path, () => {
    const placement = { name, namespace: Chart.of(scope).namespace, serviceAccount: props.serviceAccount?.name ?? SERVICE_ACCOUNT_NAME };
    const made = firstUse().tunedManifest(placement, props);
    // An id that is taken is refused by the tree itself, and must not take a name.
    if (scope.node.tryFindChild(id) === undefined) {
      claimName(scope, path, name);
    }
    return made;
  });
}
