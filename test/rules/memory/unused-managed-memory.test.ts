import { managedMemoryBesideFixed, unusedManagedMemory } from '../../../src/rules/memory/unused-managed-memory';
import { found, Read } from '../examples';

describe('unused-managed-memory', () => {
  test('memory that state on the heap does not use is found, and what it would make of the heap', () => expect(found(unusedManagedMemory)).toEqual([{
    at: 'spec.taskManager',
    what: 'the state of this job lies on the heap, and managed memory is kept for others',
    got: '1,372 MiB of managed memory',
    allowed: '0, unless the job runs Python, batch operators or windows of the Table API',
    becomes: '1,372 MiB idle in each TaskManager; without it task heap grows from 1,459 MiB to 2,831 MiB',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { state.backend.type: null, execution.checkpointing.incremental: null }', { got: '1,372 MiB of managed memory' }],
  ])('%s is found', (part, read) => expect(found(unusedManagedMemory, part)).toMatchObject([read]));

  test.each([
    unusedManagedMemory.passes!,
    'flinkConfiguration: { state.backend.type: "hashmap", execution.checkpointing.incremental: null }\njob: { entryClass: org.apache.flink.client.python.PythonDriver }',
    'flinkConfiguration: { state.backend.type: "hashmap", execution.checkpointing.incremental: null, execution.runtime-mode: BATCH }',
    'flinkConfiguration: { state.backend.type: "hashmap", execution.checkpointing.incremental: null }\njob: null',
    'job: { parallelism: 4 }',
  ])('%s is none', (part) => expect(found(unusedManagedMemory, part)).toEqual([]));
});

describe('managed-memory-beside-fixed', () => {
  test('managed memory beside one of RocksDB\'s own is found', () => expect(found(managedMemoryBesideFixed)).toEqual([{
    at: 'spec.taskManager',
    what: 'RocksDB does not use the managed memory that is kept for it',
    got: '1,372 MiB of managed memory and memory of RocksDB that is fixed per slot',
    allowed: 'managed memory for RocksDB, or none',
    becomes: '1,372 MiB reserved in each TaskManager and not used by RocksDB',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { state.backend.rocksdb.memory.managed: "false" }', { at: 'spec.taskManager' }],
    ['flinkConfiguration: { state.backend.rocksdb.memory.managed: "false", state.backend.rocksdb.memory.fixed-per-tm: "1g" }', { at: 'spec.taskManager' }],
  ])('%s is found', (part, read) => expect(found(managedMemoryBesideFixed, part)).toMatchObject([read]));

  test.each([
    managedMemoryBesideFixed.passes!,
    'flinkConfiguration: { state.backend.rocksdb.memory.fixed-per-tm: "1g" }',
    'flinkConfiguration: { state.backend.type: "hashmap", state.backend.rocksdb.memory.fixed-per-slot: "1g" }',
  ])('%s is none', (part) => expect(found(managedMemoryBesideFixed, part)).toEqual([]));
});
