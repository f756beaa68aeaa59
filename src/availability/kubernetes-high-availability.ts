import { HighAvailability, HighAvailabilityConfig, HighAvailabilityContext } from './high-availability';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';
import { isWhole } from '../units/whole-number';

/** High availability through ConfigMaps of the cluster's namespace. */
export interface KubernetesHighAvailabilityProps {
  /**
   * Holds what a new JobManager finds the job by, as a URI in a storage that outlives every pod; the pods need the plugin
   * of its file system. Flink option `high-availability.storageDir`. Refused with `[high-availability-storage]`:
   * none at all, no URI, or a place that goes with a pod.
   * @default - beside the checkpoints
   */
  readonly storageDirectory?: string;
  /**
   * JobManagers that wait to take over, from 0; without one Kubernetes first starts a new pod. Each asks for as much as the
   * leader. Field `spec.jobManager.replicas`, less one. Refused with `[standby-job-managers]`.
   * @default 0
   */
  readonly standbyJobManagers?: number;
}

/**
 * A new JobManager finds the job of the old one again: who leads and which checkpoint is the newest stands in ConfigMaps, the
 * rest in a directory. The pods' service account must be allowed to keep ConfigMaps, as the one that is made is.
 */
export class KubernetesHighAvailability extends HighAvailability {
  constructor(private readonly props: KubernetesHighAvailabilityProps = {}) {
    super();
  }

  /** Type and directory, and the number of JobManagers. */
  public bind(context: HighAvailabilityContext): HighAvailabilityConfig {
    const { standbyJobManagers: standby = 0, storageDirectory: directory = context.storageDirectory } = this.props;
    refuseDirectory(directory);
    if (!isWhole(standby, 0)) {
      throw new Refusal({
        code: 'standby-job-managers',
        what: 'standbyJobManagers must be a whole number from 0',
        got: shown(standby),
        allowed: '0, 1, 2, …',
        fix: 'one is enough to take over; leave it out for none',
      });
    }
    return { settings: settingsFor(directory), jobManagers: standby === 0 ? undefined : 1 + standby };
  }
}

function settingsFor(directory: string): FlinkSetting[] {
  return [
    { key: 'high-availability.type', value: 'kubernetes', reason: 'a new JobManager finds the job again' },
    { key: 'high-availability.storageDir', value: directory, reason: 'what it finds the job by outlives every pod' },
  ];
}

function refuseDirectory(directory: string | undefined): asserts directory is string {
  if (typeof directory !== 'string' || !/^[a-z][a-z0-9+.-]*:\/\/?[^\s]*[^\s/]$/i.test(directory)) {
    throw new Refusal({
      code: 'high-availability-storage',
      what: 'KubernetesHighAvailability has no directory for what a new JobManager finds the job by',
      // A user part in it would be a secret.
      got: directory === undefined ? 'no storageDirectory, and none beside checkpoints' : /@/.test(String(directory)) ? 'a URI with credentials inside' : shown(directory),
      allowed: 'a URI in a storage that outlives every pod, for example "s3://flink-state/some-job/ha"',
      fix: 'leave storageDirectory out where checkpoints are stored, or give one',
    });
  }
}
