import { RocksDbDirectory, rocksDbDirectories } from './rocksdb-directories';
import { valueShown } from '../../flink/configuration/sensitive-key';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { Volume } from '../pods/volume-at';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const TASK_MANAGER = ['spec', 'taskManager'];
const VOLUME = 'mount an emptyDir with a sizeLimit, a local disk or an ephemeral volume into the TaskManager, and point state.backend.rocksdb.localdir to it';

export const rocksDbInContainer: Rule = {
  id: 'rocksdb-in-container',
  pack: Pack.PRODUCTION,
  category: Category.STORAGE,
  severity: Severity.WARNING,
  title: 'RocksDB on the writable layer of its container',
  why: 'the layer is slow, shares the disk of the node with images and logs, and has no limit: as the state grows the kubelet evicts pods of this node',
  fix: VOLUME,
  source: 'Flink EmbeddedRocksDBStateBackend.lazyInitializeForJob: the working directory of the TaskManager, below io.tmp.dirs, /tmp; tuning chapter §6, local disk',
  fires: 'taskManager: { podTemplate: null }',
  passes: 'taskManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: rocksdb, mountPath: /rocksdb }] }], '
    + 'volumes: [{ name: rocksdb, emptyDir: { sizeLimit: 50Gi } }] } } }\nflinkConfiguration: { state.backend.rocksdb.localdir: /rocksdb }',
  check: (cluster) => rocksDbDirectories(cluster).filter(({ volume }) => volume === undefined).map(({ key, path }) => ({
    path: cluster.configuration.has(key) ? optionPath(key) : TASK_MANAGER,
    what: 'RocksDB keeps the state on the writable layer of its container',
    got: `${valueShown(key, path)}, which no volume is mounted at`,
    allowed: 'a directory on a volume of the TaskManager',
  })),
};

export const rocksDbInMemory: Rule = {
  id: 'rocksdb-in-memory',
  pack: Pack.PRODUCTION,
  category: Category.STORAGE,
  severity: Severity.WARNING,
  title: 'files of RocksDB on a volume in memory',
  why: 'what is written to an emptyDir of medium Memory counts against the memory limit of the container, which Flink has already divided: as the state grows the pod is killed',
  fix: 'remove medium: Memory from the emptyDir',
  source: 'Kubernetes docs, emptyDir: tmpfs counts against the memory limit of the container that writes',
  fires: 'taskManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: rocksdb, mountPath: /tmp }] }], '
    + 'volumes: [{ name: rocksdb, emptyDir: { medium: Memory, sizeLimit: 1Gi } }] } } }',
  passes: 'taskManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: rocksdb, mountPath: /tmp }] }], '
    + 'volumes: [{ name: rocksdb, emptyDir: { sizeLimit: 50Gi } }] } } }',
  check: (cluster) => rocksDbDirectories(cluster).filter(({ volume }) => sourceOf(volume, 'emptyDir')?.medium === 'Memory').map((directory) => ofVolume(
    directory, 'RocksDB keeps its files in the memory of the pod, beside all that Flink has divided', 'an emptyDir of medium Memory', 'a volume on a disk',
  )),
};

export const rocksDbOnSharedVolume: Rule = {
  id: 'rocksdb-on-shared-volume',
  pack: Pack.PRODUCTION,
  category: Category.STORAGE,
  severity: Severity.WARNING,
  title: 'all TaskManagers with RocksDB on one volume of the network',
  why: 'each access to state beyond the cache goes over the network, all TaskManagers share what the volume can do, and a claim that one node may mount binds them all to that node',
  fix: VOLUME,
  source: 'Flink docs, large state tuning, and blog 2021-01-18 on RocksDB: local disks, not network storage; Flink KubernetesTaskManagerFactory: one pod template for all TaskManagers',
  fires: 'taskManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: rocksdb, mountPath: /tmp }] }], '
    + 'volumes: [{ name: rocksdb, persistentVolumeClaim: { claimName: orders } }] } } }',
  passes: 'taskManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: rocksdb, mountPath: /tmp }] }], '
    + 'volumes: [{ name: rocksdb, emptyDir: { sizeLimit: 50Gi } }] } } }',
  check: (cluster) => rocksDbDirectories(cluster).flatMap((directory): Finding[] => {
    const kind = ['persistentVolumeClaim', 'nfs', 'cephfs', 'azureFile', 'glusterfs'].find((each) => sourceOf(directory.volume, each) !== undefined);
    return kind === undefined ? [] : [ofVolume(directory, 'all TaskManagers keep the files of RocksDB on one volume', `a volume of kind ${kind}`, 'a volume of each TaskManager\'s own')];
  }),
};

/** The fields of a volume's source; an emptyDir may be written without any. */
function sourceOf(volume: Volume | undefined, source: string): Record<string, unknown> | undefined {
  return volume === undefined || !(source in volume) ? undefined : (volume[source] ?? {}) as Record<string, unknown>;
}

function ofVolume({ key, path, volume }: RocksDbDirectory, what: string, got: string, allowed: string): Finding {
  return { path: TASK_MANAGER as ManifestPath, what, got: `${valueShown(key, path)}, on ${String(volume?.name)}, ${got}`, allowed };
}
