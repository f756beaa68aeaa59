import { Question } from './answers';
import { exampleResources } from './example-cases';
import { FlinkDeploymentManifest } from '../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../src/operator/operator-version';

/** One change each to a sound manifest; some are harmless, most break one rule of the operator. */
export function brokenManifests(_cases: number, _seed: number, release: OperatorVersion): Question[] {
  const sound = exampleResources().find(({ manifest: { kind, spec } }) => kind === 'FlinkDeployment' && spec.job?.upgradeMode === 'savepoint')!.manifest;
  return CHANGES.map((change) => change(structuredClone(sound))).map(admission(release));
}

const admission = ({ minorLine }: OperatorVersion) => (manifest: FlinkDeploymentManifest): Question => ({ op: 'admit', release: minorLine, manifest });

type Change = (manifest: any) => FlinkDeploymentManifest;

const named = (name: string): Change => (manifest) => ({ ...manifest, metadata: { ...manifest.metadata, name } });
const with_ = (spec: Record<string, unknown>): Change => (manifest) => ({ ...manifest, spec: { ...manifest.spec, ...spec } });
const job = (fields: Record<string, unknown>): Change => (manifest) => with_({ job: { ...manifest.spec.job, ...fields } })(manifest);
const options = (settings: Record<string, string>): Change => (manifest) =>
  with_({ flinkConfiguration: { ...manifest.spec.flinkConfiguration, ...settings } })(manifest);
const without = (...keys: string[]): Change => (manifest) => with_({
  flinkConfiguration: Object.fromEntries(Object.entries(manifest.spec.flinkConfiguration).filter(([key]) => !keys.includes(key))),
})(manifest);
const both = (...changes: Change[]): Change => (manifest) => changes.reduce((changed, change) => change(changed), manifest);

const DIRECTORIES = ['execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir'];
const ROLLBACK = { 'kubernetes.operator.deployment.rollback.enabled': 'true' };

const CHANGES: Change[] = [
  named('a'), named('a'.repeat(45)), named('a'.repeat(46)), named('0-dedup'), named('dedup-'), named('Dedup'), named('de.dup'), named('de_dup'),
  ...['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'].map((key) => options({ [key]: 'x' })),
  options(ROLLBACK),
  options({ ...ROLLBACK, 'high-availability.type': 'kubernetes' }),
  options({ ...ROLLBACK, 'high-availability': 'KUBERNETES' }),
  options({ ...ROLLBACK, 'high-availability.type': 'none' }),
  options({ ...ROLLBACK, 'high-availability.type': 'standalone' }),
  with_({ serviceAccount: undefined }),
  with_({ flinkVersion: 'v1_14' }), with_({ flinkVersion: 'v1_15' }), with_({ flinkVersion: undefined }),
  options({ 'kubernetes.operator.cluster.health-check.enabled': 'true' }),
  options({ 'kubernetes.operator.cluster.health-check.enabled': 'true', 'kubernetes.operator.jm-deployment-recovery.enabled': 'false' }),
  without(...DIRECTORIES),
  both(without(...DIRECTORIES), job({ upgradeMode: 'stateless' })),
  both(without(...DIRECTORIES), job({ upgradeMode: 'last-state' })),
  both(without(...DIRECTORIES), options({ 'state.checkpoints.dir': 's3://b/c', 'state.savepoints.dir': 's3://b/s' })),
  without('execution.checkpointing.savepoint-dir'),
  both(without('execution.checkpointing.savepoint-dir'), job({ upgradeMode: 'last-state' })),
  both(without('execution.checkpointing.savepoint-dir'), job({ upgradeMode: 'last-state', savepointTriggerNonce: 1 })),
  both(without('execution.checkpointing.savepoint-dir'), job({ upgradeMode: 'last-state' }),
    options({ 'kubernetes.operator.periodic.savepoint.interval': '1h' })),
  both(without('execution.checkpointing.savepoint-dir'), job({ upgradeMode: 'last-state' }),
    options({ 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '1h' })),
  with_({ jobManager: { replicas: 2, resource: { memory: '1024m', cpu: 1 } } }),
  ...['true', 'TRUE', 'false', '', 'yes'].map((canary): Change => (manifest) =>
    ({ ...manifest, metadata: { ...manifest.metadata, labels: { 'flink.apache.org/canary': canary } }, spec: {} })),
  both(with_({ jobManager: { replicas: 2, resource: { memory: '1024m', cpu: 1 } } }), options({ 'high-availability.type': 'kubernetes' })),
];
