import { isUnfilled } from '../../flink/configuration/unfilled-text';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';
import { SnapshotDirectory, snapshotDirectories } from './snapshot-directories';
import { valueShown } from '../../flink/configuration/sensitive-key';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { jobManagerSpec, lastingVolume, taskManagerSpec, Volume, volumeAt } from '../pods/volume-at';

export const snapshotsInThePod: Rule = {
  id: 'snapshots-in-the-pod',
  pack: Pack.PRODUCTION,
  category: Category.STORAGE,
  severity: Severity.ERROR,
  title: 'a local directory for snapshots that the pods do not share',
  why: 'TaskManagers write the state and the JobManager what it consists of: in directories of their own nobody finds it again, and it goes with the pods',
  fix: 'write a directory in an object store, or mount one ReadWriteMany claim there in both roles by podTemplate',
  source: 'Flink FsCheckpointStorageAccess; operator docs, a file: directory needs a ReadWriteMany volume',
  fires: `
flinkConfiguration:
  execution.checkpointing.dir: file:///flink-data/checkpoints
`,
  passes: `
flinkConfiguration:
  execution.checkpointing.dir: file:///flink-data/checkpoints
jobManager:
  podTemplate:
    spec:
      containers:
        - name: flink-main-container
          volumeMounts: [{ name: flink-data, mountPath: /flink-data }]
      volumes:
        - { name: flink-data, persistentVolumeClaim: { claimName: flink-data } }
taskManager:
  podTemplate:
    spec:
      containers:
        - name: flink-main-container
          volumeMounts: [{ name: flink-data, mountPath: /flink-data }]
      volumes:
        - { name: flink-data, persistentVolumeClaim: { claimName: flink-data } }
`,
  check: (cluster) => {
    const local = snapshotDirectories(cluster).filter(({ scheme, key, value }) => scheme === 'file' && !isUnfilled(key, value));
    // Most deployments have none, and building the pods takes its time.
    return local.length === 0 ? [] : local.flatMap((directory) => ofDirectory(directory, cluster));
  },
};

function ofDirectory({ key, value, path }: SnapshotDirectory, { pods }: EffectiveCluster): Finding[] {
  const volumes = [jobManagerSpec(pods), taskManagerSpec(pods)].map((spec) => lastingVolume(path, spec));
  return volumes.every((volume) => volume !== undefined) && sourceOf(volumes[0]) === sourceOf(volumes[1]) ? [] : [{
    path: optionPath(key),
    what: [jobManagerSpec(pods), taskManagerSpec(pods)].every((spec) => 'hostPath' in (volumeAt(path, spec) ?? {}))
      ? 'this directory lies on the node of each pod, and pods of another node do not share it'
      : 'this directory lies in each pod by itself, not on a volume that JobManager and TaskManagers share',
    got: valueShown(key, value),
    allowed: 'a directory in an object store, or on one persistent volume that both roles mount',
    inConstruct: 'use PersistentVolumeCheckpointing, S3Checkpointing, GcsCheckpointing, AzureBlobCheckpointing or OssCheckpointing',
  }];
}

/** Each role may call the volume by a name of its own. */
function sourceOf(volume: Volume | undefined): string {
  return JSON.stringify({ ...volume, name: undefined });
}
