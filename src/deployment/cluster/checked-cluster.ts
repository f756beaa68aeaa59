import { admittedDeployment } from './admitted-twin';
import { patchedManifest } from './patched-resource';
import { admitDeployment } from '../../operator/admission/admit-deployment';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { refuseMissingFields } from '../../operator/manifest/fields-missing-in';
import { FlinkDeploymentManifest } from '../../operator/manifest/flink-manifests';
import { OperatorInstallation } from '../../operator/operator-installation';
import { OperatorVersion } from '../../operator/operator-version';
import { shapePods } from '../../operator/pods/shapes-pods';
import { ResourceTwin } from '../../operator/resource-twin';
import { unfamiliarOption, unknownOption } from '../../rules/options/unknown-option';
import { REFUSAL_PACK } from '../../rules/refusal-pack';
import { refuseFindings } from '../../rules/rule';
import { Inherited, Options } from '../defaults/complete-props';
import { FlinkClusterProps } from '../props/flink-cluster-props';

/** The operator that will read the resource, and what somebody lives with. */
export interface Installed extends Pick<FlinkClusterProps, 'operatorVersion' | 'operatorConfiguration'> {
  readonly inherited?: Pick<Inherited, 'acknowledgements'>;
}

/** Strategies vouch for their own options. */
const OF_OUR_OPTIONS = REFUSAL_PACK.filter((rule) => rule !== unknownOption && rule !== unfamiliarOption);

/** What will run; throws where the operator or Flink would refuse it, or where it must not be emitted. */
export function checkedCluster(manifest: FlinkDeploymentManifest, installed: Installed, options: Options = 'anybody\'s'): EffectiveCluster {
  const installation = installationOf(installed);
  refuseMissingFields('FlinkDeployment', manifest, installation.release);
  const cluster = new EffectiveCluster(manifest, installation);
  admitDeployment(manifest, installation, cluster.written);
  const failures = shapePods(cluster.written) || installation.defaults.size > 0 ? cluster.failures : cluster.failuresBeforePods;
  failures.forEach((failure) => { throw failure; });
  refuseFindings(options === 'ours' ? OF_OUR_OPTIONS : REFUSAL_PACK, cluster, installed.inherited?.acknowledgements);
  return cluster;
}

/** The same of the resource as it is after patches. */
export function patchedCluster(resource: unknown, installed: Installed): EffectiveCluster {
  const cluster = checkedCluster(patchedManifest('FlinkDeployment', resource, installationOf(installed).release), installed);
  cluster.failures.forEach((failure) => { throw failure; });
  return cluster;
}

/** The same for the rules. */
export function patchedDeployment(resource: unknown, installed: Installed): ResourceTwin {
  return admittedDeployment(patchedCluster(resource, installed));
}

/** The operator, and what lies under its resources. */
export function installationOf({ operatorVersion: release = OperatorVersion.V1_16, operatorConfiguration = {} }: Installed): OperatorInstallation {
  return { release, defaults: new Map(Object.entries(operatorConfiguration)) };
}
