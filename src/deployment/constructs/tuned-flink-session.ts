import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { firstUse } from './first-use';
import { ImportedFlinkSession } from './imported-flink-session';
import { TunedCluster } from './tuned-cluster';
import { ClusterNetwork } from '../../security/cluster-network';
import type { SessionPlan } from '../../sizing/session/session-plan';
import { SERVICE_ACCOUNT_NAME } from '../accounts/account-of-namespace';
import { acknowledgedNow, CompleteSessionProps, completeProps } from '../defaults/complete-props';
import { HostedWorkloads } from '../manifest/hosted-workloads';
import { FlinkSessionAttributes } from '../props/flink-session-attributes';
import { TunedFlinkSessionProps } from '../props/tuned-flink-session-props';
import { IFlinkSession } from '../tree/flink-session';
import { pathOf, sayingWhere, thoughtThrough } from '../tree/thought-through';

/**
 * A session cluster whose TaskManagers and JobManager follow from the work of the jobs that it hosts. Any slot can run
 * any of them; what cannot work is refused here, before anything is emitted. The jobs themselves are `FlinkSessionJob`s.
 *
 * Jobs of one session share its fate: a TaskManager that fails takes slots of several jobs with it.
 */
export class TunedFlinkSession extends TunedCluster implements IFlinkSession {
  /** A session cluster that another app has made, for jobs of this one. */
  public static fromSessionAttributes(scope: Construct, id: string, props: FlinkSessionAttributes): IFlinkSession {
    return new ImportedFlinkSession(scope, id, props);
  }

  /** Sizes of the cluster, and the plan of each job. */
  public readonly plan: SessionPlan;
  /** Slots of one TaskManager. */
  public readonly taskSlots: number;

  private readonly intent: CompleteSessionProps;

  constructor(scope: Construct, id: string, props: TunedFlinkSessionProps) {
    const name = props.name ?? id;
    const complete = sayingWhere(pathOf(scope, id), () => completeProps(scope, props));
    const made = thoughtThrough(scope, id, [['FlinkDeployment', name]], () => firstUse.sessions().sessionManifest({
      name, namespace: Chart.of(scope).namespace, serviceAccount: complete.serviceAccount?.name ?? SERVICE_ACCOUNT_NAME,
    }, complete));
    const { request, plan, parts, findings, spec, twin, snapshots } = made;
    super(scope, id, { name, props: complete, spec, parts, findings, twin, stateLocation: plan.stateLocation, snapshots });
    this.intent = complete;
    this.plan = plan;
    this.taskSlots = plan.taskSlots;
    new HostedWorkloads(this, request, plan, complete.restartStrategy === undefined);
  }

  /** What the pods answer on, patches included. */
  public get network(): ClusterNetwork {
    return sayingWhere(this.node.path, () => firstUse.sessions().networkOfSession(this.toJson(), acknowledgedNow(this, this.intent)));
  }

  /** The sizes with their reasons, the plan of each job, the memory of a TaskManager, and the Flink configuration, as text for a terminal. */
  public explain(): string {
    return sayingWhere(this.node.path, () => firstUse.sessions().explainSessionManifest(this.toJson(), acknowledgedNow(this, this.intent)));
  }
}
