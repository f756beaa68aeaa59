import { Placement } from './tuned-manifest';
import { SettingRank } from '../../flink/configuration/provenance';
import { versionInImage } from '../../flink/flink-image';
import { refuseName } from '../../operator/admission/names';
import { ClusterMode } from '../../operator/cluster-mode';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { FlinkDeploymentSpec } from '../../operator/flink-deployment-spec';
import { OperatorVersion } from '../../operator/operator-version';
import { renderSpec } from '../../operator/render-spec';
import { ResourceTwin } from '../../operator/resource-twin';
import { explainSession } from '../../report/explain-session';
import { ClusterNetwork } from '../../security/cluster-network';
import { PlanFinding } from '../../sizing/plan/plan-finding';
import { deriveSessionPlan } from '../../sizing/session/derive-session-plan';
import { SessionPlan } from '../../sizing/session/session-plan';
import { SessionRequest } from '../../sizing/session/session-request';
import { sessionSettings } from '../../sizing/session/session-settings';
import { StrategyContext } from '../../strategy/strategy-context';
import { admittedDeployment } from '../cluster/admitted-twin';
import { checkedCluster, patchedCluster } from '../cluster/checked-cluster';
import { clusterNetwork } from '../cluster/cluster-network';
import { ClusterParts } from '../cluster/cluster-parts';
import { clusterSpec, readerOf } from '../cluster/cluster-spec';
import { sameCompanions } from '../cluster/companions-of-pods';
import { refuseContradictions, sharedRequest } from '../cluster/deployment-request';
import { refuseAgainstPlan } from '../cluster/refuse-against-plan';
import { refuseSecretOptions } from '../cluster/refuse-secret-option';
import { refuseClusterShape, refuseWorkloadShape } from '../cluster/refuse-shape';
import { takeStrategies } from '../cluster/take-strategies';
import { CompleteSessionProps, optionsOf } from '../defaults/complete-props';
import { findingsByLevel } from '../props/finding-level';

/** A session cluster, thought through before anything of it stands in the tree. */
export interface SessionManifest {
  readonly request: SessionRequest;
  readonly plan: SessionPlan;
  readonly parts: ClusterParts;
  readonly snapshots: boolean;
  /** The plan's and the strategies', by their levels. */
  readonly findings: PlanFinding[];
  readonly spec: FlinkDeploymentSpec;
}

/** A session cluster with what will run. */
export interface CheckedSession extends SessionManifest {
  readonly twin: ResourceTwin;
}

/** What follows from a request. */
interface SessionParts extends Pick<SessionManifest, 'plan' | 'parts' | 'snapshots'> {
  readonly jobManagers?: number;
}

/** The whole way: the work of all jobs → plan → settings → resource → twin → verdict. Throws where it cannot work. */
export function sessionManifest(placement: Placement, props: CompleteSessionProps): CheckedSession {
  const made = manifestFor(placement, props);
  const cluster = checkedCluster({ metadata: placement, spec: renderSpec(made.spec) }, props, optionsOf(props));
  refuseSecretOptions(cluster, made.parts, props);
  return { ...made, twin: admittedDeployment(cluster) };
}

function manifestFor({ name, serviceAccount }: Placement, props: CompleteSessionProps): SessionManifest {
  const { inherited: { writtenImage }, flinkVersion, operatorVersion = OperatorVersion.V1_16, mode = ClusterMode.NATIVE, hosts, budget } = props;
  refuseClusterShape(props);
  hosts.forEach(({ workload }, index) => refuseWorkloadShape(`hosts[${index}].workload`, workload));
  refuseName(name);
  refuseContradictions(hosts.map(({ workload }) => workload), props, operatorVersion);

  const context = { name, flinkVersion: versionInImage(writtenImage, flinkVersion), operatorVersion, mode };
  const asked: SessionRequest = { hosts, shared: sharedRequest(props), budget };
  const first = sessionParts(context, asked, props);
  const { parts: { companions }, jobManagers: count = 1 } = first;
  // A strategy may bring containers and JobManagers, and is asked only when there is a plan; they count like those of the properties.
  const known = count === 1 && sameCompanions(asked.shared, companions);
  const request = known ? asked : { ...asked, shared: { ...asked.shared, ...companions, jobManagers: count } };
  const { plan, parts, snapshots, jobManagers } = request === asked ? first : sessionParts(context, request, props);

  const { jobManagerCpu, jobManagerMemory, taskManagerCpu, taskManagerMemory } = plan;
  // In native mode Flink asks for TaskManagers as jobs come; a standalone cluster has as many as all jobs need.
  const taskManagers = mode === ClusterMode.STANDALONE ? plan.taskManagers : undefined;
  const spec = clusterSpec(props, serviceAccount, parts, {
    jobManagerCpu, jobManagerMemory, jobManagers, taskManagerCpu, taskManagerMemory, taskManagers,
  });
  const findings = findingsByLevel([...plan.findings, ...parts.findings], props.findingLevels);
  return { request, plan, parts, snapshots, findings, spec };
}

/** The plan, and what the strategies bring to it. */
function sessionParts(context: StrategyContext, request: SessionRequest, props: CompleteSessionProps): SessionParts {
  const plan = deriveSessionPlan(request);
  const parts = new ClusterParts(context, props.image);
  const decided = sessionSettings(request, plan);
  parts.configuration
    .add(SettingRank.SIZING, 'the plan', decided.derived)
    .add(SettingRank.PROPERTY, 'your properties', decided.explicit);
  const { snapshots, jobManagers } = takeStrategies(parts, props, {
    stateLocation: plan.stateLocation,
    rocksDb: plan.rocksDb,
    incrementalCheckpoints: plan.jobs.some(({ checkpoints }) => checkpoints?.incremental),
    localDisk: plan.localDisk,
  });
  const raw = props.flinkConfiguration ?? {};
  refuseAgainstPlan(raw, plan, [...decided.derived, ...decided.explicit]);
  parts.configuration.addRaw(raw);
  return { plan, parts, snapshots, jobManagers };
}

/** The explanation of the session whose resource is now this one, patches included. */
export function explainSessionManifest(resource: unknown, props: CompleteSessionProps): string {
  const cluster = patchedCluster(resource, props);
  const { plan, parts, findings } = remade(cluster, props);
  const { name } = cluster.manifest.metadata;
  const settings = parts.configuration.spelledFor(readerOf(parts.context));
  const { flinkVersion, inherited: { from: inherited } } = props;
  return explainSession({ name, flinkVersion, plan, findings, inherited, settings, secretSettings: parts.secretSettings, cluster });
}

/** What the pods of that resource answer on, patches included. */
export function networkOfSession(resource: unknown, props: CompleteSessionProps): ClusterNetwork {
  const cluster = patchedCluster(resource, props);
  return clusterNetwork(remade(cluster, props).parts, cluster);
}

function remade({ manifest: { metadata: { name, namespace }, spec: { serviceAccount = '' } } }: EffectiveCluster, props: CompleteSessionProps): SessionManifest {
  return manifestFor({ name, namespace, serviceAccount }, props);
}
