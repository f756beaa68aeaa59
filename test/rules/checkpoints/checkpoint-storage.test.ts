import { checkpointsInJobManager, checkpointStorageWithoutDirectory } from '../../../src/rules/checkpoints/checkpoint-storage';
import { found, Read } from '../examples';

describe('checkpoints-in-job-manager', () => {
  test('checkpoints without a directory are found', () => expect(found(checkpointsInJobManager)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.dir"]',
    what: 'checkpoints are kept in the heap of the JobManager, and go with its pod',
    got: 'no directory',
    allowed: 'a directory in a storage that outlives the pods',
    becomes: 'a checkpoint every 1min into the JobManager\'s heap, at most 5 MiB of state in one task',
  }]));

  test.each<[string, Partial<Read>]>([
    ['job: { upgradeMode: null }\nflinkConfiguration: { execution.checkpointing.dir: null, state.checkpoint-storage: "JobManager" }', { at: 'spec.flinkConfiguration["state.checkpoint-storage"]', got: '"jobmanager"' }],
    ['job: null\nflinkConfiguration: { execution.checkpointing.dir: null }', { at: 'spec.flinkConfiguration["execution.checkpointing.dir"]' }],
  ])('%s is found', (part, read) => expect(found(checkpointsInJobManager, part)).toMatchObject([read]));

  test.each([
    checkpointsInJobManager.passes!,
    'job: { upgradeMode: stateless }\nflinkConfiguration: { execution.checkpointing.dir: null, state.checkpoints.dir: "s3://flink-state/orders" }',
    'job: { upgradeMode: stateless }\nflinkConfiguration: { execution.checkpointing.dir: null, execution.checkpointing.storage: "com.example.StorageFactory" }',
    'job: { upgradeMode: stateless }\nflinkConfiguration: { execution.checkpointing.dir: null, execution.checkpointing.interval: null }',
  ])('%s is none', (part) => expect(found(checkpointsInJobManager, part)).toEqual([]));
});

describe('checkpoint-storage-without-directory', () => {
  test('a file system without a directory is found', () => expect(found(checkpointStorageWithoutDirectory)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.storage"]',
    what: 'Flink cannot create a checkpoint storage on a file system without a directory',
    got: '"filesystem" and no execution.checkpointing.dir',
    allowed: 'a directory in a storage that outlives the pods',
  }]));

  test.each([
    checkpointStorageWithoutDirectory.passes!,
    'job: null\nflinkConfiguration: { execution.checkpointing.storage: "filesystem", execution.checkpointing.dir: null }',
    'job: { upgradeMode: stateless }\nflinkConfiguration: { execution.checkpointing.storage: "jobmanager", execution.checkpointing.dir: null }',
  ])('%s is none', (part) => expect(found(checkpointStorageWithoutDirectory, part)).toEqual([]));
});
