import { Finding, optionLocation, Rule, Severity } from './rule';
import { SnapshotDirectory, snapshotDirectories } from './snapshot-directories';
import { Volume, volumeAt } from './volume-at';
import { EffectiveCluster } from '../operator/effective-cluster';
import { PodSpec } from '../operator/manifest/flink-manifests';
import { mergedPodTemplates } from '../operator/pods/role-pod-templates';

/** Volumes that go with a pod or its node, or that nobody writes to. */
const PASSING = ['emptyDir', 'ephemeral', 'hostPath', 'configMap', 'secret', 'projected', 'downwardAPI', 'image'];

export const snapshotsInThePod: Rule = {
  id: 'snapshots-in-the-pod',
  severity: Severity.ERROR,
  title: 'a local directory for snapshots that the pods do not share',
  why: 'TaskManagers write the state and the JobManager what it consists of: in directories of their own nobody finds it again, and it goes with the pods',
  source: 'Flink FsCheckpointStorageAccess; operator docs, a file: directory needs a ReadWriteMany volume',
  check: (cluster) => {
    const local = snapshotDirectories(cluster).filter(({ scheme }) => scheme === 'file');
    // Most deployments have none, and merging templates takes its time.
    return local.length === 0 ? [] : local.flatMap((directory) => ofDirectory(directory, cluster));
  },
};

function ofDirectory({ key, value, path }: SnapshotDirectory, { manifest: { spec }, configuration, installation }: EffectiveCluster): Finding[] {
  const { jobManager, taskManager } = mergedPodTemplates(spec, configuration, installation.release);
  const volumes = [jobManager, taskManager].map((template) => lastingVolume(path, template?.spec));
  return volumes.every((volume) => volume !== undefined) && sourceOf(volumes[0]) === sourceOf(volumes[1]) ? [] : [{
    location: optionLocation(key),
    what: 'this directory lies in each pod by itself, not on a volume that JobManager and TaskManagers share',
    got: `"${value}"`,
    allowed: 'a directory in an object store, or on one persistent volume that both roles mount',
    fix: 'use PersistentVolumeCheckpointing, S3Checkpointing, GcsCheckpointing, AzureBlobCheckpointing or OssCheckpointing',
  }];
}

function lastingVolume(path: string, spec: PodSpec | undefined): Volume | undefined {
  const volume = spec && volumeAt(path, spec);
  return volume !== undefined && !PASSING.some((source) => source in volume) ? volume : undefined;
}

/** Each role may call the volume by a name of its own. */
function sourceOf(volume: Volume | undefined): string {
  return JSON.stringify({ ...volume, name: undefined });
}
