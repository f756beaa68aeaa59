import { EffectiveCluster } from '../../operator/effective-cluster';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { checkpointInterval, INTERVAL, runsAsBatch } from './checkpoint-schedule';
import { listed, signsOfState } from '../state/signs-of-state';

const FIX = 'set execution.checkpointing.interval, 30s to 5min by the size of the state';

export const noCheckpointInterval: Rule = {
  id: 'no-checkpoint-interval',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.WARNING,
  title: 'everything for checkpoints, and no interval',
  why: 'without an interval Flink makes no checkpoint, whatever directory is set: after a failure the job starts from the last savepoint, or from nothing. '
    + 'The code of a job may set an interval, which no manifest shows',
  fix: `${FIX}; acknowledge it where the code sets it`,
  source: 'Flink CheckpointingOptions.CHECKPOINTING_INTERVAL: no default; the operator sets 5 min for last-state alone; tuning chapter §5',
  fires: 'flinkConfiguration: { execution.checkpointing.interval: null }',
  passes: 'flinkConfiguration: { execution.checkpointing.interval: 60s }',
  check: (cluster) => {
    const { upgradeMode } = cluster.manifest.spec.job ?? {};
    const signs = [...(upgradeMode === 'savepoint' ? ['upgradeMode savepoint'] : []), ...signsOfState(cluster)];
    return !makesNone(cluster) || signs.length === 0 ? [] : [{
      path: optionPath(INTERVAL),
      what: 'this job keeps state, and has no interval for checkpoints',
      got: `none, with ${listed(signs)}`,
      allowed: 'an interval, here or in the code of the job',
      becomes: 'no checkpoint, unless the code of the job switches them on',
    }];
  },
};

export const noCheckpoints: Rule = {
  id: 'no-checkpoints',
  pack: Pack.STRICT,
  category: Category.CHECKPOINTS,
  severity: Severity.INFO,
  title: 'a streaming job without a word on checkpoints',
  why: 'most streaming jobs keep state, if only the offsets of their source, and lose it with the first failure',
  fix: `${FIX}, or say in the acknowledgement that the job keeps none`,
  source: 'Flink CheckpointingOptions.CHECKPOINTING_INTERVAL: no default',
  fires: 'flinkConfiguration: { execution.checkpointing.interval: null, execution.checkpointing.dir: null, execution.checkpointing.savepoint-dir: null, '
    + 'high-availability.type: null, state.backend.type: null, execution.checkpointing.incremental: null }\njob: { upgradeMode: stateless }',
  passes: 'flinkConfiguration: { execution.checkpointing.interval: 60s }',
  check: (cluster) => (!makesNone(cluster) || signsOfState(cluster).length > 0 || cluster.manifest.spec.job?.upgradeMode === 'savepoint' ? [] : [{
    path: optionPath(INTERVAL),
    what: 'nothing is said about checkpoints of this job',
    got: 'no interval',
    allowed: 'an interval, here or in the code of the job',
  }]),
};

/** Of sessions each job says so for itself. */
function makesNone({ configuration, manifest: { spec } }: EffectiveCluster): boolean {
  return spec.job !== undefined && !runsAsBatch(configuration) && checkpointInterval(configuration) === undefined && !/^\s*0/.test(configuration.get(INTERVAL) ?? '');
}
