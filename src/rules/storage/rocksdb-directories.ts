import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { taskManagerSpec, Volume, volumeAt } from '../pods/volume-at';
import { usesRocksDb } from '../state/state-backend';

/** The first that is set says where RocksDB has its files. */
const KEYS = ['state.backend.rocksdb.localdir', 'process.taskmanager.working-dir', 'process.working-dir', 'io.tmp.dirs'];

/** A directory of RocksDB's files, and the volume of the TaskManager's pod that it lies in. */
export interface RocksDbDirectory {
  /** What decides about it. */
  readonly key: string;
  readonly path: string;
  /** Nothing where it lies in the container itself. */
  readonly volume?: Volume;
}

/** Where RocksDB works, if it is the state backend. */
export function rocksDbDirectories(cluster: EffectiveCluster): RocksDbDirectory[] {
  const { configuration } = cluster;
  if (!usesRocksDb(configuration)) {
    return [];
  }
  const pod = taskManagerSpec(cluster.pods);
  return directoriesIn(configuration).map(({ key, path }) => ({ key, path, volume: volumeAt(path, pod) }));
}

function directoriesIn(settings: FlinkSettings): { readonly key: string; readonly path: string }[] {
  const key = KEYS.find((each) => (settings.get(each)?.trim() ?? '') !== '');
  return (key === undefined ? ['/tmp'] : settings.get(key)!.split(/[,:|]/)).map((path) => path.trim()).filter((path) => path.startsWith('/'))
    .map((path) => ({ key: key ?? KEYS[0], path }));
}
