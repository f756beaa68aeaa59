import { EffectiveConfiguration, effectiveConfiguration, SettingOrigin } from '../../../src/operator/configuration/effective-configuration';
import { ManifestSpec } from '../../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { refusalOf, says } from '../../refusals';

type Settings = Record<string, string>;
const made = (spec: ManifestSpec, release = OperatorVersion.V1_16, defaults: Settings = {}): EffectiveConfiguration =>
  effectiveConfiguration({ metadata: { name: 'some-job', namespace: 'flink' }, spec }, { release, defaults: new Map(Object.entries(defaults)) });
const valueOf = (key: string, ...given: Parameters<typeof made>) => made(...given).settings.get(key);

test('an application with nothing written has what the operator sets', () => {
  expect(Object.fromEntries(made({ flinkVersion: 'v1_20', job: { parallelism: 2 } }).settings)).toEqual({
    '$internal.application.program-args': '',
    '$internal.flink.version': 'v1_20',
    'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION',
    'execution.shutdown-on-application-finish': 'false',
    'execution.submit-failed-job-on-application-error': 'true',
    'execution.target': 'kubernetes-application',
    'kubernetes.cluster-id': 'some-job',
    'kubernetes.namespace': 'flink',
    'kubernetes.rest-service.exposed.type': 'ClusterIP',
    'parallelism.default': '2',
    'pipeline.name': 'some-job',
    'web.cancel.enable': 'false',
  });
});

test('a session has less of it', () => {
  expect(Object.fromEntries(made({ flinkVersion: 'v2_0', mode: 'standalone' }).settings)).toEqual({
    '$internal.flink.version': 'v2_0',
    'execution.target': 'remote',
    'kubernetes.internal.cluster-mode': 'SESSION',
    'kubernetes.cluster-id': 'some-job',
    'kubernetes.namespace': 'flink',
    'kubernetes.rest-service.exposed.type': 'ClusterIP',
    'web.cancel.enable': 'false',
  });
});

describe('who wins', () => {
  const scoped = (scope: string, value: string): Settings => ({ [`kubernetes.operator.default-configuration.${scope}.some.key`]: value });

  test.each<[string, Settings, ManifestSpec, string]>([
    ['the operator\'s configuration', { 'some.key': '1' }, {}, '1'],
    ['its part for the namespace', { 'some.key': '1', ...scoped('namespace.flink', '2') }, {}, '2'],
    ['not its part for another namespace', { 'some.key': '1', ...scoped('namespace.other', '2') }, {}, '1'],
    ['its part for the version over that for the namespace', { ...scoped('namespace.flink', '2'), ...scoped('flink-version.v1_20', '3') }, {}, '3'],
    ['the newer of two versions', { ...scoped('flink-version.v1_18+', '4'), ...scoped('flink-version.v1_17+', '5') }, {}, '4'],
    ['the version itself over it and newer', { ...scoped('flink-version.v1_20', '3'), ...scoped('flink-version.v1_20+', '4') }, {}, '3'],
    ['not a version to come', { 'some.key': '1', ...scoped('flink-version.v2_0+', '6') }, {}, '1'],
    ['flinkConfiguration over all of them', scoped('flink-version.v1_20', '3'), { flinkConfiguration: { 'some.key': '7' } }, '7'],
  ])('%s', (_, defaults, spec, value) => expect(valueOf('some.key', { flinkVersion: 'v1_20', ...spec }, OperatorVersion.V1_16, defaults)).toBe(value));

  test('before 1.11 the operator does not know of versions and newer', () => {
    const defaults = { 'some.key': '1', ...scoped('flink-version.v1_18+', '4') };
    expect(valueOf('some.key', { flinkVersion: 'v1_20' }, OperatorVersion.V1_10, defaults)).toBe('1');
  });

  test('a field over flinkConfiguration, and a default of the operator under it', () => {
    const { settings, originOf } = made(
      { flinkVersion: 'v1_20', image: 'flink:1.20', flinkConfiguration: { 'kubernetes.container.image.ref': 'x', 'web.cancel.enable': 'true' } },
      OperatorVersion.V1_16, { 'platform.key': 'p' });
    expect(['kubernetes.container.image.ref', 'web.cancel.enable', 'kubernetes.cluster-id', 'platform.key'].map((key) => [settings.get(key), originOf(key)])).toEqual([
      ['flink:1.20', SettingOrigin.FIELD], ['true', SettingOrigin.WRITTEN], ['some-job', SettingOrigin.OPERATOR], ['p', SettingOrigin.PLATFORM],
    ]);
  });

  test('what the operator forces over everything', () => {
    expect(valueOf('execution.target', { flinkVersion: 'v1_20', flinkConfiguration: { 'execution.target': 'local' } })).toBe('kubernetes-session');
  });
});

