import { ApplicationParts, applicationParts } from './application-parts';
import { checkedCluster, patchedCluster } from './checked-cluster';
import { clusterSpec, readerOf } from './cluster-spec';
import { sameCompanions } from './companions-of-pods';
import { refuseContradictions, sizingRequest } from './deployment-request';
import { jobSpec } from './job-spec';
import { refuseShape } from './refuse-shape';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { versionInImage } from '../flink/flink-image';
import { refuseName } from '../operator/admission/names';
import { ClusterMode } from '../operator/cluster-mode';
import { FlinkDeploymentSpec } from '../operator/flink-deployment-spec';
import { OperatorVersion } from '../operator/operator-version';
import { renderSpec } from '../operator/render-spec';
import { explain } from '../report/explain';
import { Explained } from '../report/explained';
import { SizingRequest } from '../sizing/facts/sizing-request';
import { derivePlan } from '../sizing/plan/derive-plan';
import { TuningPlan } from '../sizing/plan/tuning-plan';

export { patchedCluster };

/** A deployment, thought through from intent to what will run, before anything of it stands in the tree. */
export interface TunedManifest {
  readonly plan: TuningPlan;
  readonly parts: ApplicationParts;
  readonly spec: FlinkDeploymentSpec;
}

/** What the construct tree decides. */
export interface Placement {
  readonly name: string;
  readonly namespace?: string;
  readonly serviceAccount: string;
}

/** The whole way: facts → plan → settings → resource → twin → verdict. Throws where it cannot work. */
export function tunedManifest(placement: Placement, props: TunedFlinkDeploymentProps): TunedManifest {
  const made = manifestFor(placement, props);
  checkedCluster({ metadata: placement, spec: renderSpec(made.spec) }, props);
  return made;
}

/** The way up to the resource. */
export function manifestFor({ name, serviceAccount }: Placement, props: TunedFlinkDeploymentProps): TunedManifest {
  const { image, flinkVersion, operatorVersion = OperatorVersion.V1_16, mode = ClusterMode.NATIVE } = props;
  refuseShape(props);
  refuseName(name);
  refuseContradictions(props, operatorVersion);

  const context = { name, flinkVersion: versionInImage(image, flinkVersion), operatorVersion, mode };
  const planned = (request: SizingRequest) => {
    const plan = derivePlan(request);
    return { plan, parts: applicationParts(context, { request, plan }, props) };
  };
  const request = sizingRequest(props);
  const first = planned(request);
  const { companions } = first.parts.cluster;
  // A strategy may bring containers, and is asked only when there is a plan; they count like those of the properties.
  const { plan, parts } = sameCompanions(request, companions) ? first : planned({ ...request, ...companions });
  const { jobManagers, taskManagers } = parts;
  const { jobManagerCpu, jobManagerMemory, taskManagerCpu, taskManagerMemory } = plan;
  const sizes = { jobManagerCpu, jobManagerMemory, jobManagers, taskManagerCpu, taskManagerMemory, taskManagers };
  const spec = { ...clusterSpec(props, serviceAccount, parts.cluster, sizes), job: jobSpec(props.job, parts, plan) };
  return { plan, parts, spec };
}

/** The explanation of the deployment whose resource is now this one, patches included. */
export function explainManifest(resource: unknown, props: TunedFlinkDeploymentProps): string {
  return explain(explainedManifest(resource, props));
}

/** All that an explanation of that resource is made from. */
export function explainedManifest(resource: unknown, props: TunedFlinkDeploymentProps): Explained {
  const cluster = patchedCluster(resource, props);
  const { metadata: { name, namespace }, spec: { serviceAccount = '' } } = cluster.manifest;
  const { plan, parts } = manifestFor({ name, namespace, serviceAccount }, props);
  const settings = parts.cluster.configuration.spelledFor(readerOf(parts.cluster));
  return { name, flinkVersion: props.flinkVersion, plan, findings: [...plan.findings, ...parts.cluster.findings], settings, cluster };
}
