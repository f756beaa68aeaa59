import { idleCheckpointOption } from '../../../src/rules/checkpoints/idle-checkpoint-option';
import { found, Read } from '../examples';

describe('idle-checkpoint-option', () => {
  test('a timeout of what is off is found', () => expect(found(idleCheckpointOption)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.aligned-checkpoint-timeout"]',
    what: 'execution.checkpointing.aligned-checkpoint-timeout does nothing: execution.checkpointing.unaligned.enabled is off, and an aligned checkpoint waits as long as it takes',
    got: '"30s"',
    allowed: 'nothing',
    edits: [{ remove: ['spec', 'flinkConfiguration', 'execution.checkpointing.aligned-checkpoint-timeout'] }],
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { execution.checkpointing.unaligned: "true", execution.checkpointing.mode: "at_least_once" }', { what: 'execution.checkpointing.unaligned does nothing: at least once, Flink turns unaligned checkpoints off', edits: [{ remove: ['spec', 'flinkConfiguration', 'execution.checkpointing.unaligned'] }] }],
    ['flinkConfiguration: { execution.runtime-mode: "BATCH" }', { what: 'execution.checkpointing.interval does nothing: a batch job has no checkpoints' }],
    ['flinkConfiguration: { dstl.dfs.base-path: "s3://flink-state/log" }', { what: 'dstl.dfs.base-path does nothing: state.changelog.enabled is off' }],
  ])('%s is found', (part, read) => expect(found(idleCheckpointOption, part)).toMatchObject([read]));

  test.each([
    idleCheckpointOption.passes!,
    'job: null\nflinkConfiguration: { execution.checkpointing.aligned-checkpoint-timeout: "30s" }',
    'flinkConfiguration: { state.backend.changelog.enabled: "true", dstl.dfs.base-path: "s3://flink-state/log" }',
    'flinkConfiguration: { execution.checkpointing.unaligned: "false" }',
  ])('%s is none', (part) => expect(found(idleCheckpointOption, part)).toEqual([]));
});