describe('flinkConfiguration', () => {
  test('is flattened: dots, semicolons, text', () => {
    const { written } = made({ flinkVersion: 'v1_20', flinkConfiguration: { a: { b: { c: 1.5 }, d: [1, null, { lost: true }, 'x'] }, e: null, f: [], g: {}, h: 1e21, i: -0.0001 } });
    expect(Object.fromEntries(written)).toEqual({ 'a.b.c': '1.5', 'a.d': '1;null;;x', 'e': 'null', 'h': '1.0E21', 'i': '-1.0E-4' });
  });

  test('of two spellings of one key the later wins', () => {
    expect(made({ flinkConfiguration: { 'a.b': '1', 'a': { b: '2' } } }).written.get('a.b')).toBe('2');
    expect(made({ flinkConfiguration: { 'a': { b: '2' }, 'a.b': '1' } }).written.get('a.b')).toBe('1');
  });

  test('a key that JavaScript has its own mind about is a key', () => {
    const configuration = JSON.parse('{"__proto__": "1", "constructor": {"prototype": "2"}, "toString": "3"}');
    expect([...made({ flinkConfiguration: configuration }).written]).toEqual([['__proto__', '1'], ['constructor.prototype', '2'], ['toString', '3']]);
  });
});

describe('fields', () => {
  test.each<[string, ManifestSpec, Settings]>([
    ['old images', { flinkVersion: 'v1_16', image: 'flink:1.16', taskManager: { resource: { cpu: 2 } } },
      { 'kubernetes.container.image': 'flink:1.16', 'kubernetes.taskmanager.cpu': '2.0', 'kubernetes.taskmanager.cpu.amount': '2.0' }],
    ['memory by Flink\'s grammar', { jobManager: { resource: { memory: '1536m' } } }, { 'jobmanager.memory.process.size': '1536 mb' }],
    ['memory by Kubernetes\' grammar', { jobManager: { resource: { memory: '1536Mi' } } }, { 'jobmanager.memory.process.size': '1610612736' }],
    ['a request before a limit', { taskManager: { resources: { requests: { cpu: '500m' }, limits: { cpu: 2, memory: '2Gi' } } } },
      { 'kubernetes.taskmanager.cpu.amount': '0.5', 'kubernetes.taskmanager.cpu.limit-factor': '4.0', 'taskmanager.memory.process.size': '2147483648' }],
    ['a jar in native mode', { job: { jarURI: 'local:///a.jar' } }, { 'pipeline.jars': 'local:///a.jar' }],
    ['a jar in standalone mode', { mode: 'standalone', job: { jarURI: 'local:///a;b.jar', parallelism: 3 } },
      { 'pipeline.classpaths': '\'file:///a;b.jar\'', 'kubernetes.internal.taskmanager.replicas': '3' }],
    ['arguments', { job: { args: ['--x', 'it\'s', 'a;b'], entryClass: 'A', allowNonRestoredState: true } }, {
      '$internal.application.program-args': '--x;\'it\'\'s\';\'a;b\'', '$internal.application.main': 'A', 'execution.savepoint.ignore-unclaimed-state': 'true',
    }],
    ['an interval for last-state', { job: { upgradeMode: 'last-state' } }, { 'execution.checkpointing.interval': '5 min' }],
    ['high availability', { flinkConfiguration: { 'high-availability': 'Kubernetes' } }, { 'high-availability.cluster-id': 'some-job' }],
  ])('%s', (_, spec, expected) => expect(Object.fromEntries(made({ flinkVersion: 'v1_20', ...spec }).settings)).toMatchObject(expected));

  test('resources do not exist before 1.16', () => {
    const role = { resource: { memory: '1g' }, resources: { requests: { memory: '2Gi' } } };
    expect(valueOf('taskmanager.memory.process.size', { taskManager: role }, OperatorVersion.V1_15)).toBe('1 gb');
    expect(valueOf('taskmanager.memory.process.size', { taskManager: role })).toBe('2147483648');
    expect(valueOf('taskmanager.memory.process.size', { taskManager: { ...role, resources: {} } })).toBe('1 gb');
  });

  test.each<[string, ManifestSpec, OperatorVersion, string]>([
    ['replicas times slots', { taskManager: { replicas: 3 }, job: { parallelism: 1 }, flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '4' } }, OperatorVersion.V1_16, '12'],
    ['overrides in standalone mode', { mode: 'standalone', job: { parallelism: 1 }, flinkConfiguration: { 'pipeline.jobvertex-parallelism-overrides': 'ab:3,cd:7' } }, OperatorVersion.V1_16, '7'],
    ['no overrides in native mode', { job: { parallelism: 1 }, flinkConfiguration: { 'pipeline.jobvertex-parallelism-overrides': 'ab:3' } }, OperatorVersion.V1_14, '1'],
    ['overrides in native mode through 1.13', { job: { parallelism: 1 }, flinkConfiguration: { 'pipeline.jobvertex-parallelism-overrides': 'ab:3' } }, OperatorVersion.V1_13, '3'],
  ])('parallelism: %s', (_, spec, release, parallelism) => expect(valueOf('parallelism.default', spec, release)).toBe(parallelism));

  test('a jar without a scheme is refused in standalone mode', () => {
    expect(refusalOf(() => made({ mode: 'standalone', job: { jarURI: '/opt/a.jar', parallelism: 1 } })).message).toBe(says(
      'a standalone application needs a scheme in spec.job.jarURI [jar-uri-scheme]', '"/opt/a.jar"', 'local:// or file://', 'write for example "local:///opt/flink/usrlib/job.jar"'));
  });
});
