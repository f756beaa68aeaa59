import { readOption, writtenKey } from '../../flink/configuration/option-spelling';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEY = 'execution.checkpointing.num-retained';

/** A job that may start from nothing may keep as little as it likes. */
export const fewRetainedCheckpoints: Rule = {
  id: 'few-retained-checkpoints',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.WARNING,
  title: 'one checkpoint and nothing behind it',
  why: 'a checkpoint that cannot be read, or that already holds what a bad record did, leaves nothing to go back to; below one Flink keeps one',
  fix: 'set execution.checkpointing.num-retained: "3" (state.checkpoints.num-retained up to Flink 1.19)',
  source: 'tuning chapter §5; Flink DefaultCompletedCheckpointStoreUtils.getMaximumNumberOfRetainedCheckpoints',
  fires: `
flinkConfiguration:
  execution.checkpointing.num-retained: "1"
`,
  passes: `
flinkConfiguration:
  execution.checkpointing.num-retained: "3"
`,
  check: ({ configuration, manifest, written }) => {
    const retained = readOption(configuration, KEY)?.trim();
    const stateless = (manifest.spec.job?.upgradeMode ?? 'stateless') === 'stateless';
    return stateless || retained === undefined || !(Number(retained) < 2) ? [] : [{
      path: optionPath(writtenKey(written, KEY)),
      what: 'only the last checkpoint is kept, with nothing behind it to go back to',
      got: `"${retained}"`,
      allowed: '2 and more',
      inConstruct: 'leave `retained` of the checkpointing out, for three',
    }];
  },
};
