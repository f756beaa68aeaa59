import { atLeastOnce, oneRetainedByDefault } from '../../../src/rules/checkpoints/careful-checkpoints';
import { found, Read } from '../examples';

describe('at-least-once', () => {
  test('at least once is found', () => expect(found(atLeastOnce)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.mode"]',
    what: 'after a failure some records count twice in the state',
    got: '"AT_LEAST_ONCE"',
    allowed: 'EXACTLY_ONCE',
  }]));

  test.each([
    atLeastOnce.passes!,
    'flinkConfiguration: { execution.checkpointing.mode: "exactly_once" }',
    'flinkConfiguration: { execution.checkpointing.mode: "AT_LEAST_ONCE", execution.checkpointing.interval: null }',
  ])('%s is none', (part) => expect(found(atLeastOnce, part)).toEqual([]));
});

describe('one-retained-by-default', () => {
  test('nothing said is found', () => expect(found(oneRetainedByDefault)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.num-retained"]',
    what: 'only the last checkpoint is kept unless something else is said',
    got: 'nothing, and Flink keeps one',
    allowed: '2 and more',
    edits: [{ set: ['spec', 'flinkConfiguration', 'execution.checkpointing.num-retained'], value: '3' }],
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkVersion: v1_18\nflinkConfiguration: { execution.checkpointing.num-retained: null }', { at: 'spec.flinkConfiguration["state.checkpoints.num-retained"]' }],
  ])('%s is found', (part, read) => expect(found(oneRetainedByDefault, part)).toMatchObject([read]));

  test.each([
    oneRetainedByDefault.passes!,
    'job: { upgradeMode: stateless }\nflinkConfiguration: { execution.checkpointing.num-retained: null }',
    'flinkConfiguration: { execution.checkpointing.num-retained: null, state.checkpoints.num-retained: "1" }',
    'flinkConfiguration: { execution.checkpointing.num-retained: null, execution.checkpointing.interval: null }',
  ])('%s is none', (part) => expect(found(oneRetainedByDefault, part)).toEqual([]));
});
