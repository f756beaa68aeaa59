import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';
import { checkpointInterval, INTERVAL, MIN_PAUSE, minPause, SECOND, timeShown } from './checkpoint-schedule';

/** The tuning chapter begins at 30 s. */
const HOT = 10n * SECOND;
const COLD = 1_800n * SECOND;

export const hotCheckpoints: Rule = {
  id: 'hot-checkpoints',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.WARNING,
  title: 'checkpoints within seconds, and next to no pause between them',
  why: 'as soon as a checkpoint takes longer than the interval the next one starts at once, and the job does little else; many small files fall on the storage',
  fix: 'set execution.checkpointing.interval to 30s and more, or execution.checkpointing.min-pause to half the interval',
  source: 'Flink docs, large state tuning: min-pause; CheckpointCoordinator.rescheduleTrigger; tuning chapter §5: 30s to 5min',
  fires: 'flinkConfiguration: { execution.checkpointing.interval: 5s, execution.checkpointing.min-pause: null }',
  passes: 'flinkConfiguration: { execution.checkpointing.interval: 5s, execution.checkpointing.min-pause: 3s }',
  check: ({ configuration }) => {
    const interval = checkpointInterval(configuration);
    return interval === undefined || interval > HOT || minPause(configuration) * 4n >= interval ? [] : [{
      path: optionPath(INTERVAL),
      what: 'under load checkpoints of this interval follow each other with next to no pause',
      got: `${timeShown(interval)}, ${minPause(configuration) === 0n ? 'no pause' : `a pause of ${timeShown(minPause(configuration))}`}`,
      allowed: 'above 10s, or a pause of at least a quarter of the interval',
      becomes: `${86_400n * SECOND / interval} checkpoints a day`,
    }];
  },
};

export const rareCheckpoints: Rule = {
  id: 'rare-checkpoints',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.INFO,
  title: 'a long time between checkpoints',
  why: 'after a failure the job reads again all that came since the last checkpoint, and sinks that write exactly once show nothing before a checkpoint is complete',
  fix: 'set execution.checkpointing.interval to some minutes',
  source: 'Flink docs, production readiness: the interval bounds what is processed again; tuning chapter §5: 30s to 5min',
  fires: 'flinkConfiguration: { execution.checkpointing.interval: 3h }',
  passes: 'flinkConfiguration: { execution.checkpointing.interval: 5min }',
  check: ({ configuration }) => {
    const interval = checkpointInterval(configuration);
    return interval === undefined || interval < COLD ? [] : [{
      path: optionPath(INTERVAL),
      what: 'after a failure a long time of records is processed again',
      got: timeShown(interval),
      allowed: 'below 30min',
      becomes: `up to ${timeShown(interval)} of records twice after each failure`,
    }];
  },
};

export const minPauseAboveInterval: Rule = {
  id: 'long-checkpoint-pause',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.WARNING,
  title: 'a pause between checkpoints above their interval',
  why: 'Flink takes the pause for the interval, without a word',
  fix: 'set the pause below the interval, usually to half of it',
  source: 'Flink CheckpointCoordinator 1.20, CheckpointCoordinatorConfiguration 2.3: an interval below the pause becomes the pause',
  fires: 'flinkConfiguration: { execution.checkpointing.interval: 60s, execution.checkpointing.min-pause: 10min }',
  passes: 'flinkConfiguration: { execution.checkpointing.interval: 60s, execution.checkpointing.min-pause: 30s }',
  check: ({ configuration }) => {
    const [interval, pause] = [checkpointInterval(configuration), minPause(configuration)];
    return interval === undefined || pause <= interval ? [] : [finding(interval, pause)];
  },
};

function finding(interval: bigint, pause: bigint): Finding {
  return {
    path: optionPath(MIN_PAUSE),
    what: 'the pause takes the place of the interval',
    got: `${timeShown(pause)} with an interval of ${timeShown(interval)}`,
    allowed: `up to ${timeShown(interval)}`,
    becomes: `a checkpoint every ${timeShown(pause)} at most, not every ${timeShown(interval)}`,
    // What it is already.
    edits: [{ set: optionPath(INTERVAL), value: timeShown(pause) }],
  };
}
