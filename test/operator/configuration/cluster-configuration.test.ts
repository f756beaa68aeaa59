import { clusterConfiguration } from '../../../src/operator/configuration/cluster-configuration';
import { effectiveConfiguration } from '../../../src/operator/configuration/effective-configuration';
import { sessionJobConfiguration } from '../../../src/operator/configuration/session-job-configuration';
import { ManifestSpec } from '../../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { refusalOf, says } from '../../refusals';

const metadata = { name: 'some-job', namespace: 'flink' };
const file = (spec: ManifestSpec, release = OperatorVersion.V1_16) =>
  clusterConfiguration(effectiveConfiguration({ metadata, spec: { flinkVersion: 'v1_20', ...spec } }, { release, defaults: new Map() }), release);
const inFile = (spec: ManifestSpec, release?: OperatorVersion) => Object.fromEntries(file(spec, release).settings);

test.each([['v1_19', 'flink-conf.yaml'], ['v1_20', 'flink-conf.yaml'], ['v2_0', 'config.yaml'], ['v2_3', 'config.yaml']])('Flink %s reads %s', (flinkVersion, name) => {
  expect(file({ flinkVersion }).file).toBe(name);
});

test('the operator keeps its own options to itself', () => {
  const flinkConfiguration = {
    'kubernetes.operator.periodic.savepoint.interval': '1h', 'job.autoscaler.enabled': 'true', 'taskmanager.host': 'x', 'rest.bind-address': '::', 'kept': '1',
  };
  const pods = inFile({ flinkConfiguration });
  expect(Object.keys(pods).filter((key) => key in flinkConfiguration)).toEqual(['kept']);
  expect(inFile({ flinkConfiguration }, OperatorVersion.V1_11)).toHaveProperty(['job.autoscaler.enabled'], 'true');
});

test('ports are fixed where they are left open', () => {
  expect(inFile({ flinkConfiguration: { 'blob.server.port': '0', 'taskmanager.rpc.port': '7777' } }))
    .toMatchObject({ 'blob.server.port': '6124', 'taskmanager.rpc.port': '7777' });
  expect(inFile({ flinkConfiguration: { 'high-availability.type': 'kubernetes', 'jobmanager.rpc.port': '6200' } }))
    .toMatchObject({ 'high-availability.jobmanager.port': '6200' });
});

test('a range of ports is refused', () => {
  expect(refusalOf(() => file({ flinkConfiguration: { 'taskmanager.rpc.port': '6122-6130' } })).message).toBe(says(
    'taskmanager.rpc.port must be one port on Kubernetes [port-range]', '"6122-6130"', 'a whole number; 0 for 6122', 'choose one port, or leave it unset'));
});

test('TaskManagers find the JobManager by name, or through high availability', () => {
  const ha = { 'high-availability.type': 'kubernetes' };
  expect(inFile({})).toHaveProperty(['jobmanager.rpc.address'], 'some-job.flink');
  expect(inFile({ flinkConfiguration: ha })).not.toHaveProperty(['jobmanager.rpc.address']);
  expect(inFile({ flinkConfiguration: ha, mode: 'standalone' })).toHaveProperty(['jobmanager.rpc.address'], 'some-job.flink');
});

test('a job of its own keeps its results apart, and restores no savepoint but the operator\'s', () => {
  const { settings, random } = file({
    job: { parallelism: 1 }, flinkConfiguration: { 'high-availability.storageDir': 's3://b/ha', 'execution.savepoint.path': 's3://b/s' },
  });
  expect(settings.get('job-result-store.delete-on-commit')).toBe('false');
  expect(settings.has('execution.savepoint.path')).toBe(false);
  expect([...random]).toEqual([['$internal.pipeline.job-id', ''], ['job-result-store.storage-path', 's3://b/ha/job-result-store/some-job/']]);
});

test('a job id that is given stays', () => {
  expect(file({ job: { parallelism: 1 }, flinkConfiguration: { '$internal.pipeline.job-id': 'ab' } }).random.size).toBe(0);
});

test('a session draws nothing at random', () => expect(file({}).random.size).toBe(0));

test('before 1.16 a standalone cluster loses an empty first and last argument', () => {
  const job = { parallelism: 1, args: ['', 'a', '', 'b', ''] };
  expect(inFile({ mode: 'standalone', job }, OperatorVersion.V1_15)).toHaveProperty(['$internal.application.program-args'], 'a;;b');
  expect(inFile({ mode: 'standalone', job })).toHaveProperty(['$internal.application.program-args'], ';a;;b;');
  expect(inFile({ job }, OperatorVersion.V1_15)).toHaveProperty(['$internal.application.program-args'], ';a;;b;');
});

test('a session job has the session\'s configuration under its own', () => {
  const session = { metadata, spec: { flinkVersion: 'v1_20', flinkConfiguration: { a: '1', b: '1' } } };
  const job = { metadata: { name: 'job' }, spec: { deploymentName: 'some-job', flinkConfiguration: { b: '2' }, job: { parallelism: 7, upgradeMode: 'last-state', args: ['x'] } } };
  const settings = sessionJobConfiguration(job, session, { release: OperatorVersion.V1_16, defaults: new Map() });
  expect(Object.fromEntries(settings)).toMatchObject({
    'a': '1', 'b': '2', 'pipeline.name': 'job', 'execution.checkpointing.interval': '5 min', '$internal.application.program-args': 'x', 'execution.target': 'kubernetes-session',
  });
  expect(settings.has('parallelism.default')).toBe(false);
});

test.each([
  [OperatorVersion.V1_10, 'state.savepoints.dir'], [OperatorVersion.V1_11, 'execution.checkpointing.savepoint-dir'],
])('a session job has the savepoint directory of its session under the key that %s knows', (release, key) => {
  const directory = (flinkConfiguration: Record<string, string>, defaults: Record<string, string> = {}) => sessionJobConfiguration(
    { metadata, spec: { job: {} } }, { metadata, spec: { flinkVersion: 'v1_19', flinkConfiguration } }, { release, defaults: new Map(Object.entries(defaults)) },
  ).get(key);
  expect(directory({ 'savepoints.state.backend.fs.dir': 's3://a/b' })).toBe('s3://a/b');
  expect(directory({ 'savepoints.state.backend.fs.dir': 's3://a/b', [key]: 's3://c/d' })).toBe('s3://c/d');
  expect(directory({ 'savepoints.state.backend.fs.dir': 's3://a/b' }, { [key]: 's3://e/f' })).toBe('s3://a/b');
  expect(directory({}, { [key]: 's3://e/f' })).toBe('s3://e/f');
  expect(directory({})).toBeUndefined();
});
