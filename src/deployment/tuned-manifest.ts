import { Construct } from 'constructs';
import { bindStrategies } from './bound-strategies';
import { refuseContradictions, sizingRequest } from './deployment-request';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { ProvenSetting } from '../flink/configuration/provenance';
import { versionInImage } from '../flink/flink-image';
import { FlinkVersion } from '../flink/flink-version';
import { admit, refuseName } from '../operator/admission';
import { EffectiveCluster, effectiveCluster } from '../operator/effective-cluster';
import { FlinkDeploymentSpec, UpgradeMode } from '../operator/flink-deployment-spec';
import { FlinkDeploymentManifest } from '../operator/manifest';
import { OperatorVersion } from '../operator/operator-version';
import { renderSpec } from '../operator/render-spec';
import { podTemplate } from '../pods/pod-template';
import { REFUSAL_PACK } from '../rules/refusal-pack';
import { refuseFindings } from '../rules/rule';
import { TuningPlan } from '../sizing/tuning-plan';

/** Where a deployment will stand. */
export interface Place {
  /** The construct; strategies put supporting objects under it. */
  readonly scope: Construct;
  readonly name: string;
  readonly namespace?: string;
  readonly serviceAccountName: string;
}

/** A deployment, thought through from intent to what will run. */
export interface TunedManifest {
  readonly flinkVersion: FlinkVersion;
  readonly plan: TuningPlan;
  /** Sorted by key, as the resource spells them. */
  readonly settings: ProvenSetting[];
  readonly spec: FlinkDeploymentSpec;
  readonly cluster: EffectiveCluster;
}

/** The whole way: facts → plan → settings → resource → twin → verdict. Throws where it cannot work. */
export function tunedManifest({ scope, name, namespace, serviceAccountName }: Place, props: TunedFlinkDeploymentProps): TunedManifest {
  const { image, flinkVersion, job, operatorVersion: operator = OperatorVersion.V1_16 } = props;
  refuseName(name);
  refuseContradictions(props, operator);

  const plan = TuningPlan._derive(sizingRequest(props));
  const { configuration, pods, snapshots } = bindStrategies(scope, name, versionInImage(image, flinkVersion), plan, props);

  // A key is read by the job's Flink and by the operator, which has Flink classes of its own: the older one spells it.
  const reader = operator.flinkClasses.isAtLeast(flinkVersion) ? flinkVersion : operator.flinkClasses;
  const spec: FlinkDeploymentSpec = {
    image,
    flinkVersion: flinkVersion.operatorName,
    serviceAccount: serviceAccountName,
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
  return {
    flinkVersion,
    plan,
    settings: configuration.spelledFor(reader),
    spec,
    cluster: clusterOf({ metadata: { name, namespace }, spec: renderSpec(spec) }),
  };
}

/** What will run; throws where the operator or Flink would refuse it, or where it must not be emitted. */
export function clusterOf(manifest: FlinkDeploymentManifest): EffectiveCluster {
  admit(manifest);
  const cluster = effectiveCluster(manifest);
  refuseFindings(REFUSAL_PACK, cluster);
  return cluster;
}
