import { shrunkManagedMemory } from '../../../src/rules/state/shrunk-managed-memory';
import { found } from '../examples';

describe('shrunk-managed-memory', () => {
  test('a share below Flink\'s own is found, with what is left', () => expect(found(shrunkManagedMemory)).toEqual([{
    at: 'spec.flinkConfiguration["taskmanager.memory.managed.fraction"]',
    what: 'RocksDB has a smaller share of the memory than Flink gives it',
    got: '"0.2"',
    allowed: '0.4, which is Flink\'s own, and more',
    becomes: 'managed 686 MiB, 343 MiB for each slot, task heap 2,145 MiB',
  }]));

  test.each([
    shrunkManagedMemory.passes!,
    'flinkConfiguration: { taskmanager.memory.managed.fraction: "0.4" }',
    'flinkConfiguration: { state.backend.type: "hashmap", taskmanager.memory.managed.fraction: "0.1" }',
    'flinkConfiguration: { taskmanager.memory.managed.fraction: "0.1", state.backend.rocksdb.memory.fixed-per-slot: "256m" }',
  ])('%s is none', (part) => expect(found(shrunkManagedMemory, part)).toEqual([]));
});
