import { asRefused } from './as-refused';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { fewRetainedCheckpoints } from '../../src/rules/checkpoints/few-retained-checkpoints';
import { highAvailabilityType } from '../../src/rules/high-availability/high-availability-type';
import { Rule } from '../../src/rules/rule';
import { changelogLimits } from '../../src/rules/state/changelog-limits';
import { idleStateOption } from '../../src/rules/state/idle-state-option';
import { managedMemoryForRocksDb } from '../../src/rules/state/managed-memory-for-rocksdb';
import { oversizedBlock } from '../../src/rules/state/oversized-block';
import { stateLosingCompaction } from '../../src/rules/state/state-losing-compaction';
import { writeBufferAboveShare } from '../../src/rules/state/write-buffer-above-share';
import { someCluster } from '../some-cluster';

type Settings = Record<string, string>;
const ROCKSDB = { 'state.backend.type': 'rocksdb' };
const SPEC: ManifestSpec = {
  flinkVersion: 'v2_2',
  image: 'flink:2.2',
  jobManager: { resource: { memory: '1024m', cpu: 1 } },
  taskManager: { resource: { memory: '4096m', cpu: 2 } },
  job: { parallelism: 4 },
};
const found = (rule: Rule, flinkConfiguration: Settings, changes: Partial<ManifestSpec> = {}) =>
  asRefused(rule, someCluster({ ...SPEC, ...changes, flinkConfiguration }));
const at = (key: string) => `spec.flinkConfiguration["${key}"]`;

describe('idle-state-option', () => {
  const CACHE = 'remove it and set taskManager.memory, or calibration.cacheHitRate: managed memory is the cache';

  test.each<[Settings, string, string, string, string]>([
    // Seed §3 and §6: a cache larger than managed memory has no expression.
    [{ ...ROCKSDB, 'state.backend.rocksdb.block.cache-size': '1g' }, 'state.backend.rocksdb.block.cache-size', '1g',
      'does nothing: Flink replaces the cache of each state by one of the slot\'s managed memory', CACHE],
    [{ ...ROCKSDB, 'state.backend.rocksdb.memory.fixed-per-tm': '1g' }, 'state.backend.rocksdb.memory.fixed-per-tm', '1g',
      'does nothing: managed memory goes before it', CACHE],
    [{ ...ROCKSDB, 'state.backend.rocksdb.memory.partitioned-index-filters': 'true', 'state.backend.rocksdb.bloom-filter.bits-per-key': '20' },
      'state.backend.rocksdb.bloom-filter.bits-per-key', '20', 'does nothing: filters of a partitioned index always have ten bits for each key',
      'remove it, or turn the partitioned index off'],
    [{ 'state.backend.type': 'forst', 'state.backend.forst.bloom-filter.bits-per-key': '20' }, 'state.backend.forst.bloom-filter.bits-per-key', '20',
      'does nothing: filters of a partitioned index always have ten bits for each key', 'remove it, or turn the partitioned index off'],
    [{ 'state.backend.rocksdb.use-bloom-filter': 'true' }, 'state.backend.rocksdb.use-bloom-filter', 'true',
      'does nothing: the state backend is hashmap, unless the job sets another in its code', 'remove it, or use the backend that it is for as stateBackend'],
    [{ 'state.backend': 'hashmap', 'state.backend.incremental': 'true' }, 'state.backend.incremental', 'true',
      'does nothing: snapshots of state on the heap are always whole', 'remove it, or use RocksDbStateBackend'],
  ])('%j is found', (settings, key, got, what, fix) => expect(found(idleStateOption, settings)).toEqual([
    { location: at(key), what: `${key} ${what}`, got: `"${got}"`, allowed: 'nothing', fix },
  ]));

  test.each<[Settings, Partial<ManifestSpec>?]>([
    [{ ...ROCKSDB, 'state.backend.rocksdb.memory.managed': 'false', 'state.backend.rocksdb.block.cache-size': '64m' }],
    [{ ...ROCKSDB, 'state.backend.rocksdb.memory.managed': 'false', 'state.backend.rocksdb.memory.fixed-per-tm': '1g' }],
    // Capped, but not replaced.
    [{ ...ROCKSDB, 'state.backend.rocksdb.writebuffer.size': '32m', 'state.backend.rocksdb.writebuffer.count': '4' }],
    [{ ...ROCKSDB, 'state.backend.rocksdb.bloom-filter.bits-per-key': '20', 'execution.checkpointing.incremental': 'true' }],
    [{ 'execution.checkpointing.incremental': 'false' }],
    [{ 'state.backend.type': 'com.example.StateBackendFactory', 'state.backend.rocksdb.use-bloom-filter': 'true' }],
    // A job of a session may bring its own backend.
    [{ 'state.backend.rocksdb.use-bloom-filter': 'true' }, { job: undefined }],
  ])('%j does something', (...[settings, changes]) => expect(found(idleStateOption, settings, changes)).toEqual([]));
});

