import { asRefused } from './as-refused';
import { FLINK_FAMILIES, OPERATOR_FAMILIES } from '../../src/flink/options/open-families';
import { flinkOptions, operatorOptions } from '../../src/flink/options/option-catalogue';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { unfamiliarOption, unknownOption } from '../../src/rules/options/unknown-option';
import { someCluster } from '../some-cluster';
import { FlinkVersion } from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];
const SPEC: ManifestSpec = { image: 'flink:1.20', flinkVersion: 'v1_20', job: { parallelism: 1 } };
const found = (keys: string[], flinkVersion = 'v1_20', more: Record<string, string> = {}) =>
  [unknownOption, unfamiliarOption].flatMap((rule) =>
    asRefused(rule, someCluster({ ...SPEC, flinkVersion, flinkConfiguration: { ...Object.fromEntries(keys.map((key) => [key, 'x'])), ...more } })));

test.each<[string, string, string]>([
  ['state.backend.rocksdb.block-cache-size', 'options of Flink and the operator, or keys below a prefix of your own',
    'remove it; Flink makes the cache of managed memory, which the plan sizes: set taskManager.memory or calibration.cacheHitRate'],
  ['state.backend.rocksdb.block-size', 'options of Flink and the operator, or keys below a prefix of your own', 'set blockSize of RocksDbStateBackend, some KiB'],
  ['state.backend.rocksdb.block-size-multiplier', 'options of Flink and the operator, or keys below a prefix of your own', 'remove it; there is nothing like it'],
  ['taskmanager.numberOfTaskSlot', 'taskmanager.numberOfTaskSlots', 'correct the key, or remove it'],
  ['execution.checkpointing.intervall', 'execution.checkpointing.interval', 'correct the key, or remove it'],
  ['kubernetes.operator.savepoint.history.max.cont', 'kubernetes.operator.savepoint.history.max.count, kubernetes.operator.savepoint.history.max.age', 'correct the key or remove it, or acknowledge it and say who reads it'],
  ['job.autoscaler.enable', 'job.autoscaler.enabled', 'correct the key or remove it, or acknowledge it and say who reads it'],
  ['pipeline.max-paralelism', 'pipeline.max-parallelism', 'correct the key or remove it, or acknowledge it and say who reads it'],
  ['state.nothing-like-it.at-all', 'options of Flink and the operator, or keys below a prefix of your own', 'correct the key, or remove it'],
])('%s is found', (key, allowed, fix) => expect(found([key])).toEqual([{
  location: `spec.flinkConfiguration["${key}"]`,
  what: `neither Flink nor the operator has an option ${key}, and would pass over it`,
  got: 'this key',
  allowed,
  fix,
}]));

test('the keys of tutorials that no Flink ever had are found', () => {
  expect(found(['state.savepoints.num-retained', 'state.checkpoints.interval', 'state.checkpoints.timeout']).map(({ fix }) => fix)).toEqual([
    'set retained of the checkpointing; Flink never deletes savepoints', 'set interval of the checkpointing', 'set timeout of the checkpointing',
  ]);
});

/** A name in the place of what the user may choose. */
const named = (key: string) => key.replace(/<[^>]+>/g, 'mine');

test.each(LINES)('nothing that any line, any release or a plugin reads is found, on %s', ({ operatorName }) => {
  const flink = LINES.flatMap((line) => [...flinkOptions(line).keys].flatMap((key) => [key, ...flinkOptions(line).option(key)!.older]));
  const operator = ['1.10', '1.13', '1.16'].flatMap((release) => [...operatorOptions(release).keys]);
  const families = [...FLINK_FAMILIES, ...OPERATOR_FAMILIES].map(({ prefix }) => `${prefix}own.option`);
  // With a factory of the user's, some unknown keys would pass.
  const keys = [...new Set([...flink, ...operator, ...families].map(named))].filter((key) => !key.endsWith('.options-factory'));
  expect(keys.length).toBeGreaterThan(1000);
  expect(found(keys, operatorName)).toEqual([]);
  expect(found([...keys, 'state.unlike-all-of-them'], operatorName)).toHaveLength(1);
});

test.each([
  'my.setting', 'pipeline.topic-of-mine', 'rest.of-the-world', 'table.exec.some-new-thing', 'metrics.reporter.mine.whatever', 's3.anything', 'stat.backend',
  'kubernetes.internal.taskmanager.replicas', 'state', 'env.JAVA_HOME',
])('%s is the user\'s own', (key) => expect(found([key])).toEqual([]));

test('a backend or an options factory of the user\'s may read keys of its own', () => {
  expect(found(['state.backend.rocksdb.my-own-tuning-of-things'])).toHaveLength(1);
  expect(found(['state.backend.rocksdb.my-own-tuning-of-things'], 'v1_20', { 'state.backend.rocksdb.options-factory': 'com.example.Tuning' })).toEqual([]);
  expect(found(['state.backend.mine.directory-of-things'], 'v1_20', { 'state.backend.type': 'com.example.MyFactory' })).toEqual([]);
  // A slip is one all the same.
  expect(found(['state.backend.rocksdb.thread.nun'], 'v1_20', { 'state.backend.rocksdb.options-factory': 'com.example.Tuning' })).toHaveLength(1);
});

test('no value is told', () => expect(JSON.stringify(found(['state.nothing'], 'v1_20', { 'execution.password-of-mine': 'hunter2' }))).not.toContain('hunter2'));

test('below what the operator and jobs read too, it is no error', () => {
  const keys = ['job.autoscaler.of-a-fork', 'kubernetes.operator.of-a-fork', 'pipeline.max-paralelism', 'restart-strategy.exponential-delay.multiplier', 'taskmanager.of-a-fork'];
  const of = (rule: typeof unknownOption) => rule.check(someCluster({ ...SPEC, flinkConfiguration: Object.fromEntries(keys.map((key) => [key, 'x'])) }))
    .map(({ path }) => path.at(-1));
  expect(of(unfamiliarOption)).toEqual(keys.slice(0, 3));
  expect(of(unknownOption)).toEqual(keys.slice(3));
});
