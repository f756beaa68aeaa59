import { Chart, JsonPatch } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { accountOfNamespace, SERVICE_ACCOUNT_NAME } from './account-of-namespace';
import { madeIn } from './applied-defaults';
import { CompleteDeploymentProps, completeProps } from './complete-props';
import { firstUse } from './first-use';
import { IFlinkCluster } from './flink-cluster';
import { IFlinkJobResource } from './flink-job-resource';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler';
import { PatchCheck } from './patch-check';
import { supportingObjects } from './supporting-objects';
import { pathOf, sayingWhere, thoughtThrough } from './thought-through';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { FlinkVersion } from '../flink/flink-version';
import { ClusterMode } from '../operator/cluster-mode';
import { FlinkDeployment } from '../operator/flink-deployment';
import { OperatorVersion } from '../operator/operator-version';
import type { Explained } from '../report/explained';
import { ClusterNetwork } from '../security/cluster-network';
import type { StateLocation } from '../sizing/facts/state-location';
import type { PlanFinding } from '../sizing/plan/plan-finding';
import type { TuningPlan } from '../sizing/plan/tuning-plan';

/**
 * A FlinkDeployment whose memory, slots, parallelism, checkpoints, state backend and pods follow from what
 * the job is. What cannot work is refused here, with the construct's path, before anything is emitted.
 *
 * It is the resource itself: `addJsonPatch` changes it by Kubernetes' own names, and is checked again before
 * the manifest is written.
 */
export class TunedFlinkDeployment extends FlinkDeployment implements IFlinkCluster, IFlinkJobResource {
  /** Every derived value with its reason. */
  public readonly plan: TuningPlan;
  /** What stays in the way of the facts, the plan's findings and those of the strategies; empty when nothing does. */
  public readonly findings: PlanFinding[];
  /** The Flink of the pods, with its patch. */
  public readonly flinkVersion: FlinkVersion;
  /** The operator that reads the resource. */
  public readonly operatorVersion: OperatorVersion;
  /** What the operator has under every resource. */
  public readonly operatorConfiguration: { [key: string]: string };
  /** Who starts the TaskManagers. */
  public readonly mode: ClusterMode;
  /** Where the state of the job lives. */
  public readonly stateLocation: StateLocation;
  /** True: the job takes checkpoints, and there is a directory for savepoints. */
  public readonly snapshots: boolean;
  /** The service account of the pods. */
  public readonly serviceAccount: IServiceAccount;

  private readonly intent: CompleteDeploymentProps;
  private readonly patchCheck: PatchCheck;

  constructor(scope: Construct, id: string, own: TunedFlinkDeploymentProps) {
    const name = own.name ?? id;
    const props = sayingWhere(pathOf(scope, id), () => completeProps(scope, own));
    const made = thoughtThrough(scope, id, [['FlinkDeployment', name]], () => firstUse.deployments().tunedManifest({
      name, namespace: Chart.of(scope).namespace, serviceAccount: props.serviceAccount?.name ?? SERVICE_ACCOUNT_NAME,
    }, props));
    const serviceAccount = props.serviceAccount ?? accountOfNamespace(scope);
    const { labels, annotations } = props.inherited;
    super(scope, id, { metadata: { name, labels, annotations }, spec: made.spec });
    this.intent = props;
    this.plan = made.plan;
    this.findings = made.findings;
    const { flinkVersion, operatorVersion, mode } = made.parts.cluster.context;
    this.flinkVersion = flinkVersion;
    this.operatorVersion = operatorVersion;
    this.operatorConfiguration = props.operatorConfiguration ?? {};
    this.mode = mode;
    this.stateLocation = made.plan.stateLocation;
    this.snapshots = made.parts.snapshots;
    this.serviceAccount = serviceAccount;
    madeIn(scope);
    this.patchCheck = new PatchCheck(this, (resource) => firstUse.clusters().patchedCluster(resource, props));
    supportingObjects(this, made.parts.cluster);
    horizontalPodAutoscaler(this, made.parts);
  }

  /** What the pods answer on, patches included. */
  public get network(): ClusterNetwork {
    return sayingWhere(this.node.path, () => firstUse.explanations().networkOfDeployment(this.toJson(), this.intent));
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
    return sayingWhere(this.node.path, () => firstUse.explanations().explainManifest(this.toJson(), this.intent));
  }

  /** @internal */
  public _explained(): Explained {
    return firstUse.explanations().explainedManifest(this.toJson(), this.intent);
  }
}
