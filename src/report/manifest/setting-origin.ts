import { DecidedBy, SettingExplanation } from './manifest-explanation';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { RENAMED } from '../../flink/configuration/option-spelling';
import { holdsSecret, valueShown } from '../../flink/configuration/sensitive-key';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { shown } from '../../refusal';

export const HIDDEN = '(hidden, may hold a secret)';
export const FLINK_DEFAULT = 'Flink\'s default';
/** Words of a command line, where a secret looks like any other. */
const ARGUMENTS = /program-args$|(^|\.)entrypoint\.args$/;

/** The keys under which Flink reads an option, the first that is set. */
export function spellingsOf(key: string): string[] {
  return [key, ...(RENAMED[key]?.older ?? [])];
}

/** The key under which an option is set, if it is. */
export function keySet(settings: FlinkSettings, key: string): string | undefined {
  return spellingsOf(key).find((each) => settings.has(each));
}

/** A value as a report may show it. */
export function maskedValue(key: string, value: string): string {
  return ARGUMENTS.test(key) && value !== '' || holdsSecret(key, value) || valueShown(key, value) !== shown(value) ? HIDDEN : value;
}

/** A setting of the configuration, with who decides it. */
export function settingOf(cluster: EffectiveCluster, key: string): SettingExplanation {
  const field = fieldOf(cluster, key);
  return {
    key,
    value: maskedValue(key, cluster.configuration.get(key)!),
    origin: cluster.originOf(key),
    ...(field === undefined ? {} : { field }),
  };
}

/** A size that an option gives by itself, when it is set. */
export function decidedByOption(cluster: EffectiveCluster, how: DecidedBy['how'], key: string): DecidedBy | undefined {
  const spelled = keySet(cluster.configuration, key);
  return spelled === undefined ? undefined : {
    how, key: spelled, value: cluster.configuration.get(spelled)!, origin: fieldOf(cluster, spelled) ?? cluster.originOf(spelled),
  };
}

/** The field that stands over an option, unless the operator writes something else over both. */
function fieldOf(cluster: EffectiveCluster, key: string): string | undefined {
  const over = cluster.overwritten.find((each) => each.key === key);
  return over !== undefined && cluster.configuration.get(key) === over.value ? over.field : undefined;
}
