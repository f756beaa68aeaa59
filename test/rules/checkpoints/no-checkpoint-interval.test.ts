import { noCheckpointInterval, noCheckpoints } from '../../../src/rules/checkpoints/no-checkpoint-interval';
import { found, Read } from '../examples';

describe('no-checkpoint-interval', () => {
  test('a job with all of it but an interval is found', () => expect(found(noCheckpointInterval)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.interval"]',
    what: 'this job keeps state, and has no interval for checkpoints',
    got: 'none, with upgradeMode savepoint, state backend rocksdb, a checkpoint directory, a savepoint directory and high availability',
    allowed: 'an interval, here or in the code of the job',
    becomes: 'no checkpoint, unless the code of the job switches them on',
  }]));

  test.each<[string, Partial<Read>]>([
    ['job: { upgradeMode: stateless }\nflinkConfiguration: { execution.checkpointing.interval: null, execution.checkpointing.dir: null, execution.checkpointing.savepoint-dir: null, high-availability.type: null }', { got: 'none, with state backend rocksdb' }],
  ])('%s is found', (part, read) => expect(found(noCheckpointInterval, part)).toMatchObject([read]));

  test.each([
    noCheckpointInterval.passes!,
    'job: { upgradeMode: last-state }\nflinkConfiguration: { execution.checkpointing.interval: null }',
    'flinkConfiguration: { execution.checkpointing.interval: null, execution.runtime-mode: "batch" }',
    'job: null\nflinkConfiguration: { execution.checkpointing.interval: null }',
    'flinkConfiguration: { execution.checkpointing.interval: "0" }',
  ])('%s is none', (part) => expect(found(noCheckpointInterval, part)).toEqual([]));
});

describe('no-checkpoints', () => {
  test('a job that says nothing at all is found', () => expect(found(noCheckpoints)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.interval"]',
    what: 'nothing is said about checkpoints of this job',
    got: 'no interval',
    allowed: 'an interval, here or in the code of the job',
  }]));

  test.each([
    noCheckpoints.passes!,
    'flinkConfiguration: { execution.checkpointing.interval: null }',
    'job: null\nflinkConfiguration: { execution.checkpointing.interval: null, execution.checkpointing.dir: null, execution.checkpointing.savepoint-dir: null, high-availability.type: null, state.backend.type: null }',
  ])('%s is none', (part) => expect(found(noCheckpoints, part)).toEqual([]));
});
