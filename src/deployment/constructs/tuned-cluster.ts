import { JsonPatch } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { firstUse } from './first-use';
import { supportingObjects } from './supporting-objects';
import { FlinkVersion } from '../../flink/flink-version';
import { ClusterMode } from '../../operator/cluster-mode';
import { FlinkDeployment } from '../../operator/flink-deployment';
import { FlinkDeploymentSpec } from '../../operator/flink-deployment-spec';
import { OperatorVersion } from '../../operator/operator-version';
import type { ResourceTwin } from '../../operator/resource-twin';
import { ClusterNetwork } from '../../security/cluster-network';
import type { StateLocation } from '../../sizing/facts/state-location';
import type { PlanFinding } from '../../sizing/plan/plan-finding';
import { accountOfNamespace } from '../accounts/account-of-namespace';
import type { ClusterParts } from '../cluster/cluster-parts';
import { madeIn } from '../defaults/applied-defaults';
import { acknowledgedNow, CompleteProps, optionsOf } from '../defaults/complete-props';
import { IFlinkCluster } from '../tree/flink-cluster';
import { ResourceCheck } from '../tree/resource-check';

/** A cluster, thought through before anything of it stands in the tree. */
export interface ThoughtCluster {
  readonly name: string;
  readonly props: CompleteProps;
  readonly spec: FlinkDeploymentSpec;
  readonly parts: ClusterParts;
  readonly findings: PlanFinding[];
  readonly twin: ResourceTwin;
  readonly stateLocation: StateLocation;
  readonly snapshots: boolean;
}

/**
 * What applications and session clusters have alike as resources; to users its members are those of each.
 * @internal
 */
export abstract class TunedCluster extends FlinkDeployment implements IFlinkCluster {
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
  /** Where the state of each job lives. */
  public readonly stateLocation: StateLocation;
  /** True: there are checkpoints, and a directory for savepoints. */
  public readonly snapshots: boolean;
  /** The service account of the pods. */
  public readonly serviceAccount: IServiceAccount;

  private readonly check: ResourceCheck;

  constructor(scope: Construct, id: string, { name, props, spec, parts, findings, twin, stateLocation, snapshots }: ThoughtCluster) {
    const serviceAccount = props.serviceAccount ?? accountOfNamespace(scope);
    const { labels, annotations } = props.inherited;
    super(scope, id, { metadata: { name, labels, annotations }, spec });
    this.findings = findings;
    const { flinkVersion, operatorVersion, mode } = parts.context;
    this.flinkVersion = flinkVersion;
    this.operatorVersion = operatorVersion;
    this.operatorConfiguration = props.operatorConfiguration ?? {};
    this.mode = mode;
    this.stateLocation = stateLocation;
    this.snapshots = snapshots;
    this.serviceAccount = serviceAccount;
    madeIn(scope);
    this.check = new ResourceCheck(this, {
      twin,
      patched: (resource) => firstUse.clusters().patchedDeployment(resource, acknowledgedNow(this, props)),
      findings,
      ruled: (now, { again, patched }) => firstUse.rules().ruledResource(now, {
        again, ours: !patched && optionsOf(props) === 'ours', levels: props.findingLevels,
      }),
    });
    supportingObjects(this, parts);
  }

  /** What the pods answer on, patches included. */
  public abstract get network(): ClusterNetwork;

  /** Changes the resource as it is written, by Kubernetes' own names; what it becomes is checked when cdk8s validates. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.check.patched();
  }
}
