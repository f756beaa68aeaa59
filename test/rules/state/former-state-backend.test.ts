import { deprecatedStateBackend, missingStateBackendClass } from '../../../src/rules/state/former-state-backend';
import { found, Read } from '../examples';

describe('missing-state-backend-class', () => {
  test('a class that Flink 2 does not have is found', () => expect(found(missingStateBackendClass)).toEqual([{
    at: 'spec.flinkConfiguration["state.backend.type"]',
    what: 'Flink 2 does not have the class of this state backend',
    got: '"org.apache.flink.contrib.streaming.state.RocksDBStateBackendFactory" on v2_2',
    allowed: 'rocksdb',
    edits: [{ set: ['spec', 'flinkConfiguration', 'state.backend.type'], value: 'rocksdb' }],
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkVersion: v2_0\nflinkConfiguration: { state.backend.type: null, state.backend: "org.apache.flink.runtime.state.filesystem.FsStateBackendFactory" }', { at: 'spec.flinkConfiguration["state.backend"]', allowed: 'hashmap' }],
  ])('%s is found', (part, read) => expect(found(missingStateBackendClass, part)).toMatchObject([read]));

  test.each([
    missingStateBackendClass.passes!,
    'flinkVersion: v1_20\nflinkConfiguration: { state.backend.type: "org.apache.flink.contrib.streaming.state.RocksDBStateBackendFactory" }',
    'flinkVersion: v2_0\nflinkConfiguration: { state.backend.type: "org.apache.flink.contrib.streaming.state.EmbeddedRocksDBStateBackendFactory" }',
    'flinkVersion: v2_0\nflinkConfiguration: { state.backend.type: "com.example.toString" }',
  ])('%s is none', (part) => expect(found(missingStateBackendClass, part)).toEqual([]));
});

describe('deprecated-state-backend', () => {
  test('filesystem is found, which is hashmap', () => expect(found(deprecatedStateBackend)).toEqual([{
    at: 'spec.flinkConfiguration["state.backend.type"]',
    what: 'Flink 2 no longer knows this name of a state backend',
    got: '"filesystem"',
    allowed: 'hashmap or rocksdb',
    becomes: 'hashmap, which Flink takes for it',
    edits: [{ set: ['spec', 'flinkConfiguration', 'state.backend.type'], value: 'hashmap' }],
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { state.backend.type: null, state.backend: "JobManager" }', { at: 'spec.flinkConfiguration["state.backend"]', becomes: 'state on the heap, and checkpoints gathered in the memory of the JobManager, at most 5 MiB of one task' }],
  ])('%s is found', (part, read) => expect(found(deprecatedStateBackend, part)).toMatchObject([read]));

  test.each([
    deprecatedStateBackend.passes!,
    'flinkVersion: v2_2\nflinkConfiguration: { state.backend.type: "filesystem" }',
    'flinkConfiguration: { state.backend.type: null }',
  ])('%s is none', (part) => expect(found(deprecatedStateBackend, part)).toEqual([]));
});
