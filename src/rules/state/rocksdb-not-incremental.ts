import { checkpointInterval, timeShown } from '../checkpoints/checkpoint-schedule';
import { Category, Pack, Rule, Severity } from '../rule';
import { isOn, placeOfOption } from '../written-option';
import { usesRocksDb } from './state-backend';

const KEY = 'execution.checkpointing.incremental';

export const rocksDbNotIncremental: Rule = {
  id: 'rocksdb-not-incremental',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'RocksDB that uploads all of its state with each checkpoint',
  why: 'incremental checkpoints are off unless they are switched on: each checkpoint reads and uploads the whole state, and takes longer as the state grows, until it times out',
  fix: 'set execution.checkpointing.incremental: "true" (state.backend.incremental up to Flink 1.19)',
  source: 'Flink CheckpointingOptions.INCREMENTAL_CHECKPOINTS: false; tuning chapter §5 and §6',
  fires: 'flinkConfiguration: { execution.checkpointing.incremental: null }',
  passes: 'flinkConfiguration: { execution.checkpointing.incremental: "true" }',
  check: (cluster) => {
    const { configuration } = cluster;
    const interval = checkpointInterval(configuration);
    return interval === undefined || !usesRocksDb(configuration) || isOn(configuration, KEY) ? [] : [{
      path: placeOfOption(cluster, KEY),
      what: 'each checkpoint of RocksDB uploads the whole state',
      got: configuration.has(KEY) || configuration.has('state.backend.incremental') ? 'incremental checkpoints switched off' : 'nothing, and Flink\'s default is off',
      allowed: '"true"',
      becomes: `all of the state every ${timeShown(interval)}`,
      edits: [{ set: placeOfOption(cluster, KEY), value: 'true' }],
    }];
  },
};
