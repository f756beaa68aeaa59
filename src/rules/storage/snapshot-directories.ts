import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readOption } from '../../flink/configuration/option-spelling';
import { EffectiveCluster } from '../../operator/effective-cluster';

/** Where snapshots go, by the option that says so. */
export interface SnapshotDirectory {
  readonly key: string;
  readonly value: string;
  /** In lower case; `file` where nothing else is said. */
  readonly scheme: string;
  readonly path: string;
}

const KEYS = ['execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir', 'state.changelog.dstl.dfs.base-path'];

/** The directories that are set. */
export function snapshotDirectories({ configuration }: EffectiveCluster): SnapshotDirectory[] {
  return KEYS.flatMap((key) => directoryAt(key, configuration) ?? []);
}

/** The directory that an option names, if it is set. */
export function directoryAt(key: string, configuration: FlinkSettings): SnapshotDirectory | undefined {
  const [assumed] = (readOption(configuration, 'fs.default-scheme') ?? 'file').trim().split(':');
  const value = readOption(configuration, key)?.trim() ?? '';
  const [, scheme = assumed, path = ''] = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/[^/]*)?(.*)$/i.exec(value)!;
  return value === '' ? undefined : { key, value, scheme: scheme.toLowerCase(), path };
}
