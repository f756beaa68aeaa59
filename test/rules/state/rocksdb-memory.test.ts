import { fixedRocksDbMemory, smallRocksDbShare, unboundedRocksDbMemory } from '../../../src/rules/state/rocksdb-memory';
import { found, Read } from '../examples';

describe('unbounded-rocksdb-memory', () => {
  test('memory that nothing bounds is found, with what one state may take', () => expect(found(unboundedRocksDbMemory)).toEqual([{
    at: 'spec.flinkConfiguration["state.backend.rocksdb.memory.managed"]',
    what: 'each state of RocksDB takes memory of its own, which nothing bounds and nobody counts',
    got: '"false"',
    allowed: '"true", which is Flink\'s default, or a fixed size for each slot',
    becomes: 'up to 136 MiB for each state and slot, 272 MiB for each state in a TaskManager of 2 slots',
    edits: [{ remove: ['spec', 'flinkConfiguration', 'state.backend.rocksdb.memory.managed'] }],
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { state.backend.rocksdb.memory.managed: "false", state.backend.rocksdb.writebuffer.count: "4", state.backend.rocksdb.writebuffer.size: "32m", state.backend.rocksdb.block.cache-size: "64m" }', { becomes: 'up to 192 MiB for each state and slot, 384 MiB for each state in a TaskManager of 2 slots' }],
  ])('%s is found', (part, read) => expect(found(unboundedRocksDbMemory, part)).toMatchObject([read]));

  test.each([
    unboundedRocksDbMemory.passes!,
    'flinkConfiguration: { state.backend.rocksdb.memory.managed: "false", state.backend.rocksdb.memory.fixed-per-slot: "256m" }',
    'flinkConfiguration: { state.backend.rocksdb.memory.managed: "false", state.backend.rocksdb.memory.fixed-per-tm: "256m" }',
    'flinkConfiguration: { state.backend.type: "hashmap", state.backend.rocksdb.memory.managed: "false" }',
  ])('%s is none', (part) => expect(found(unboundedRocksDbMemory, part)).toEqual([]));
});

describe('fixed-rocksdb-memory', () => {
  test('more than the process has room for is found', () => expect(found(fixedRocksDbMemory)).toEqual([{
    at: 'spec.taskManager',
    what: 'RocksDB may take more memory than the process has beside its other pools',
    got: 'state.backend.rocksdb.memory.fixed-per-slot "2g", 4,096 MiB in a TaskManager',
    allowed: '1,781 MiB for all slots, of which the JVM needs a part',
    becomes: '4,096 MiB of RocksDB against JVM overhead 409 MiB, task off-heap 0 MiB, managed 1,372 MiB',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { state.backend.rocksdb.memory.managed: "false", state.backend.rocksdb.memory.fixed-per-tm: "1782m" }', { at: 'spec.taskManager', got: 'state.backend.rocksdb.memory.fixed-per-tm "1782m", 1,782 MiB in a TaskManager' }],
  ])('%s is found', (part, read) => expect(found(fixedRocksDbMemory, part)).toMatchObject([read]));

  test.each([
    fixedRocksDbMemory.passes!,
    'flinkConfiguration: { state.backend.rocksdb.memory.managed: "false", state.backend.rocksdb.memory.fixed-per-tm: "1781m" }',
    'flinkConfiguration: { state.backend.rocksdb.memory.fixed-per-tm: "9g" }',
  ])('%s is none', (part) => expect(found(fixedRocksDbMemory, part)).toEqual([]));
});

describe('small-rocksdb-share', () => {
  test('a share below one write buffer is found', () => expect(found(smallRocksDbShare)).toEqual([{
    at: 'spec.taskManager',
    what: 'managed memory of a slot is too little for one full write buffer of RocksDB',
    got: '171 MiB of managed memory for each of 8 slots',
    allowed: '220 MiB and more for write buffers of 64m',
    becomes: 'write buffers of a slot flush at 50 MiB, cache 142 MiB',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { taskmanager.memory.managed.size: "438m" }', { got: '219 MiB of managed memory for each of 2 slots' }],
  ])('%s is found', (part, read) => expect(found(smallRocksDbShare, part)).toMatchObject([read]));

  test.each([
    smallRocksDbShare.passes!,
    'flinkConfiguration: { taskmanager.memory.managed.size: "440m" }',
    'flinkConfiguration: { taskmanager.memory.managed.size: "54m" }',
    'flinkConfiguration: { taskmanager.memory.managed.size: "100m", state.backend.rocksdb.writebuffer.size: "8m" }',
    'flinkConfiguration: { taskmanager.memory.managed.size: "100m", state.backend.type: "hashmap" }',
  ])('%s is none', (part) => expect(found(smallRocksDbShare, part)).toEqual([]));
});
