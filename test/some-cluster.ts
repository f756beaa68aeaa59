import { EffectiveCluster } from '../src/operator/effective-cluster';
import { ManifestSpec } from '../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../src/operator/operator-version';

/** What a spec becomes under an operator with nothing configured. */
export function someCluster(spec: ManifestSpec, release = OperatorVersion.V1_16): EffectiveCluster {
  return new EffectiveCluster({ metadata: { name: 'some-job' }, spec }, { release, defaults: new Map() });
}
