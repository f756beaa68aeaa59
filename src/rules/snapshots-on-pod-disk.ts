import { Finding, optionLocation, Rule, Severity } from './rule';
import { readOption } from '../flink/configuration/option-spelling';
import { EffectiveCluster } from '../operator/effective-cluster';
import { PodTemplate } from '../operator/manifest/flink-manifests';
import { isMain, mergedPodTemplates } from '../operator/pods/role-pod-templates';

const DIRECTORIES = [
  'execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir', 'high-availability.storageDir', 'state.changelog.dstl.dfs.base-path',
];
/** Volumes that go with their pod. */
const PASSING = ['emptyDir', 'ephemeral'];

export const snapshotsOnPodDisk: Rule = {
  id: 'snapshots-on-pod-disk',
  severity: Severity.ERROR,
  title: 'snapshots on a disk that goes with its pod',
  why: 'the first pod to fail takes the state along that it should be restored from',
  source: 'tuning chapter §1 and §5: durable storage; Kubernetes, emptyDir and generic ephemeral volumes',
  check: (cluster) => DIRECTORIES.flatMap((key): Finding[] => {
    const directory = readOption(cluster.configuration, key);
    const path = directory === undefined ? undefined : localPath(directory, cluster);
    const where = path === undefined ? undefined : passingPlace(path, cluster);
    return where === undefined ? [] : [{
      location: optionLocation(key),
      what: `${key} lies on ${where}, which is gone with its pod`,
      got: `"${directory}"`,
      allowed: 'an object store, or a volume of JobManager and TaskManagers that outlives them',
      fix: 'remove the setting; S3Checkpointing and PersistentVolumeCheckpointing set all of them',
    }];
  }),
};

/** The path, where no other file system is meant. */
function localPath(directory: string, { configuration }: EffectiveCluster): string | undefined {
  const [, scheme, path] = /^(?:([a-z][a-z0-9+.-]*):(?:\/\/[^/]*)?)?(\/.*)$/i.exec(directory.trim()) ?? [];
  const isLocal = scheme === undefined ? !configuration.has('fs.default-scheme') : scheme.toLowerCase() === 'file';
  return isLocal ? path : undefined;
}

/** The first of the roles that would lose it; claims that Flink itself mounts are the user's to answer for. */
function passingPlace(path: string, { configuration, manifest: { spec }, installation }: EffectiveCluster): string | undefined {
  if (configuration.has('kubernetes.persistent-volume-claims')) {
    return undefined;
  }
  const { jobManager, taskManager } = mergedPodTemplates(spec, configuration, installation.release);
  return passingVolume(path, taskManager, 'a TaskManager') ?? passingVolume(path, jobManager, 'the JobManager');
}

function passingVolume(path: string, template: PodTemplate | undefined, role: string): string | undefined {
  const mounts = asList(template?.spec?.containers?.find(isMain)?.volumeMounts);
  const [mount] = mounts.filter(({ mountPath }) => typeof mountPath === 'string' && `${path}/`.startsWith(`${mountPath.replace(/\/+$/, '')}/`))
    .sort((one, other) => String(other.mountPath).length - String(one.mountPath).length);
  if (mount === undefined) {
    return `the file system of ${role}'s container`;
  }
  const volume = asList(template?.spec?.volumes).find(({ name }) => name === mount.name) ?? {};
  const kind = PASSING.find((source) => source in volume);
  return kind === undefined ? undefined : `the ${kind} volume "${String(mount.name)}" of ${role}`;
}

function asList(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}
