import { Size } from 'cdk8s';
import { FLINK_USER } from '../flink/flink-container';
import { PodContribution } from '../pods/pod-contribution';
import { Refusal, shown } from '../refusal';
import { MemorySize } from '../units/memory-size';

/** A claim that comes and goes with its pod. */
export interface EphemeralClaimProps {
  /**
   * The storage class, which must provide volumes for `ReadWriteOnce`.
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;
  /**
   * How much it asks for. Whole mebibytes.
   * @default - derived by the plan
   */
  readonly size?: Size;
}

/** A claim on a disk of the node itself. */
export interface LocalSsdProps {
  /** The storage class of the nodes' disks, of a provisioner for local volumes. */
  readonly storageClassName: string;
  /**
   * How much it asks for. Whole mebibytes.
   * @default - derived by the plan
   */
  readonly size?: Size;
}

/** A directory on the ephemeral storage of the node. */
export interface EmptyDirProps {
  /**
   * The most that it may hold; the kubelet evicts a pod beyond it. Whole mebibytes.
   * @default - derived by the plan
   */
  readonly size?: Size;
  /**
   * The nodes keep their ephemeral storage on local SSDs, as some clouds offer it; RocksDB is then set up for those.
   * @default false
   */
  readonly onLocalSsd?: boolean;
}

const MOUNT_PATH = '/flink-local';
/** What a container writes beside the volume, in MiB: two logs of at most ten files of 100 MB. */
const LOGS = 2048;

/**
 * The disk of one TaskManager for what it may lose: state that it works on, copies of it for local recovery, and blobs.
 * Checkpoints have no place here. Bring pods to nodes with such disks through `pods`.
 */
export class LocalDisk {
  /** A generic ephemeral volume: a claim that Kubernetes makes with each pod and deletes with it. */
  public static ephemeralClaim(props: EphemeralClaimProps = {}): LocalDisk {
    const { storageClassName, size } = props;
    return new LocalDisk(size, false, (planned) => claimed(planned, storageClassName));
  }

  /**
   * The same on a disk of the node itself. RocksDB gets the options for flash, whatever the node shape says.
   * Refused with `[local-disk-class]`: a class that is no name.
   */
  public static localSsd(props: LocalSsdProps): LocalDisk {
    const { storageClassName, size } = props;
    return new LocalDisk(size, true, (planned) => claimed(planned, refuseNoName(storageClassName)));
  }

  /**
   * An `emptyDir` with a limit. What lies in it counts against the ephemeral storage of the container, which therefore
   * asks for it, and for 2 GiB of logs beside it, so that the scheduler knows.
   */
  public static emptyDir(props: EmptyDirProps = {}): LocalDisk {
    const { size, onLocalSsd = false } = props;
    return new LocalDisk(size, onLocalSsd, (planned) => ({
      volumes: [{ name: 'flink-local', mountPath: MOUNT_PATH, source: { emptyDir: { sizeLimit: planned.toKubernetesText() } } }],
      ephemeralStorage: Size.mebibytes(planned.mebibytes + LOGS),
    }));
  }

  private constructor(
    /** Its size as given. */
    public readonly size: Size | undefined,
    /** True: on flash of the node. */
    public readonly onLocalSsd: boolean,
    private readonly volumeOf: (planned: MemorySize) => PodContribution,
  ) {}

  /** What the TaskManagers' pods need for it, in the size that the plan has. @internal */
  public _contribution(planned: MemorySize): PodContribution {
    return { fileSystemGroup: FLINK_USER, ...this.volumeOf(planned) };
  }
}

/** State, copies for local recovery and blobs of a TaskManager all lie below this one directory, so on one disk. */
export const WORKING_DIRECTORY = {
  key: 'process.taskmanager.working-dir', value: MOUNT_PATH, reason: 'the state and its copies lie on the volume made for them',
};

function claimed(planned: MemorySize, storageClassName: string | undefined): PodContribution {
  const spec = {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: planned.toKubernetesText() } },
    ...(storageClassName === undefined ? {} : { storageClassName }),
  };
  return { volumes: [{ name: 'flink-local', mountPath: MOUNT_PATH, source: { ephemeral: { volumeClaimTemplate: { spec } } } }] };
}

function refuseNoName(storageClassName: string): string {
  if (typeof storageClassName !== 'string' || !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(storageClassName)) {
    throw new Refusal({
      code: 'local-disk-class',
      what: 'storageClassName of a LocalDisk is not the name of a storage class',
      got: shown(storageClassName),
      allowed: 'lower-case letters, digits, dashes and dots',
      fix: 'take one of `kubectl get storageclass`; LocalDisk.ephemeralClaim() takes the default class',
    });
  }
  return storageClassName;
}
