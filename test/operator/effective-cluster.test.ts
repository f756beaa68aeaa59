import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { MEBIBYTE } from '../../src/units/bytes';
import { says } from '../refusals';
import { someCluster } from '../some-cluster';

const firstFailure = ({ failures: [first] }: EffectiveCluster) => first;
const roles = { jobManager: { resource: { memory: '1024m' } }, taskManager: { resource: { memory: '4096m' } } };
const withSettings = (flinkConfiguration: Record<string, string>) => someCluster({ ...roles, flinkConfiguration });

test('fields of the resource are written over the options of the same meaning', () => {
  const twin = someCluster({
    image: 'flink:1.20',
    serviceAccount: 'flink',
    job: { parallelism: 5 },
    jobManager: { resource: { memory: '1Gi', cpu: 0.5 } },
    taskManager: { resource: { memory: '2G', cpu: 2 } },
    flinkConfiguration: { 'taskmanager.memory.process.size': '9g', 'taskmanager.numberOfTaskSlots': '2', 'some.key': 'x' },
  });
  expect(Object.fromEntries(twin.configuration)).toMatchObject({
    'kubernetes.container.image.ref': 'flink:1.20',
    'kubernetes.service-account': 'flink',
    'parallelism.default': '5',
    'jobmanager.memory.process.size': '1073741824',
    'kubernetes.jobmanager.cpu.amount': '0.5',
    'kubernetes.jobmanager.replicas': '1',
    'taskmanager.memory.process.size': '2 gb',
    'kubernetes.taskmanager.cpu.amount': '2.0',
    'taskmanager.numberOfTaskSlots': '2',
    'some.key': 'x',
  });
  expect(twin.written.get('taskmanager.memory.process.size')).toBe('9g');
  expect(twin).toMatchObject({ taskSlots: 2, parallelism: 5, taskManagers: 3, taskManager: { totalProcess: 2048n * MEBIBYTE } });
});

test('TaskManager replicas times slots replace the parallelism of a job', () => {
  const flinkConfiguration = { 'taskmanager.numberOfTaskSlots': '4' };
  expect(someCluster({ ...roles, flinkConfiguration, job: { parallelism: 1 }, taskManager: { ...roles.taskManager, replicas: 3 } }))
    .toMatchObject({ parallelism: 12, taskManagers: 3 });
});

test('RocksDB divides the managed memory of one slot', () => {
  const twin = withSettings({ 'state.backend': 'RocksDB', 'taskmanager.numberOfTaskSlots': '2' });
  expect(twin.slot.managed).toBe(719407031n);
  expect(twin.rocksDb).toMatchObject({ cacheCapacity: 599505859n, writeBufferManagerCapacity: 239802343n });
});

test('the ratios of RocksDB are read', () => {
  const twin = withSettings({ 'state.backend.type': 'rocksdb', 'state.backend.rocksdb.memory.write-buffer-ratio': '0' });
  expect(twin.rocksDb).toMatchObject({ cacheCapacity: twin.slot.managed, writeBufferManagerCapacity: 0n });
});

test.each<[string, Record<string, string>]>([
  ['state on the heap', { 'state.backend.type': 'hashmap' }],
  ['no backend', {}],
  ['memory that Flink does not manage', { 'state.backend.type': 'rocksdb', 'state.backend.rocksdb.memory.managed': 'false' }],
  ['a fixed size per slot', { 'state.backend.type': 'rocksdb', 'state.backend.rocksdb.memory.fixed-per-slot': '1g' }],
])('with %s there is nothing to divide', (_, settings) => expect(withSettings(settings).rocksDb).toBeUndefined());

test.each<[string, ManifestSpec, string, string, string]>([
  ['TaskManager', { ...roles, taskManager: { resource: { memory: '981m' } } }, 'the parts of the TaskManager memory need more than Flink has', '981m', '982 MiB'],
  ['TaskManager', { ...roles, taskManager: { resource: { memory: '2G' } }, flinkConfiguration: { 'taskmanager.memory.managed.size': '2g' } },
    'the parts of the TaskManager memory need more than Flink has', '2048m', '3129 MiB'],
  ['JobManager', { ...roles, jobManager: { resource: { memory: '400Mi' } } }, 'the JVM alone needs more than the whole JobManager process', '400m', '577 MiB'],
])('a %s that is too small is told what it needs (case %#)', (role, spec, why, got, needed) => {
  expect(firstFailure(someCluster(spec)).message).toBe(says(
    `Flink cannot start a ${role} with this memory: ${why} [process-memory-too-small]`, got,
    `${needed} and more, with the other settings as they are`, `raise the memory of the ${role}, or leave it out to have it derived`,
  ));
});

test('the size that a refusal names does start', () => {
  const flinkConfiguration = { 'taskmanager.memory.managed.size': '2g' };
  expect(someCluster({ ...roles, flinkConfiguration, taskManager: { resource: { memory: '3129m' } } }).taskManager.managed).toBe(2048n * MEBIBYTE);
});

test('a refusal that no process size cures is passed on', () => {
  expect(firstFailure(withSettings({ 'taskmanager.memory.managed.fraction': '1.5' })).code).toBe('memory-fraction');
});

test.each(['0', '-1', '2.5', 'two', ''])('%j task slots are refused', (slots) => {
  expect(firstFailure(withSettings({ 'taskmanager.numberOfTaskSlots': slots })).message).toBe(says(
    'Flink cannot read taskmanager.numberOfTaskSlots [option-value]', `"${slots}"`, '1 and more, in digits',
    'write a whole number',
  ));
});