describe('state-losing-compaction', () => {
  test('FIFO is found', () => expect(found(stateLosingCompaction, { ...ROCKSDB, 'state.backend.rocksdb.compaction.style': 'fifo' })).toEqual([{
    location: at('state.backend.rocksdb.compaction.style'),
    what: 'state.backend.rocksdb.compaction.style would delete the oldest state',
    got: '"fifo"',
    allowed: 'LEVEL or UNIVERSAL',
    fix: 'remove it, or set compaction.style of RocksDbStateBackend',
  }]));

  test('others are none', () => expect(found(stateLosingCompaction, { 'state.backend.rocksdb.compaction.style': 'UNIVERSAL' })).toEqual([]));
});

describe('write-buffer-above-share', () => {
  const key = 'state.backend.rocksdb.writebuffer.size';
  const managed = { ...ROCKSDB, 'taskmanager.memory.managed.size': '192m' };

  // A third of 192 MiB is 64 MiB, of which 56 may be full: buffers of 448 MiB.
  test('is found above its bound', () => expect(found(writeBufferAboveShare, { ...managed, [key]: '449m' })).toEqual([{
    location: at(key),
    what: 'the write buffers of RocksDB are too large for the managed memory of a slot, and would be flushed all the time',
    got: '"449m", of which 58851328 bytes are taken at once',
    allowed: 'buffers of up to 469762048 bytes in a slot',
    fix: 'leave the size out, or give the TaskManager more memory',
  }]));

  test.each<Settings>([{ ...managed, [key]: '448m' }, { 'taskmanager.memory.managed.size': '1m', [key]: '64m' }, { ...ROCKSDB, 'taskmanager.memory.managed.size': '1m' }])(
    '%j is none', (settings) => expect(found(writeBufferAboveShare, settings)).toEqual([]));
});

describe('changelog-limits', () => {
  const SOUND = { 'state.changelog.enabled': 'true', 'state.changelog.storage': 'filesystem', 'execution.state-recovery.claim-mode': 'CLAIM' };

  test.each<[Settings, string, string, string, string]>([
    [{ 'state.backend.type': 'forst' }, 'state.backend.type', 'forst', 'ForSt knows no changelog', 'hashmap or rocksdb'],
    [{ 'state.changelog.storage': 'memory' }, 'state.changelog.storage', 'memory', 'a changelog in memory is lost with its pod', 'filesystem'],
    [{ 'execution.state-recovery.claim-mode': 'NO_CLAIM' }, 'execution.state-recovery.claim-mode', 'NO_CLAIM',
      'with a changelog no checkpoint succeeds after a start from a snapshot that stays the user\'s', 'CLAIM'],
    [{ 'execution.checkpointing.max-concurrent-checkpoints': '2' }, 'execution.checkpointing.max-concurrent-checkpoints', '2',
      'with a changelog there is one checkpoint at a time', '1'],
  ])('%j is found', (settings, key, got, what, allowed) => expect(found(changelogLimits, { ...SOUND, ...settings })).toEqual([{
    location: at(key), what, got: `"${got}" with state.changelog.enabled`, allowed, fix: 'use changelog of the state backend, which sets all of it',
  }]));

  test('the switch alone is not enough', () => expect(found(changelogLimits, { 'state.backend.changelog.enabled': 'true' })).toHaveLength(2));
  test.each([SOUND, { 'execution.checkpointing.max-concurrent-checkpoints': '2' }])('%j is none', (settings) =>
    expect(found(changelogLimits, settings)).toEqual([]));
});

