import { oneDirectoryForAll, snapshotsOnClaim } from '../../../src/rules/storage/snapshots-on-claim';
import { found, Read } from '../examples';

describe('snapshots-on-claim', () => {
  test('a directory on a claim is found', () => expect(found(snapshotsOnClaim)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.dir"]',
    what: 'every pod has to mount the claim that the snapshots lie on',
    got: '"file:///flink-data/checkpoints", on flink-data',
    allowed: 'an object store, or a claim of access mode ReadWriteMany',
  }]));

  test.each<[string, Partial<Read>]>([
    ['podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: state, mountPath: /ha }] }], volumes: [{ name: state, persistentVolumeClaim: { claimName: ha } }] } }\ntaskManager: { podTemplate: null }\nflinkConfiguration: { high-availability.storageDir: "file:///ha/orders" }', { at: 'spec.flinkConfiguration["high-availability.storageDir"]', got: '"file:///ha/orders", on state' }],
  ])('%s is found', (part, read) => expect(found(snapshotsOnClaim, part)).toMatchObject([read]));

  test.each([
    snapshotsOnClaim.passes!,
    'podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: state, mountPath: /flink-data }] }], volumes: [{ name: state, nfs: { server: nfs, path: / } }] } }\ntaskManager: { podTemplate: null }\nflinkConfiguration: { execution.checkpointing.dir: "file:///flink-data/checkpoints" }',
  ])('%s is none', (part) => expect(found(snapshotsOnClaim, part)).toEqual([]));
});

describe('one-directory-for-all', () => {
  test('savepoints within the directory of checkpoints are found', () => expect(found(oneDirectoryForAll)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.savepoint-dir"]',
    what: 'execution.checkpointing.savepoint-dir lies within the directory of the checkpoints',
    got: '"s3://flink-state/orders/checkpoints/savepoints"',
    allowed: 'a directory beside that of the checkpoints',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { high-availability.storageDir: "s3://flink-state/orders/checkpoints/" }', { at: 'spec.flinkConfiguration["high-availability.storageDir"]' }],
  ])('%s is found', (part, read) => expect(found(oneDirectoryForAll, part)).toMatchObject([read]));

  test.each([
    oneDirectoryForAll.passes!,
    'flinkConfiguration: { execution.checkpointing.savepoint-dir: "s3://flink-state/orders/checkpoints-of-people" }',
    'flinkConfiguration: { execution.checkpointing.dir: null }',
  ])('%s is none', (part) => expect(found(oneDirectoryForAll, part)).toEqual([]));
});
