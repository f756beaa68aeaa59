import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { valueShown } from '../../flink/configuration/sensitive-key';
import { Category, Finding, Pack, Rule, Severity } from '../rule';
import { isOn, placeOfOption } from '../written-option';
import { ALIGNED_TIMEOUT, exactlyOnce, UNALIGNED } from './alignment';
import { INTERVAL, runsAsBatch } from './checkpoint-schedule';

/** An option that Flink reads and does nothing with, for as long as something else holds. */
interface Idle {
  readonly keys: readonly string[];
  readonly when: (settings: FlinkSettings) => boolean;
  readonly because: string;
}

const IDLE: Idle[] = [
  {
    keys: [ALIGNED_TIMEOUT.key, ...ALIGNED_TIMEOUT.older!],
    when: (settings) => !isOn(settings, UNALIGNED),
    because: `${UNALIGNED} is off, and an aligned checkpoint waits as long as it takes`,
  },
  { keys: [UNALIGNED], when: (settings) => isOn(settings, UNALIGNED) && !exactlyOnce(settings), because: 'at least once, Flink turns unaligned checkpoints off' },
  { keys: [INTERVAL], when: runsAsBatch, because: 'a batch job has no checkpoints' },
  {
    keys: ['state.changelog.periodic-materialize.interval', 'state.changelog.dstl.dfs.base-path'],
    when: (settings) => !isOn(settings, 'state.changelog.enabled'),
    because: 'state.changelog.enabled is off',
  },
];

export const idleCheckpointOption: Rule = {
  id: 'idle-checkpoint-option',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.WARNING,
  title: 'an option of checkpoints that does nothing',
  why: 'beside another option it has no effect, and whoever relies on it is misled',
  fix: 'remove it, or switch on what it belongs to',
  source: 'Flink CheckpointConfig, CheckpointingOptions.isUnalignedCheckpointEnabled, StreamGraphGenerator: no checkpoints in batch mode; ChangelogStateBackend',
  fires: 'flinkConfiguration: { execution.checkpointing.aligned-checkpoint-timeout: 30s }',
  passes: 'flinkConfiguration: { execution.checkpointing.unaligned.enabled: "true", execution.checkpointing.aligned-checkpoint-timeout: 30s }',
  check: (cluster) => {
    const { written, configuration } = cluster;
    // A session only prepares what its jobs switch on.
    const idle = cluster.manifest.spec.job === undefined ? [] : IDLE.filter(({ when }) => when(configuration));
    return idle.flatMap(({ keys, because }) => keys.flatMap((key): Finding[] => {
      const path = placeOfOption(cluster, key);
      const value = written.get(String(path[2]));
      return value === undefined ? [] : [{
        path,
        what: `${String(path[2])} does nothing: ${because}`,
        got: valueShown(key, value),
        allowed: 'nothing',
        edits: [{ remove: path }],
      }];
    }));
  },
};
