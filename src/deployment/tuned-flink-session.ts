import { Chart, JsonPatch } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { accountOfNamespace, SERVICE_ACCOUNT_NAME } from './account-of-namespace';
import { madeIn } from './applied-defaults';
import { CompleteSessionProps, completeProps } from './complete-props';
import { firstUse } from './first-use';
import { IFlinkSession } from './flink-session';
import { FlinkSessionAttributes } from './flink-session-attributes';
import { HostedWorkloads } from './hosted-workloads';
import { ImportedFlinkSession } from './imported-flink-session';
import { PatchCheck } from './patch-check';
import { supportingObjects } from './supporting-objects';
import { pathOf, sayingWhere, thoughtThrough } from './thought-through';
import { TunedFlinkSessionProps } from './tuned-flink-session-props';
import { FlinkVersion } from '../flink/flink-version';
import { ClusterMode } from '../operator/cluster-mode';
import { FlinkDeployment } from '../operator/flink-deployment';
import { OperatorVersion } from '../operator/operator-version';
import { ClusterNetwork } from '../security/cluster-network';
import type { StateLocation } from '../sizing/facts/state-location';
import type { PlanFinding } from '../sizing/plan/plan-finding';
import type { SessionPlan } from '../sizing/session/session-plan';

/**
 * A session cluster whose TaskManagers and JobManager follow from the work of the jobs that it hosts. Any slot can run
 * any of them; what cannot work is refused here, before anything is emitted. The jobs themselves are `FlinkSessionJob`s.
 *
 * Jobs of one session share its fate: a TaskManager that fails takes slots of several jobs with it.
 */
export class TunedFlinkSession extends FlinkDeployment implements IFlinkSession {
  /** A session cluster that another app has made, for jobs of this one. */
  public static fromSessionAttributes(scope: Construct, id: string, props: FlinkSessionAttributes): IFlinkSession {
    return new ImportedFlinkSession(scope, id, props);
  }

  /** Sizes of the cluster, and the plan of each job. */
  public readonly plan: SessionPlan;
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
  /** Slots of one TaskManager. */
  public readonly taskSlots: number;
  /** Where the state of every job lives. */
  public readonly stateLocation: StateLocation;
  /** True: there are directories for checkpoints and savepoints. */
  public readonly snapshots: boolean;
  /** The service account of the pods. */
  public readonly serviceAccount: IServiceAccount;

  private readonly intent: CompleteSessionProps;
  private readonly patchCheck: PatchCheck;

  constructor(scope: Construct, id: string, own: TunedFlinkSessionProps) {
    const name = own.name ?? id;
    const props = sayingWhere(pathOf(scope, id), () => completeProps(scope, own));
    const made = thoughtThrough(scope, id, [['FlinkDeployment', name]], () => firstUse.sessions().sessionManifest({
      name, namespace: Chart.of(scope).namespace, serviceAccount: props.serviceAccount?.name ?? SERVICE_ACCOUNT_NAME,
    }, props));
    const serviceAccount = props.serviceAccount ?? accountOfNamespace(scope);
    const { labels, annotations } = props.inherited;
    super(scope, id, { metadata: { name, labels, annotations }, spec: made.spec });
    this.intent = props;
    this.plan = made.plan;
    this.findings = made.findings;
    const { flinkVersion, operatorVersion, mode } = made.parts.context;
    this.flinkVersion = flinkVersion;
    this.operatorVersion = operatorVersion;
    this.operatorConfiguration = props.operatorConfiguration ?? {};
    this.mode = mode;
    this.taskSlots = made.plan.taskSlots;
    this.stateLocation = made.plan.stateLocation;
    this.snapshots = made.snapshots;
    this.serviceAccount = serviceAccount;
    new HostedWorkloads(this, made.request, made.plan, props.restartStrategy === undefined);
    madeIn(scope);
    this.patchCheck = new PatchCheck(this, (resource) => firstUse.clusters().patchedCluster(resource, props));
    supportingObjects(this, made.parts);
  }

  /** What the pods answer on, patches included. */
  public get network(): ClusterNetwork {
    return sayingWhere(this.node.path, () => firstUse.sessions().networkOfSession(this.toJson(), this.intent));
  }

  /** Changes the resource as it is written, by Kubernetes' own names; what it becomes is checked when cdk8s validates. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.patchCheck.patched();
  }

  /** The sizes with their reasons, the plan of each job, the memory of a TaskManager, and the Flink configuration, as text for a terminal. */
  public explain(): string {
    return sayingWhere(this.node.path, () => firstUse.sessions().explainSessionManifest(this.toJson(), this.intent));
  }
}
