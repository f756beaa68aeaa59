import { valueShown } from '../../flink/configuration/sensitive-key';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Category, Finding, Pack, Rule, Severity } from '../rule';
import { directoryAt, SnapshotDirectory, snapshotDirectories } from './snapshot-directories';
import { jobManagerSpec, lastingVolume } from '../pods/volume-at';
import { placeOfOption } from '../written-option';

export const snapshotsOnClaim: Rule = {
  id: 'snapshots-on-claim',
  pack: Pack.STRICT,
  category: Category.STORAGE,
  severity: Severity.INFO,
  title: 'snapshots on a claim that all pods have to mount',
  why: 'a claim of access mode ReadWriteOnce is mounted on one node alone: pods on other nodes never start, and with the node the snapshots may be gone',
  fix: 'use an object store, or make sure that the claim is ReadWriteMany and its storage outlives a node',
  source: 'Kubernetes docs, access modes; operator docs, file: directories; tuning chapter §10: checkpoints on the claim of one node do not survive it',
  fires: `flinkConfiguration: { execution.checkpointing.dir: "file:///flink-data/checkpoints" }
podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: flink-data, mountPath: /flink-data }] }],
  volumes: [{ name: flink-data, persistentVolumeClaim: { claimName: flink-data } }] } }
taskManager: { podTemplate: null }`,
  passes: 'flinkConfiguration: { execution.checkpointing.dir: "s3://flink-state/orders/checkpoints" }',
  check: (cluster) => {
    const local = [...snapshotDirectories(cluster), directoryAt('high-availability.storageDir', cluster.configuration)].flatMap((each) => each ?? [])
      .filter(({ scheme }) => scheme === 'file');
    return local.length === 0 ? [] : onClaims(local, cluster);
  },
};

function onClaims(directories: SnapshotDirectory[], cluster: EffectiveCluster): Finding[] {
  return directories.flatMap(({ key, value, path }): Finding[] => {
    const volume = lastingVolume(path, jobManagerSpec(cluster.pods));
    return volume === undefined || !('persistentVolumeClaim' in volume) ? [] : [{
      path: placeOfOption(cluster, key),
      what: 'every pod has to mount the claim that the snapshots lie on',
      got: `${valueShown(key, value)}, on ${String(volume.name)}`,
      allowed: 'an object store, or a claim of access mode ReadWriteMany',
    }];
  });
}

export const oneDirectoryForAll: Rule = {
  id: 'one-directory-for-all',
  pack: Pack.STRICT,
  category: Category.STORAGE,
  severity: Severity.INFO,
  title: 'checkpoints, savepoints or high availability in one directory',
  why: 'Flink deletes old checkpoints and never a savepoint, and high availability goes with the resource: in one directory nobody can tell what may be removed, nor give it a lifecycle of its own',
  fix: 'give each a directory of its own, beside each other',
  source: 'Flink FsCheckpointStorageAccess, FileSystemStateStorageHelper; tuning chapter §5 and §8: one directory each',
  fires: 'flinkConfiguration: { execution.checkpointing.savepoint-dir: "s3://flink-state/orders/checkpoints/savepoints" }',
  passes: 'flinkConfiguration: { execution.checkpointing.savepoint-dir: "s3://flink-state/orders/savepoints" }',
  check: (cluster) => {
    const [checkpoints, ...others] = ['execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir', 'high-availability.storageDir']
      .map((key) => directoryAt(key, cluster.configuration));
    const inner = others.flatMap((other) => other ?? []).filter(({ value }) => checkpoints !== undefined && isWithin(value, checkpoints.value));
    return inner.map(({ key, value }) => ({
      path: placeOfOption(cluster, key),
      what: `${key} lies within the directory of the checkpoints`,
      got: valueShown(key, value),
      allowed: 'a directory beside that of the checkpoints',
    }));
  },
};

function isWithin(directory: string, outer: string): boolean {
  return `${directory.replace(/\/+$/, '')}/`.startsWith(`${outer.replace(/\/+$/, '')}/`);
}
