import { admitStateSnapshot } from '../../../src/operator/admission/admit-state-snapshot';
import { FlinkStateSnapshotManifest } from '../../../src/operator/manifest/flink-manifests';
import { refusalOf } from '../../refusals';

const admitting = (spec: FlinkStateSnapshotManifest['spec']) => () => admitStateSnapshot({ metadata: { name: 'snapshot' }, spec });
const jobReference = { kind: 'FlinkDeployment', name: 'a' };

test.each<[string, string, FlinkStateSnapshotManifest['spec']]>([
  ['snapshot-kind', 'neither', { jobReference }],
  ['snapshot-kind', 'both', { checkpoint: {}, savepoint: {}, jobReference }],
  ['snapshot-job', 'none', { checkpoint: {} }],
  ['snapshot-job', 'none', { savepoint: { alreadyExists: false } }],
])('%s: %s', (code, got, spec) => expect(refusalOf(admitting(spec)).message).toContain(`[${code}]\n  got      ${got}\n`));

test.each<FlinkStateSnapshotManifest['spec'][]>([
  [{ checkpoint: {}, jobReference }], [{ savepoint: {}, jobReference }], [{ savepoint: { alreadyExists: true, path: 's3://b/s' } }],
])('%j is admitted', (spec) => expect(admitting(spec)).not.toThrow());
