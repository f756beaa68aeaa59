import { concurrentCheckpoints, unalignedAtOnce } from '../../../src/rules/checkpoints/overlapping-checkpoints';
import { found, Read } from '../examples';

describe('concurrent-checkpoints', () => {
  test('two at a time are found', () => expect(found(concurrentCheckpoints)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.max-concurrent-checkpoints"]',
    what: 'several checkpoints at a time slow each other down',
    got: '"2"',
    allowed: '1',
  }]));

  test.each([
    concurrentCheckpoints.passes!,
    'flinkConfiguration: { execution.checkpointing.max-concurrent-checkpoints: "2", execution.checkpointing.interval: null }',
    'flinkConfiguration: { execution.checkpointing.max-concurrent-checkpoints: "1" }',
  ])('%s is none', (part) => expect(found(concurrentCheckpoints, part)).toEqual([]));
});

describe('unaligned-at-once', () => {
  test('unaligned checkpoints without a timeout are found', () => expect(found(unalignedAtOnce)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.unaligned.enabled"]',
    what: 'every checkpoint is unaligned, also those that would align in no time',
    got: 'no execution.checkpointing.aligned-checkpoint-timeout',
    allowed: 'a time after which a checkpoint stops to wait for alignment',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { execution.checkpointing.unaligned: "true", execution.checkpointing.aligned-checkpoint-timeout: "0s" }', { at: 'spec.flinkConfiguration["execution.checkpointing.unaligned"]' }],
  ])('%s is found', (part, read) => expect(found(unalignedAtOnce, part)).toMatchObject([read]));

  test.each([
    unalignedAtOnce.passes!,
    'flinkConfiguration: { execution.checkpointing.unaligned: "true", execution.checkpointing.alignment-timeout: "30s" }',
    'flinkConfiguration: { execution.checkpointing.unaligned: "true", execution.checkpointing.mode: "AT_LEAST_ONCE" }',
    'flinkConfiguration: { execution.checkpointing.unaligned: "true", execution.checkpointing.interval: null }',
  ])('%s is none', (part) => expect(found(unalignedAtOnce, part)).toEqual([]));
});
