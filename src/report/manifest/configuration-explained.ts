import { catalogueLine, optionOf } from './catalogue-line';
import { SettingExplanation } from './manifest-explanation';
import { FLINK_DEFAULT, keySet, maskedValue, settingOf, spellingsOf } from './setting-origin';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { flattenConfiguration } from '../../operator/configuration/flatten-configuration';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { FlinkSessionJobManifest } from '../../operator/manifest/flink-manifests';

/** What the operator keeps for other namespaces and versions; what of it is meant for this resource stands under its plain key. */
const DEFAULTS_OF_OPERATOR = 'kubernetes.operator.default-configuration.';

/** Options whose default decides how a job behaves. */
const IMPORTANT = [
  'execution.buffer-timeout.interval', 'high-availability.type', 'jobmanager.memory.off-heap.size', 'jobmanager.scheduler', 'parallelism.default',
  'pipeline.max-parallelism', 'pipeline.object-reuse', 'restart-strategy.type', 'state.backend.type', 'taskmanager.memory.managed.fraction',
  'taskmanager.memory.network.fraction', 'taskmanager.numberOfTaskSlots',
];

const CHECKPOINTS = [
  'interval', 'mode', 'timeout', 'min-pause', 'max-concurrent-checkpoints', 'tolerable-failed-checkpoints', 'num-retained', 'incremental',
  'unaligned.enabled', 'externalized-checkpoint-retention', 'storage', 'dir', 'savepoint-dir',
].map((name) => `execution.checkpointing.${name}`);

/** Every setting that the operator hands to Flink, by key. */
export function settingsExplained(cluster: EffectiveCluster): SettingExplanation[] {
  return [...cluster.configuration.keys()].filter((key) => !key.startsWith(DEFAULTS_OF_OPERATOR)).sort().map((key) => settingOf(cluster, key));
}

export function defaultsExplained(cluster: EffectiveCluster): SettingExplanation[] {
  return IMPORTANT.filter((key) => keySet(cluster.configuration, key) === undefined).flatMap((key) => {
    const setting = defaultOf(cluster, key);
    return setting.value === undefined ? [] : [setting];
  });
}

/** All that decides about checkpoints, set or not. */
export function checkpointsExplained(cluster: EffectiveCluster): SettingExplanation[] {
  return CHECKPOINTS.map((key) => {
    const spelled = keySet(cluster.configuration, key);
    return spelled === undefined ? defaultOf(cluster, key) : settingOf(cluster, spelled);
  });
}

/** What a session job is submitted with beyond what its session has. */
export function sessionJobSettings(
  { spec: { flinkConfiguration = {} } }: FlinkSessionJobManifest, settings: FlinkSettings, session: FlinkSettings,
): SettingExplanation[] {
  const written = flattenConfiguration(flinkConfiguration);
  return [...settings].filter(([key, value]) => session.get(key) !== value).sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => ({
      key, value: maskedValue(key, value), origin: written.get(key) === value ? 'flinkConfiguration of the job' : 'a field of the job, or the operator',
    }));
}

/** The key as the line of Flink writes it. */
function defaultOf({ manifest: { spec } }: EffectiveCluster, key: string): SettingExplanation {
  const option = optionOf(catalogueLine(spec.flinkVersion), ...spellingsOf(key));
  return { key: option?.key ?? key, value: option?.defaultText, origin: option?.defaultText === undefined ? 'not set' : FLINK_DEFAULT };
}
