import { admitSessionJob } from '../../../src/operator/admission/admit-session-job';
import { FlinkDeploymentManifest, FlinkSessionJobManifest } from '../../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { refusalOf } from '../../refusals';

const SESSION: FlinkDeploymentManifest = { metadata: { name: 'session' }, spec: { flinkVersion: 'v1_20', serviceAccount: 'flink' } };
const job = (fields: FlinkSessionJobManifest['spec'] = {}): FlinkSessionJobManifest =>
  ({ metadata: { name: 'job' }, spec: { deploymentName: 'session', job: { parallelism: 1 }, ...fields } });
const admitting = (
  manifest: FlinkSessionJobManifest, session?: FlinkDeploymentManifest, defaults: Record<string, string> = {}, release = OperatorVersion.V1_16,
) => admitSessionJob(manifest, session, { release, defaults: new Map(Object.entries(defaults)) });
const withJar = (jarURI: string) => job({ job: { parallelism: 1, jarURI } });

test.each<[string, FlinkSessionJobManifest, FlinkDeploymentManifest | undefined]>([
  ['deployment-name', job({ deploymentName: 'Session' }), undefined],
  ['deployment-name', job({ deploymentName: undefined }), undefined],
  ['session-job-empty', job({ job: undefined }), SESSION],
  ['session-job-on-application', job(), { ...SESSION, spec: { ...SESSION.spec, job: { parallelism: 1 } } }],
  ['session-cluster-name', job(), { ...SESSION, metadata: { name: 'other' } }],
  ['job-parallelism', job({ job: {} }), SESSION],
  ['checkpoint-directory', job({ job: { parallelism: 1, upgradeMode: 'last-state' } }), SESSION],
  ['unreadable-field', job({ job: { parallelism: 1, upgradeMode: 'other' } }), undefined],
  ['unreadable-field', job(), { ...SESSION, spec: { ...SESSION.spec, mode: 'other' } }],
  ['autoscaler-range', job({ flinkConfiguration: { 'job.autoscaler.enabled': 'true', 'job.autoscaler.scale-up.max-factor': '-1' } }), SESSION],
])('%s', (code, manifest, session) => expect(refusalOf(() => admitting(manifest, session)).code).toBe(code));

test('without its cluster only the job itself is looked at', () => {
  expect(admitting(job({ job: { upgradeMode: 'savepoint' } }))).toBe('admitted');
});

test('options of the cluster lie under those of the job', () => {
  const session = { ...SESSION, spec: { ...SESSION.spec, flinkConfiguration: { 'state.checkpoints.dir': 's3://b/c' } } };
  expect(admitting(job({ job: { parallelism: 1, upgradeMode: 'last-state' } }), session)).toBe('admitted');
});

describe('the jar, from operator 1.15', () => {
  test.each([
    ['jar-uri', 'https://8.8.8.8/a b'], ['jar-uri-scheme', '/opt/job.jar'], ['jar-uri-scheme', 's3://bucket/job.jar'], ['jar-uri-host', 'https:///job.jar'],
    ['jar-uri-host', 'https://a_b/job.jar'], ['jar-uri-restricted', 'https://localhost/job.jar'], ['jar-uri-restricted', 'https://10.1.2.3/job.jar'],
    ['jar-uri-restricted', 'https://[::ffff:192.168.0.1]/job.jar'], ['jar-uri-restricted', 'HTTPS://2130706433/job.jar'],
  ])('%s %s', (code, uri) => {
    expect(refusalOf(() => admitting(withJar(uri))).message).toContain(`[${code}]\n  got      "${uri}"\n`);
    expect(admitting(withJar(uri), undefined, {}, OperatorVersion.V1_14)).toBe('admitted');
  });

  test('an address outside is fetched, a name depends on the cluster', () => {
    expect(admitting(withJar('https://8.8.8.8/job.jar'))).toBe('admitted');
    expect(admitting(withJar('https://repo.example.com/job.jar'))).toBe('undecided');
  });

  test('the operator\'s own configuration widens the rules, the job\'s does not', () => {
    const wider = { 'kubernetes.operator.user.artifacts.allowed-schemes': 'https; S3', 'kubernetes.operator.user.artifacts.disallow-restricted-hosts': 'false' };
    expect(admitting(withJar('s3://bucket/job.jar'), undefined, wider)).toBe('admitted');
    expect(admitting(withJar('https://10.1.2.3/job.jar'), undefined, wider)).toBe('admitted');
    const own = { ...withJar('s3://bucket/job.jar').spec, flinkConfiguration: wider };
    expect(refusalOf(() => admitting(job(own), SESSION)).code).toBe('jar-uri-scheme');
  });
});
