import { deployTimeFailures } from '../../../src/operator/deploy/deploy-time-failures';
import { ManifestSpec } from '../../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../../src/operator/operator-version';

const failures = (spec: ManifestSpec, configuration: Record<string, string> = {}, release = OperatorVersion.V1_16) =>
  deployTimeFailures({ metadata: { name: 'a' }, spec: { flinkVersion: 'v1_20', ...spec } }, new Map(Object.entries(configuration)), release);
const codes = (...args: Parameters<typeof failures>) => failures(...args).map(({ code }) => code);
const MEMORY = { resource: { memory: '2g' } };

test.each<[string, ManifestSpec, Record<string, string>]>([
  ['image-pull-policy', { imagePullPolicy: 'always' }, {}],
  ['application-jar', { job: {} }, {}],
  ['application-jar', { job: { entryClass: 'com.example.Job', args: ['--pyFiles', 'a'] } }, {}],
  ['application-jar', { job: {} }, { 'pipeline.jars': 'local:///a.jar;local:///b.jar' }],
  ['jar-uri', { job: { jarURI: 'local:///a b' } }, {}],
  ['jar-uri-scheme', { mode: 'standalone', job: { jarURI: '/opt/job.jar' } }, {}],
  ['limit-factor', {}, { 'kubernetes.jobmanager.cpu.limit-factor': '0.5' }],
  ['limit-factor', {}, { 'kubernetes.taskmanager.memory.limit-factor': 'NaN' }],
  ['option-value', {}, { 'kubernetes.taskmanager.memory.limit-factor': 'x' }],
  ['task-manager-cpu', {}, { 'taskmanager.cpu.cores': '0' }],
  ['hidden-memory', { taskManager: { ...MEMORY, resources: { requests: { cpu: 1 } } } }, {}],
  ['overlapping-keys', { flinkVersion: 'v2_0' }, { 'state.backend': 'rocksdb', 'state.backend.incremental': 'true' }],
])('%s: %j %j', (code, spec, configuration) => expect(codes(spec, configuration)).toEqual([code]));

test.each<[string, ManifestSpec, Record<string, string>]>([
  ['a jar', { job: { jarURI: 'local:///opt/job.jar' } }, {}],
  ['a jar among the options', { job: {} }, { 'pipeline.jars': 'local:///a.jar' }],
  ['Python by its class', { job: { entryClass: 'org.apache.flink.client.python.PythonDriver' } }, {}],
  ['Python by an argument', { job: { args: ['-py', 'job.py'] } }, {}],
  ['Python by its module', { job: { args: ['-pym', 'job'] } }, {}],
  ['Python by the long names', { job: { args: ['--pyModule', 'job'] } }, {}],
  ['Python by the long names', { job: { args: ['--python', 'job.py'] } }, {}],
  ['the Python gateway', { job: { entryClass: 'org.apache.flink.client.python.PythonGatewayServer' } }, {}],
  ['a standalone application, whose image has the jar', { mode: 'standalone', job: {} }, { 'kubernetes.jobmanager.cpu.limit-factor': '0' }],
  ['a session cluster', {}, {}],
  ['a path in native mode', { job: { jarURI: '/opt/job.jar' } }, {}],
  ['no pull policy', { imagePullPolicy: ' ' }, {}],
  ['memory among the options', { taskManager: { ...MEMORY, resources: { requests: { cpu: 1 } } } }, { 'taskmanager.memory.process.size': '2g' }],
  ['empty resources', { taskManager: { ...MEMORY, resources: {} } }, {}],
  ['overlapping keys on 1.x', {}, { 'state.backend': 'rocksdb', 'state.backend.incremental': 'true' }],
  ['overlapping keys of the operator\'s own', { flinkVersion: 'v2_0' }, { 'kubernetes.operator.a': '1', 'kubernetes.operator.a.b': '2' }],
])('%s deploys', (_, spec, configuration) => expect(codes(spec, configuration)).toEqual([]));

test('before operator 1.16 resources do not hide anything, before 1.11 there is no 2.x', () => {
  expect(codes({ taskManager: { ...MEMORY, resources: { requests: { cpu: 1 } } } }, {}, OperatorVersion.V1_15)).toEqual([]);
  expect(codes({ flinkVersion: 'v2_0' }, { 'a': '1', 'a.b': '2' }, OperatorVersion.V1_10)).toEqual([]);
});

test('several failures are all told, with the values they are about', () => {
  const texts = failures({ imagePullPolicy: 'always', job: {} }, { 'kubernetes.jobmanager.cpu.limit-factor': '0.5' }).map(({ message }) => message);
  expect(texts).toHaveLength(3);
  expect(texts.join('\n')).toMatch(/got {6}"always"[^]*no spec.job.jarURI[^]*0\.5/);
});
