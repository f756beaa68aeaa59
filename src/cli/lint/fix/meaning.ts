import { FlinkSettings } from '../../../flink/configuration/flink-settings';
import { FlinkVersion } from '../../../flink/flink-version';
import { knownLine } from '../../../flink/known-line';
import { flinkOptions, isOperatorOption, operatorOptions } from '../../../flink/options/option-catalogue';
import { EffectiveCluster } from '../../../operator/effective-cluster';
import { OperatorVersion } from '../../../operator/operator-version';
import { ResourceTwin } from '../../../operator/resource-twin';
import { refusalIn } from '../../../refusal';

/** Below these nobody but Flink and the operator reads. */
const CLOSED = /^(taskmanager|jobmanager|execution|kubernetes|job\.autoscaler)\./;

/** All that a resource comes to, for a comparison: two that are equal in it run alike. */
export function meaningOf(twin: ResourceTwin): unknown {
  const { kind, manifest, admission, failures, cluster, configuration, children } = twin;
  return [
    kind, withoutConfiguration(manifest), typeof admission === 'string' ? admission : admission.message, failures.map(({ message }) => message),
    cluster && clusterMeaning(cluster), configuration && [...configuration].sort(byKey), children.map(meaningOf),
  ];
}

function clusterMeaning(cluster: EffectiveCluster): unknown {
  const parts = [
    () => cluster.jobManager, () => cluster.taskManager, () => cluster.slot, () => cluster.rocksDb, () => cluster.taskSlots,
    () => cluster.parallelism, () => cluster.taskManagers, () => cluster.pods,
  ];
  return [settingsRead(cluster), ...parts.map(partOrRefusal)];
}

function partOrRefusal(part: () => unknown): unknown {
  let value: unknown;
  return refusalIn(() => { value = part(); })?.message ?? value;
}

/** The effective settings under their current keys, without those that nothing reads. */
function settingsRead({ configuration, manifest, installation: { release } }: EffectiveCluster): [string, string][] {
  const version = knownLine(manifest.spec.flinkVersion);
  const read = new Map<string, string>();
  for (const [key, value] of configuration) {
    for (const [current, text] of readAs(key, value, configuration, version, release)) {
      read.set(current, text);
    }
  }
  return [...read].sort(byKey);
}

function readAs(
  key: string, value: string, settings: FlinkSettings, version: FlinkVersion | undefined, release: OperatorVersion,
): [string, string][] {
  const catalogue = isOperatorOption(key) ? operatorOptions(release.minorLine) : version && flinkOptions(version);
  const found = catalogue?.find(key);
  switch (found?.is) {
    case 'older-spelling':
      // The current key wins, then the first of the older ones that is set.
      return found.options.flatMap(({ key: current, older }): [string, string][] => (
        settings.has(current) || older.find((each) => settings.has(each)) !== key ? [] : [[current, value]]));
    case 'of-other-lines': return [];
    case 'unknown': return CLOSED.test(key) ? [] : [[key, value]];
    default: return [[key, value]];
  }
}

/** The configuration is compared by what is read of it; all other fields must stay as they are. */
function withoutConfiguration(manifest: object): unknown {
  const { spec, ...others } = manifest as { readonly spec: Record<string, unknown> };
  const { flinkConfiguration, template, ...fields } = spec;
  return [others, fields, template === undefined ? undefined : withoutConfiguration(template as object)];
}

function byKey([one]: [string, string], [other]: [string, string]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
