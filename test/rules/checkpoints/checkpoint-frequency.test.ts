import { hotCheckpoints, minPauseAboveInterval, rareCheckpoints } from '../../../src/rules/checkpoints/checkpoint-frequency';
import { found, Read } from '../examples';

describe('hot-checkpoints', () => {
  test('an interval of seconds without a pause is found', () => expect(found(hotCheckpoints)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.interval"]',
    what: 'under load checkpoints of this interval follow each other with next to no pause',
    got: '5s, no pause',
    allowed: 'above 10s, or a pause of at least a quarter of the interval',
    becomes: '17280 checkpoints a day',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { execution.checkpointing.interval: "10s", execution.checkpointing.min-pause: "2499ms" }', { got: '10s, a pause of 2499ms' }],
  ])('%s is found', (part, read) => expect(found(hotCheckpoints, part)).toMatchObject([read]));

  test.each([
    hotCheckpoints.passes!,
    'flinkConfiguration: { execution.checkpointing.interval: "10s", execution.checkpointing.min-pause: "2500ms" }',
    'flinkConfiguration: { execution.checkpointing.interval: "10001ms", execution.checkpointing.min-pause: null }',
    'flinkConfiguration: { execution.checkpointing.interval: "1s", execution.checkpointing.min-pause: null, execution.runtime-mode: "BATCH" }',
  ])('%s is none', (part) => expect(found(hotCheckpoints, part)).toEqual([]));
});

describe('rare-checkpoints', () => {
  test('an interval of hours is found', () => expect(found(rareCheckpoints)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.interval"]',
    what: 'after a failure a long time of records is processed again',
    got: '3h',
    allowed: 'below 30min',
    becomes: 'up to 3h of records twice after each failure',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { execution.checkpointing.interval: "1800000" }', { got: '30min' }],
  ])('%s is found', (part, read) => expect(found(rareCheckpoints, part)).toMatchObject([read]));

  test.each([
    rareCheckpoints.passes!,
    'flinkConfiguration: { execution.checkpointing.interval: "1799s" }',
  ])('%s is none', (part) => expect(found(rareCheckpoints, part)).toEqual([]));
});

describe('long-checkpoint-pause', () => {
  test('a pause above the interval is found, and what Flink makes of it', () => expect(found(minPauseAboveInterval)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.min-pause"]',
    what: 'the pause takes the place of the interval',
    got: '10min with an interval of 1min',
    allowed: 'up to 1min',
    becomes: 'a checkpoint every 10min at most, not every 1min',
    edits: [{ set: ['spec', 'flinkConfiguration', 'execution.checkpointing.interval'], value: '10min' }],
  }]));

  test.each([
    minPauseAboveInterval.passes!,
    'flinkConfiguration: { execution.checkpointing.interval: "60s", execution.checkpointing.min-pause: "1min" }',
    'flinkConfiguration: { execution.checkpointing.interval: null, execution.checkpointing.min-pause: "1h" }',
    'flinkConfiguration: { execution.checkpointing.interval: "60s", execution.checkpointing.min-pause: null }',
  ])('%s is none', (part) => expect(found(minPauseAboveInterval, part)).toEqual([]));
});
