import { bindStrategies } from './bound-strategies';
import { refuseContradictions, sizingRequest } from './deployment-request';
import { refuseShape } from './refuse-shape';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { FlinkConfiguration } from '../flink/configuration/flink-configuration';
import { versionInImage } from '../flink/flink-image';
import { FlinkVersion } from '../flink/flink-version';
import { admitDeployment } from '../operator/admission/admit-deployment';
import { refuseName } from '../operator/admission/names';
import { EffectiveCluster } from '../operator/effective-cluster';
import { FlinkDeploymentSpec, UpgradeMode } from '../operator/flink-deployment-spec';
import { refuseMissingFields } from '../operator/manifest/fields-missing-in';
import { FlinkDeploymentManifest } from '../operator/manifest/flink-manifests';
import { readManifest } from '../operator/manifest/read-manifest';
import { OperatorInstallation } from '../operator/operator-installation';
import { OperatorVersion } from '../operator/operator-version';
import { shapePods } from '../operator/pods/shapes-pods';
import { renderSpec } from '../operator/render-spec';
import { NewVolumeClaim } from '../pods/pod-contribution';
import { podTemplate } from '../pods/pod-template';
import { Refusal } from '../refusal';
import { explain } from '../report/explain';
import { Explained } from '../report/explained';
import { REFUSAL_PACK } from '../rules/refusal-pack';
import { refuseFindings } from '../rules/rule';
import { derivePlan } from '../sizing/plan/derive-plan';
import { TuningPlan } from '../sizing/plan/tuning-plan';

/** A deployment, thought through from intent to what will run, before anything of it stands in the tree. */
export interface TunedManifest {
  readonly plan: TuningPlan;
  readonly configuration: FlinkConfiguration;
  /** The Flink whose spelling both the job and the operator read. */
  readonly reader: FlinkVersion;
  readonly spec: FlinkDeploymentSpec;
  readonly newClaims: NewVolumeClaim[];
}

/** What the construct tree decides. */
export interface Placement {
  readonly name: string;
  readonly namespace?: string;
  readonly serviceAccount: string;
}

/** The whole way: facts → plan → settings → resource → twin → verdict. Throws where it cannot work. */
export function tunedManifest({ name, namespace, serviceAccount }: Placement, props: TunedFlinkDeploymentProps): TunedManifest {
  const { image, flinkVersion, job, operatorVersion: operator = OperatorVersion.V1_16 } = props;
  refuseShape(props);
  refuseName(name);
  refuseContradictions(props, operator);

  const request = sizingRequest(props);
  const plan = derivePlan(request);
  const { configuration, pods, taskManagerPods, snapshots } = bindStrategies(name, versionInImage(image, flinkVersion), { request, plan }, props);

  // A key is read by the job's Flink and by the operator, which has Flink classes of its own: the older one spells it.
  const reader = operator.flinkClasses.isAtLeast(flinkVersion) ? flinkVersion : operator.flinkClasses;
  const alike = taskManagerPods.length === 0;
  const spec: FlinkDeploymentSpec = {
    image,
    flinkVersion: flinkVersion.operatorName,
    serviceAccount,
    flinkConfiguration: configuration.render(reader),
    podTemplate: alike ? podTemplate(pods) : undefined,
    jobManager: {
      resource: { cpu: plan.jobManagerCpu.amountInCores, memory: plan.jobManagerMemory.toFlinkText() },
      podTemplate: alike ? undefined : podTemplate(pods),
    },
    taskManager: {
      resource: { cpu: plan.taskManagerCpu.amountInCores, memory: plan.taskManagerMemory.toFlinkText() },
      podTemplate: alike ? undefined : podTemplate([...pods, ...taskManagerPods]),
    },
    job: {
      jarUri: job.uri,
      entryClass: job.entryClass,
      args: job.args.length === 0 ? undefined : job.args,
      parallelism: plan.parallelism,
      upgradeMode: snapshots ? UpgradeMode.SAVEPOINT : UpgradeMode.STATELESS,
    },
  };
  clusterOf({ metadata: { name, namespace }, spec: renderSpec(spec) }, props);
  return { plan, configuration, reader, spec, newClaims: [...pods, ...taskManagerPods].flatMap(({ newClaims }) => newClaims ?? []) };
}

/** What will run; throws where the operator or Flink would refuse it, or where it must not be emitted. */
function clusterOf(manifest: FlinkDeploymentManifest, props: TunedFlinkDeploymentProps): EffectiveCluster {
  const installation = installationOf(props);
  const cluster = new EffectiveCluster(manifest, installation);
  admitDeployment(manifest, installation, cluster.written);
  const failures = shapePods(cluster.written) || installation.defaults.size > 0 ? cluster.failures : cluster.failuresBeforePods;
  failures.forEach((failure) => { throw failure; });
  refuseFindings(REFUSAL_PACK, cluster);
  return cluster;
}

/** The same of the resource as it is after patches, which may be anything; nothing of it may be dropped on its way to the operator. */
export function patchedCluster(resource: unknown, props: TunedFlinkDeploymentProps): EffectiveCluster {
  const { release } = installationOf(props);
  const read = readManifest(resource, release);
  if (read.kind !== 'FlinkDeployment') {
    throw unknownField('kind', `a ${read.kind}`);
  }
  refuseMissingFields('FlinkDeployment', resource as FlinkDeploymentManifest, release);
  read.pruned.forEach((path) => { throw unknownField(path, path); });
  const cluster = clusterOf(read.manifest, props);
  cluster.failures.forEach((failure) => { throw failure; });
  return cluster;
}

function installationOf(
  { operatorVersion: release = OperatorVersion.V1_16, operatorConfiguration = {} }: TunedFlinkDeploymentProps,
): OperatorInstallation {
  return { release, defaults: new Map(Object.entries(operatorConfiguration)) };
}

function unknownField(path: string, got: string): Refusal {
  return new Refusal({
    code: 'unknown-field',
    what: `a FlinkDeployment has no such ${path === 'kind' ? 'kind' : 'field'}, and Kubernetes would drop it without a word`,
    got,
    allowed: 'the fields of a FlinkDeployment, by Kubernetes\' own names',
    fix: 'correct the path of the patch',
  });
}

/** The explanation of the deployment whose resource is now this one, patches included. */
export function explainManifest(resource: unknown, props: TunedFlinkDeploymentProps): string {
  return explain(explainedManifest(resource, props));
}

/** All that an explanation of that resource is made from. */
export function explainedManifest(resource: unknown, props: TunedFlinkDeploymentProps): Explained {
  const cluster = patchedCluster(resource, props);
  const { manifest } = cluster;
  const { plan, configuration, reader } = tunedManifest({ ...manifest.metadata, serviceAccount: manifest.spec.serviceAccount ?? '' }, props);
  return { name: manifest.metadata.name, flinkVersion: props.flinkVersion, plan, settings: configuration.spelledFor(reader), cluster };
}
