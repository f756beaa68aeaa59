import { readOption } from '../../flink/configuration/option-spelling';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { placeOfOption } from '../written-option';
import { exactlyOnce, MODE } from './alignment';
import { checkpointInterval } from './checkpoint-schedule';

const RETAINED = 'execution.checkpointing.num-retained';

export const atLeastOnce: Rule = {
  id: 'at-least-once',
  pack: Pack.STRICT,
  category: Category.CHECKPOINTS,
  severity: Severity.INFO,
  title: 'records that count twice after a failure',
  why: 'after a restart some records are counted a second time, in every sum and count that the job keeps',
  fix: 'set execution.checkpointing.mode: EXACTLY_ONCE, unless the job can live with it for its latency',
  source: 'Flink CheckpointingMode; tuning chapter §5: EXACTLY_ONCE for most streaming jobs',
  fires: 'flinkConfiguration: { execution.checkpointing.mode: AT_LEAST_ONCE }',
  passes: 'flinkConfiguration: { execution.checkpointing.mode: EXACTLY_ONCE }',
  check: ({ configuration }) => (exactlyOnce(configuration) || checkpointInterval(configuration) === undefined ? [] : [{
    path: optionPath(MODE),
    what: 'after a failure some records count twice in the state',
    got: `"${configuration.get(MODE)}"`,
    allowed: 'EXACTLY_ONCE',
  }]),
};

export const oneRetainedByDefault: Rule = {
  id: 'one-retained-by-default',
  pack: Pack.STRICT,
  category: Category.CHECKPOINTS,
  severity: Severity.INFO,
  title: 'nothing said about how many checkpoints are kept, which is one',
  why: 'a last checkpoint that cannot be read, or that already holds what a bad record did, leaves nothing to go back to',
  fix: 'set execution.checkpointing.num-retained: "3" (state.checkpoints.num-retained up to Flink 1.19)',
  source: 'Flink CheckpointingOptions.MAX_RETAINED_CHECKPOINTS: 1; tuning chapter §5',
  fires: 'flinkConfiguration: { execution.checkpointing.num-retained: null }',
  passes: 'flinkConfiguration: { execution.checkpointing.num-retained: "3" }',
  check: (cluster) => {
    const { configuration, manifest: { spec: { job } } } = cluster;
    const loses = readOption(configuration, RETAINED) === undefined && job !== undefined && !['stateless', undefined].includes(job.upgradeMode)
      && checkpointInterval(configuration) !== undefined;
    return !loses ? [] : [{
      path: placeOfOption(cluster, RETAINED),
      what: 'only the last checkpoint is kept unless something else is said',
      got: 'nothing, and Flink keeps one',
      allowed: '2 and more',
      edits: [{ set: placeOfOption(cluster, RETAINED), value: '3' }],
    }];
  },
};
