import { readOption } from '../../flink/configuration/option-spelling';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const UNALIGNED = 'execution.checkpointing.unaligned.enabled';
const CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';

export const unalignedWithConcurrentCheckpoints: Rule = {
  id: 'unaligned-with-concurrent-checkpoints',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.ERROR,
  title: 'unaligned checkpoints with more than one at a time',
  why: 'Flink refuses the pair when the job starts',
  fix: 'leave execution.checkpointing.max-concurrent-checkpoints out, or unaligned checkpoints off',
  source: 'Flink CheckpointCoordinatorConfiguration',
  fires: `
flinkConfiguration:
  execution.checkpointing.unaligned.enabled: "true"
  execution.checkpointing.max-concurrent-checkpoints: "2"
`,
  passes: `
flinkConfiguration:
  execution.checkpointing.unaligned.enabled: "true"
  execution.checkpointing.max-concurrent-checkpoints: "1"
`,
  check: ({ configuration }) => {
    const unaligned = readOption(configuration, UNALIGNED)?.toLowerCase() === 'true';
    const concurrent = configuration.get(CONCURRENT);
    // At least once, Flink turns unaligned off by itself.
    const exactlyOnce = configuration.get('execution.checkpointing.mode')?.toUpperCase() !== 'AT_LEAST_ONCE';
    return !unaligned || !exactlyOnce || concurrent === undefined || Number(concurrent) <= 1 ? [] : [{
      path: optionPath(CONCURRENT),
      what: 'unaligned checkpoints allow only one checkpoint at a time',
      got: `"${concurrent}" with ${UNALIGNED} on`,
      allowed: '1',
      inConstruct: 'leave maxConcurrent out, or unaligned off',
    }];
  },
};
