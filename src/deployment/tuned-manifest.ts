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
import { OperatorVersion } from '../operator/operator-version';
import { renderSpec } from '../operator/render-spec';
import { NewVolumeClaim } from '../pods/pod-contribution';
import { podTemplate } from '../pods/pod-template';
import { explain } from '../report/explain';
import { REFUSAL_PACK } from '../rules/refusal-pack';
import { refuseFindings } from '../rules/rule';
import { derivePlan } from '../sizing/derive-plan';
import { TuningPlan } from '../sizing/tuning-plan';

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
  const { configuration, pods, snapshots } = bindStrategies(name, versionInImage(image, flinkVersion), { request, plan }, props);

  // A key is read by the job's Flink and by the operator, which has Flink classes of its own: the older one spells it.
  const reader = operator.flinkClasses.isAtLeast(flinkVersion) ? flinkVersion : operator.flinkClasses;
  const spec: FlinkDeploymentSpec = {
    image,
    flinkVersion: flinkVersion.operatorName,
    serviceAccount,
    flinkConfiguration: configuration.render(reader),
    podTemplate: podTemplate(pods),
    jobManager: { resource: { cpu: plan.jobManagerCpu.amountInCores, memory: plan.jobManagerMemory.toFlinkText() } },
    taskManager: { resource: { cpu: plan.taskManagerCpu.amountInCores, memory: plan.taskManagerMemory.toFlinkText() } },
    job: {
      jarUri: job.uri,
      entryClass: job.entryClass,
      args: job.args.length === 0 ? undefined : job.args,
      parallelism: plan.parallelism,
      upgradeMode: snapshots ? UpgradeMode.SAVEPOINT : UpgradeMode.STATELESS,
    },
  };
  clusterOf({ metadata: { name, namespace }, spec: renderSpec(spec) }, props);
  return { plan, configuration, reader, spec, newClaims: pods.flatMap(({ newClaims }) => newClaims ?? []) };
}

/** What will run; throws where the operator or Flink would refuse it or drop some of it, or where it must not be emitted. */
export function clusterOf(manifest: FlinkDeploymentManifest, props: TunedFlinkDeploymentProps): EffectiveCluster {
  const { operatorVersion: release = OperatorVersion.V1_16, operatorConfiguration = {} } = props;
  const installation = { release, defaults: new Map(Object.entries(operatorConfiguration)) };
  refuseMissingFields('FlinkDeployment', manifest, release);
  const cluster = new EffectiveCluster(manifest, installation);
  admitDeployment(manifest, installation, cluster.written);
  cluster.failures.forEach((failure) => { throw failure; });
  refuseFindings(REFUSAL_PACK, cluster);
  return cluster;
}

/** The explanation of the deployment whose resource, patches included, is now `manifest`. */
export function explainManifest(manifest: FlinkDeploymentManifest, props: TunedFlinkDeploymentProps): string {
  const { plan, configuration, reader } = tunedManifest({ ...manifest.metadata, serviceAccount: manifest.spec.serviceAccount ?? '' }, props);
  const cluster = clusterOf(manifest, props);
  return explain({
    name: manifest.metadata.name,
    flinkVersion: props.flinkVersion,
    plan,
    settings: configuration.spelledFor(reader),
    cluster,
  });
}
