import { EffectiveCluster } from '../src/operator/effective-cluster';
import { ManifestSpec } from '../src/operator/manifest/flink-manifests';
import { bareInstallation } from '../src/operator/operator-installation';
import { OperatorVersion } from '../src/operator/operator-version';

/** What a spec becomes under the newest operator, nothing configured. */
export function someCluster(spec: ManifestSpec): EffectiveCluster {
  return new EffectiveCluster({ metadata: { name: 'some-job' }, spec }, bareInstallation(OperatorVersion.V1_16));
}