describe('managed-memory-too-small', () => {
  const managed = (size: string, more: Settings = {}) => ({ ...ROCKSDB, 'taskmanager.memory.managed.size': size, ...more });

  // An eighth of 64 MiB is taken at once, of seven eighths of a third.
  test('a slot without room for one write buffer is found', () => expect(found(managedMemoryForRocksDb, managed('27m'))).toEqual([{
    location: 'spec.taskManager',
    what: 'managed memory is the cache and the write buffers of RocksDB, and a slot has too little of it for one of them',
    got: '27m of managed memory in a slot',
    allowed: '28m and more',
    fix: 'leave the memory of the TaskManager and its pools to the plan, or use HashMapStateBackend for state that fits the heap',
  }]));

  test.each<[Settings, Partial<ManifestSpec>?]>([
    [managed('28m')], [managed('0', { 'state.backend.type': 'hashmap' })], [managed('0', { 'state.backend.rocksdb.memory.fixed-per-slot': '1g' })],
    [managed('1m'), { taskManager: undefined }],
  ])('%j is none', (...[settings, changes]) => expect(found(managedMemoryForRocksDb, settings, changes)).toEqual([]));
});

describe('oversized-block', () => {
  test.each(['block.blocksize', 'block.metadata-blocksize'])('%s above a mebibyte is found', (option) =>
    expect(found(oversizedBlock, { ...ROCKSDB, [`state.backend.rocksdb.${option}`]: '1025k' })).toEqual([{
      location: at(`state.backend.rocksdb.${option}`),
      what: 'RocksDB would read a whole block of this size for each key that is looked up',
      got: '"1025k"',
      allowed: 'up to 1 MiB; 4 KiB is RocksDB\'s own, 16 to 64 KiB are usual on large states',
      fix: 'leave it out, or set blockSize of RocksDbStateBackend; a larger cache comes with taskManager.memory',
    }]));

  test('1m is none', () => expect(found(oversizedBlock, { ...ROCKSDB, 'state.backend.rocksdb.block.blocksize': '1m' })).toEqual([]));
});

describe('few-retained-checkpoints', () => {
  const RETAINED = 'execution.checkpointing.num-retained';
  const stateful = { job: { parallelism: 4, upgradeMode: 'savepoint' } };

  test.each(['1', '0', '-3'])('%s is found', (count) => expect(found(fewRetainedCheckpoints, { [RETAINED]: count }, stateful)).toEqual([{
    location: at(RETAINED),
    what: 'only the last checkpoint is kept, with nothing behind it to go back to',
    got: `"${count}"`,
    allowed: '2 and more',
    fix: 'leave `retained` of the checkpointing out, for three',
  }]));

  test.each<[Settings, Partial<ManifestSpec>?]>([[{ [RETAINED]: '2' }, stateful], [{}, stateful], [{ [RETAINED]: '1' }], [{ [RETAINED]: '1' }, { job: undefined }]])(
    '%j is none', (...[settings, changes]) => expect(found(fewRetainedCheckpoints, settings, changes)).toEqual([]));
});

describe('high-availability-type', () => {
  test.each(['kubernets', 'k8s', ''])('"%s" is found', (type) => expect(found(highAvailabilityType, { 'high-availability.type': type })).toEqual([{
    location: at('high-availability.type'),
    what: 'Flink has no high availability of this type, and would look for a class of this name',
    got: `"${type}"`,
    allowed: 'kubernetes, in any case, zookeeper, none, or the full name of a factory class',
    fix: 'use KubernetesHighAvailability in the place of the option',
  }]));

  test.each(['kubernetes', 'Kubernetes', 'ZOOKEEPER', 'none', 'com.example.HaFactory'])('"%s" is none', (type) =>
    expect(found(highAvailabilityType, { 'high-availability.type': type })).toEqual([]));
});
