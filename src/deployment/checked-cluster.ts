import { FlinkClusterProps } from './flink-cluster-props';
import { admitDeployment } from '../operator/admission/admit-deployment';
import { EffectiveCluster } from '../operator/effective-cluster';
import { refuseMissingFields } from '../operator/manifest/fields-missing-in';
import { FlinkDeploymentManifest } from '../operator/manifest/flink-manifests';
import { refuseMissingPodFields } from '../operator/manifest/pod-fields-missing-in';
import { readManifest } from '../operator/manifest/read-manifest';
import { OperatorInstallation } from '../operator/operator-installation';
import { OperatorVersion } from '../operator/operator-version';
import { shapePods } from '../operator/pods/shapes-pods';
import { Refusal } from '../refusal';
import { REFUSAL_PACK } from '../rules/refusal-pack';
import { refuseFindings } from '../rules/rule';

/** The operator that will read the resource. */
export type Installed = Pick<FlinkClusterProps, 'operatorVersion' | 'operatorConfiguration'>;

/** What will run; throws where the operator or Flink would refuse it, or where it must not be emitted. */
export function checkedCluster(manifest: FlinkDeploymentManifest, installed: Installed): EffectiveCluster {
  const installation = installationOf(installed);
  refuseMissingFields('FlinkDeployment', manifest, installation.release);
  const cluster = new EffectiveCluster(manifest, installation);
  admitDeployment(manifest, installation, cluster.written);
  const failures = shapePods(cluster.written) || installation.defaults.size > 0 ? cluster.failures : cluster.failuresBeforePods;
  failures.forEach((failure) => { throw failure; });
  refuseFindings(REFUSAL_PACK, cluster);
  return cluster;
}

/** The same of the resource as it is after patches, which may be anything; nothing of it may be dropped on its way to the operator. */
export function patchedCluster(resource: unknown, installed: Installed): EffectiveCluster {
  const { release } = installationOf(installed);
  const read = readManifest(resource, release);
  if (read.kind !== 'FlinkDeployment') {
    throw unknownField('kind', `a ${read.kind}`);
  }
  refuseMissingFields('FlinkDeployment', resource as FlinkDeploymentManifest, release);
  refuseMissingPodFields(read.manifest.spec, release);
  read.pruned.forEach((path) => { throw unknownField(path, path); });
  const cluster = checkedCluster(read.manifest, installed);
  cluster.failures.forEach((failure) => { throw failure; });
  return cluster;
}

export function installationOf({ operatorVersion: release = OperatorVersion.V1_16, operatorConfiguration = {} }: Installed): OperatorInstallation {
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
