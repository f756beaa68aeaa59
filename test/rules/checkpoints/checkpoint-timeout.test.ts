import { noToleratedCheckpointFailure, shortCheckpointTimeout } from '../../../src/rules/checkpoints/checkpoint-timeout';
import { found, Read } from '../examples';

describe('short-checkpoint-timeout', () => {
  test('a timeout below the interval is found', () => expect(found(shortCheckpointTimeout)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.timeout"]',
    what: 'a checkpoint is given up before the next one is due',
    got: '1min with an interval of 5min',
    allowed: '5min and more',
  }]));

  test.each([
    shortCheckpointTimeout.passes!,
    'flinkConfiguration: { execution.checkpointing.interval: "20min", execution.checkpointing.timeout: null }',
    'flinkConfiguration: { execution.checkpointing.interval: null, execution.checkpointing.timeout: "1s" }',
  ])('%s is none', (part) => expect(found(shortCheckpointTimeout, part)).toEqual([]));
});

describe('no-tolerated-checkpoint-failure', () => {
  test('a job that says nothing is found', () => expect(found(noToleratedCheckpointFailure)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.tolerable-failed-checkpoints"]',
    what: 'one failed checkpoint restarts the job',
    got: 'nothing, and Flink tolerates none',
    allowed: '1 and more',
    becomes: 'a restart for one checkpoint that takes longer than 10min',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { execution.checkpointing.tolerable-failed-checkpoints: "0", execution.checkpointing.timeout: "90s" }', { got: '"0"', becomes: 'a restart for one checkpoint that takes longer than 90s' }],
  ])('%s is found', (part, read) => expect(found(noToleratedCheckpointFailure, part)).toMatchObject([read]));

  test.each([
    noToleratedCheckpointFailure.passes!,
    'flinkConfiguration: { execution.checkpointing.tolerable-failed-checkpoints: "1" }',
    'flinkConfiguration: { execution.checkpointing.tolerable-failed-checkpoints: null, execution.checkpointing.interval: null }',
  ])('%s is none', (part) => expect(found(noToleratedCheckpointFailure, part)).toEqual([]));
});
