import { ApplicationParts, applicationParts } from './application-parts';
import { checkedCluster, optionsOf, patchedCluster } from './checked-cluster';
import { clusterNetwork } from './cluster-network';
import { clusterSpec, readerOf } from './cluster-spec';
import { sameCompanions } from './companions-of-pods';
import { CompleteDeploymentProps } from './complete-props';
import { refuseContradictions, sizingRequest } from './deployment-request';
import { findingsByLevel } from './finding-level';
import { jobSpec } from './job-spec';
import { refuseShape } from './refuse-shape';
import { versionInImage } from '../flink/flink-image';
import { refuseName } from '../operator/admission/names';
import { ClusterMode } from '../operator/cluster-mode';
import { EffectiveCluster } from '../operator/effective-cluster';
import { FlinkDeploymentSpec } from '../operator/flink-deployment-spec';
import { OperatorVersion } from '../operator/operator-version';
import { renderSpec } from '../operator/render-spec';
import { explain } from '../report/explain';
import { Explained } from '../report/explained';
import { ClusterNetwork } from '../security/cluster-network';
import { SizingRequest } from '../sizing/facts/sizing-request';
import { derivePlan } from '../sizing/plan/derive-plan';
import { PlanFinding } from '../sizing/plan/plan-finding';
import { TuningPlan } from '../sizing/plan/tuning-plan';

/** A deployment, thought through from intent to what will run, before anything of it stands in the tree. */
export interface TunedManifest {
  readonly plan: TuningPlan;
  readonly parts: ApplicationParts;
  /** The plan's and the strategies', by their levels. */
  readonly findings: PlanFinding[];
  readonly spec: FlinkDeploymentSpec;
}

/** What the construct tree decides. */
export interface Placement {
  readonly name: string;
  readonly namespace?: string;
  readonly serviceAccount: string;
}

/** The whole way: facts → plan → settings → resource → twin → verdict. Throws where it cannot work. */
export function tunedManifest(placement: Placement, props: CompleteDeploymentProps): TunedManifest {
  const made = manifestFor(placement, props);
  checkedCluster({ metadata: placement, spec: renderSpec(made.spec) }, props, optionsOf(props));
  return made;
}

/** The way up to the resource. */
export function manifestFor({ name, serviceAccount }: Placement, props: CompleteDeploymentProps): TunedManifest {
  const { inherited: { writtenImage }, flinkVersion, operatorVersion = OperatorVersion.V1_16, mode = ClusterMode.NATIVE } = props;
  refuseShape(props);
  refuseName(name);
  refuseContradictions([props.workload], props, operatorVersion);

  const context = { name, flinkVersion: versionInImage(writtenImage, flinkVersion), operatorVersion, mode };
  const planned = (request: SizingRequest) => {
    const plan = derivePlan(request);
    return { plan, parts: applicationParts(context, { request, plan }, props) };
  };
  const request = sizingRequest(props);
  const first = planned(request);
  const { cluster: { companions }, jobManagers = 1 } = first.parts;
  // A strategy may bring containers and JobManagers, and is asked only when there is a plan; they count like those of the properties.
  const { plan, parts } = jobManagers === 1 && sameCompanions(request, companions) ? first : planned({ ...request, ...companions, jobManagers });
  const { taskManagers } = parts;
  const { jobManagerCpu, jobManagerMemory, taskManagerCpu, taskManagerMemory } = plan;
  const sizes = { jobManagerCpu, jobManagerMemory, jobManagers: parts.jobManagers, taskManagerCpu, taskManagerMemory, taskManagers };
  const spec = { ...clusterSpec(props, serviceAccount, parts.cluster, sizes), job: jobSpec(props.job, parts, plan) };
  const findings = findingsByLevel([...plan.findings, ...parts.cluster.findings], props.findingLevels);
  return { plan, parts, findings, spec };
}

/** The explanation of the deployment whose resource is now this one, patches included. */
export function explainManifest(resource: unknown, props: CompleteDeploymentProps): string {
  return explain(explainedManifest(resource, props));
}

/** The explanation of a cluster that was made from these props under that name. */
export function explainOf(cluster: EffectiveCluster, name: string, props: CompleteDeploymentProps): string {
  return explain(explained(cluster, name, props));
}

/** What the pods of that resource answer on, patches included. */
export function networkOfDeployment(resource: unknown, props: CompleteDeploymentProps): ClusterNetwork {
  const cluster = patchedCluster(resource, props);
  return clusterNetwork(remade(cluster, cluster.manifest.metadata.name, props).parts.cluster, cluster);
}

/** All that an explanation of that resource is made from. */
export function explainedManifest(resource: unknown, props: CompleteDeploymentProps): Explained {
  const cluster = patchedCluster(resource, props);
  return explained(cluster, cluster.manifest.metadata.name, props);
}

function explained(cluster: EffectiveCluster, name: string, props: CompleteDeploymentProps): Explained {
  const { plan, parts, findings } = remade(cluster, name, props);
  const settings = parts.cluster.configuration.spelledFor(readerOf(parts.cluster));
  return { name, flinkVersion: props.flinkVersion, plan, findings, inherited: props.inherited.from, settings, cluster };
}

function remade({ manifest: { metadata: { namespace }, spec: { serviceAccount = '' } } }: EffectiveCluster, name: string, props: CompleteDeploymentProps): TunedManifest {
  return manifestFor({ name, namespace, serviceAccount }, props);
}
