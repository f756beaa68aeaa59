import { rocksDbInContainer, rocksDbInMemory, rocksDbOnSharedVolume } from '../../../src/rules/storage/rocksdb-disk';
import { found, Read } from '../examples';

describe('rocksdb-in-container', () => {
  test('the layer of the container is found', () => expect(found(rocksDbInContainer)).toEqual([{
    at: 'spec.taskManager',
    what: 'RocksDB keeps the state on the writable layer of its container',
    got: '"/tmp", which no volume is mounted at',
    allowed: 'a directory on a volume of the TaskManager',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { state.backend.rocksdb.localdir: "/tmp/a,/data/b" }', { at: 'spec.flinkConfiguration["state.backend.rocksdb.localdir"]', got: '"/data/b", which no volume is mounted at' }],
    ['flinkConfiguration: { io.tmp.dirs: "/data" }', { at: 'spec.flinkConfiguration["io.tmp.dirs"]' }],
  ])('%s is found', (part, read) => expect(found(rocksDbInContainer, part)).toMatchObject([read]));

  test.each([
    rocksDbInContainer.passes!,
    'taskManager: { podTemplate: null }\nflinkConfiguration: { state.backend.type: "hashmap" }',
    'flinkConfiguration: { state.backend.rocksdb.localdir: "/tmp/rocksdb", io.tmp.dirs: "/data" }',
    '',
  ])('%s is none', (part) => expect(found(rocksDbInContainer, part)).toEqual([]));
});

describe('rocksdb-in-memory', () => {
  test('a volume in memory is found', () => expect(found(rocksDbInMemory)).toEqual([{
    at: 'spec.taskManager',
    what: 'RocksDB keeps its files in the memory of the pod, beside all that Flink has divided',
    got: '"/tmp", on rocksdb, an emptyDir of medium Memory',
    allowed: 'a volume on a disk',
  }]));

  test.each([
    rocksDbInMemory.passes!,
    'taskManager: { podTemplate: null }',
    '',
  ])('%s is none', (part) => expect(found(rocksDbInMemory, part)).toEqual([]));
});

describe('rocksdb-on-shared-volume', () => {
  test('one claim for all is found', () => expect(found(rocksDbOnSharedVolume)).toEqual([{
    at: 'spec.taskManager',
    what: 'all TaskManagers keep the files of RocksDB on one volume',
    got: '"/tmp", on rocksdb, a volume of kind persistentVolumeClaim',
    allowed: 'a volume of each TaskManager\'s own',
  }]));

  test.each([
    rocksDbOnSharedVolume.passes!,
    'taskManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: rocksdb, mountPath: /tmp }] }], volumes: [{ name: rocksdb, ephemeral: { volumeClaimTemplate: { spec: {} } } }] } } }',
  ])('%s is none', (part) => expect(found(rocksDbOnSharedVolume, part)).toEqual([]));
});
