import { valueShown } from '../../flink/configuration/sensitive-key';
import { isUnfilled } from '../../flink/configuration/unfilled-text';
import { isHighlyAvailable } from '../../flink/high-availability';
import { jobManagerSpec, lastingVolume, volumeAt } from '../pods/volume-at';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';
import { directoryAt } from '../storage/snapshot-directories';

const KEY = 'high-availability.storageDir';

export const highAvailabilityStorage: Rule = {
  id: 'high-availability-storage',
  pack: Pack.PRODUCTION,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.ERROR,
  title: 'high availability without a directory that outlives the pods',
  why: 'ConfigMaps only point into the directory: without it the JobManager does not start, and with a local one the next JobManager finds nothing',
  fix: 'write high-availability.storageDir, for example s3://flink-state/orders/ha',
  source: 'Flink BlobUtils.createFileSystemBlobStore and AbstractFileSystemStateStorageHelper; docs of Kubernetes HA services',
  fires: `
flinkConfiguration:
  high-availability.type: kubernetes
  high-availability.storageDir: file:///tmp/flink/ha
`,
  passes: `
flinkConfiguration:
  high-availability.type: kubernetes
  high-availability.storageDir: s3://flink-state/orders/ha
`,
  check: (cluster) => {
    if (!isHighlyAvailable(cluster.configuration)) {
      return [];
    }
    const directory = directoryAt(KEY, cluster.configuration);
    if (directory === undefined) {
      return [finding('high availability has no directory for what a new JobManager finds the job by', 'none')];
    }
    return directory.scheme !== 'file' || isUnfilled(KEY, directory.value) || lastingVolume(directory.path, jobManagerSpec(cluster.pods)) !== undefined ? []
      : [finding('hostPath' in (volumeAt(directory.path, jobManagerSpec(cluster.pods)) ?? {})
        ? 'the directory of high availability lies on the node of the JobManager, and the next one may run elsewhere'
        : 'the directory of high availability lies in the JobManager\'s pod, and goes with it', valueShown(KEY, directory.value))];
  },
};

function finding(what: string, got: string): Finding {
  return {
    path: optionPath(KEY),
    what,
    got,
    allowed: 'a directory in an object store, or on a persistent volume that the JobManager mounts',
    inConstruct: 'use KubernetesHighAvailability beside S3Checkpointing or PersistentVolumeCheckpointing, which bring one',
  };
}
