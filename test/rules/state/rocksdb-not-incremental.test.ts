import { rocksDbNotIncremental } from '../../../src/rules/state/rocksdb-not-incremental';
import { found, Read } from '../examples';

describe('rocksdb-not-incremental', () => {
  test('whole checkpoints of RocksDB are found', () => expect(found(rocksDbNotIncremental)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.incremental"]',
    what: 'each checkpoint of RocksDB uploads the whole state',
    got: 'nothing, and Flink\'s default is off',
    allowed: '"true"',
    becomes: 'all of the state every 1min',
    edits: [{ set: ['spec', 'flinkConfiguration', 'execution.checkpointing.incremental'], value: 'true' }],
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { execution.checkpointing.incremental: null, state.backend.incremental: "false" }', { at: 'spec.flinkConfiguration["state.backend.incremental"]', got: 'incremental checkpoints switched off', edits: [{ set: ['spec', 'flinkConfiguration', 'state.backend.incremental'], value: 'true' }] }],
    ['flinkVersion: v1_18\nflinkConfiguration: { execution.checkpointing.incremental: null }', { at: 'spec.flinkConfiguration["state.backend.incremental"]' }],
  ])('%s is found', (part, read) => expect(found(rocksDbNotIncremental, part)).toMatchObject([read]));

  test.each([
    rocksDbNotIncremental.passes!,
    'flinkConfiguration: { execution.checkpointing.incremental: null, state.backend.incremental: "TRUE" }',
    'flinkConfiguration: { execution.checkpointing.incremental: null, execution.checkpointing.interval: null }',
    'flinkConfiguration: { execution.checkpointing.incremental: null, state.backend.type: "hashmap" }',
  ])('%s is none', (part) => expect(found(rocksDbNotIncremental, part)).toEqual([]));
});
