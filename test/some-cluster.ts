import { EffectiveCluster } from '../src/operator/effective-cluster';
import { ManifestSpec } from '../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../src/operator/operator-version';

/** What a spec becomes under the newest operator, nothing configured. */
export function someCluster(spec: ManifestSpec): EffectiveCluster {
  return new EffectiveCluster({ metadata: { name: 'some-job' }, spec }, { release: OperatorVersion.V1_16, defaults: new Map() });
}
