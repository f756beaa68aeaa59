import { EffectiveCluster } from '../../../src/operator/effective-cluster';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { resourceTwin } from '../../../src/operator/resource-twin';
import { explainResource } from '../../../src/report/manifest/explain-manifest';
import { ResourceExplanation } from '../../../src/report/manifest/manifest-explanation';

export const INSTALLATION = { release: OperatorVersion.V1_16, defaults: new Map<string, string>() };

export const SPEC = {
  image: 'flink:1.20',
  flinkVersion: 'v1_20',
  serviceAccount: 'flink',
  flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '4', 'state.backend.type': 'rocksdb' },
  jobManager: { resource: { cpu: 1, memory: '2g' } },
  taskManager: { resource: { cpu: 2, memory: '8g' } },
  job: { jarURI: 'local:///opt/flink/usrlib/orders.jar', parallelism: 6, upgradeMode: 'stateless' },
};

export function manifestOf(spec: object, metadata: object = { name: 'orders' }, kind = 'FlinkDeployment'): unknown {
  return { apiVersion: 'flink.apache.org/v1beta1', kind, metadata, spec: { ...SPEC, ...spec } };
}

/** With these options over those of the sample. */
export function withOptions(flinkConfiguration: object, spec: object = {}): unknown {
  return manifestOf({ flinkConfiguration: { ...SPEC.flinkConfiguration, ...flinkConfiguration }, ...spec });
}

export function explanationOf(manifest: unknown): ResourceExplanation {
  const twin = resourceTwin(manifest, INSTALLATION);
  const resource = { kind: twin.kind, name: twin.metadata.name, line: 1, twin };
  return explainResource(resource, [resource], INSTALLATION, '2026-11-22');
}

export function clusterOf(manifest: unknown): EffectiveCluster {
  return resourceTwin(manifest, INSTALLATION).cluster!;
}
