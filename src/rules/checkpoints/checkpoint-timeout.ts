import { readText } from '../../flink/configuration/option-reading';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { checkpointInterval, checkpointTimeout, TIMEOUT, timeShown } from './checkpoint-schedule';

const TOLERABLE = 'execution.checkpointing.tolerable-failed-checkpoints';

export const shortCheckpointTimeout: Rule = {
  id: 'short-checkpoint-timeout',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.INFO,
  title: 'checkpoints that are given up before the next one is due',
  why: 'a checkpoint that takes longer than usual, as under back pressure, is thrown away although nothing waits for it, and counts as a failure',
  fix: 'set execution.checkpointing.timeout to the interval and more, two to ten times what a checkpoint takes; Flink\'s own is 10min',
  source: 'Flink CheckpointCoordinator, CheckpointFailureManager: CHECKPOINT_EXPIRED; tuning chapter §5',
  fires: 'flinkConfiguration: { execution.checkpointing.interval: 5min, execution.checkpointing.timeout: 60s }',
  passes: 'flinkConfiguration: { execution.checkpointing.interval: 60s, execution.checkpointing.timeout: 60s }',
  check: ({ configuration }) => {
    const [interval, timeout] = [checkpointInterval(configuration), checkpointTimeout(configuration)];
    return interval === undefined || !configuration.has(TIMEOUT) || timeout >= interval ? [] : [{
      path: optionPath(TIMEOUT),
      what: 'a checkpoint is given up before the next one is due',
      got: `${timeShown(timeout)} with an interval of ${timeShown(interval)}`,
      allowed: `${timeShown(interval)} and more`,
    }];
  },
};

export const noToleratedCheckpointFailure: Rule = {
  id: 'no-tolerated-checkpoint-failure',
  pack: Pack.STRICT,
  category: Category.CHECKPOINTS,
  severity: Severity.INFO,
  title: 'a job that restarts for one failed checkpoint',
  why: 'no failed checkpoint is tolerated unless the option says so: one that times out, or that the storage refuses for a moment, restarts the whole job, which then has even more to catch up',
  fix: 'set execution.checkpointing.tolerable-failed-checkpoints: "3"; the count begins anew with each checkpoint that succeeds',
  source: 'Flink CheckpointFailureManager.checkFailureCounter, CheckpointingOptions.TOLERABLE_FAILURE_NUMBER: 0',
  fires: 'flinkConfiguration: { execution.checkpointing.tolerable-failed-checkpoints: null }',
  passes: 'flinkConfiguration: { execution.checkpointing.tolerable-failed-checkpoints: "3" }',
  check: ({ configuration }) => {
    const tolerated = readText(configuration, TOLERABLE)?.trim();
    return checkpointInterval(configuration) === undefined || !['0', undefined].includes(tolerated) ? [] : [{
      path: optionPath(TOLERABLE),
      what: 'one failed checkpoint restarts the job',
      got: tolerated === undefined ? 'nothing, and Flink tolerates none' : `"${tolerated}"`,
      allowed: '1 and more',
      becomes: `a restart for one checkpoint that takes longer than ${timeShown(checkpointTimeout(configuration))}`,
    }];
  },
};
