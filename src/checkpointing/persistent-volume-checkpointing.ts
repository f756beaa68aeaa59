import { Size } from 'cdk8s';
import { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { NewVolumeClaim } from '../pods/pod-contribution';
import { Refusal, shown } from '../refusal';
import { Checkpointing, CheckpointingConfig, CheckpointingProps } from './checkpointing';
import { pathInStore } from './storage-form';
import { FLINK_USER } from '../flink/flink-container';
import { StrategyContext } from '../strategy/strategy-context';

/** How a claim is used. */
export interface PersistentVolumeCheckpointingProps extends CheckpointingProps {
  /**
   * Where the claim is mounted in both roles; an absolute path. Refused with `[volume-mount-path]`.
   * @default '/flink-data'
   */
  readonly mountPath?: string;
  /**
   * Path on the volume for all that belongs to the deployment, where several share a claim; without a slash at either end.
   * Refused with `[storage-property]`.
   * @default - the root of the volume
   */
  readonly prefix?: string;
}

/** A claim that the deployment makes for itself. */
export interface NewClaimProps extends PersistentVolumeCheckpointingProps {
  /** How much it asks for. */
  readonly storage: Size;
  /**
   * The storage class. It must offer `ReadWriteMany`: JobManager and TaskManagers write from several nodes.
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;
}

/**
 * Checkpoints and savepoints on a persistent volume that JobManager and TaskManagers all mount.
 * The volume must allow `ReadWriteMany`; one that lives on a single node is lost with it.
 */
export class PersistentVolumeCheckpointing extends Checkpointing {
  /**
   * On a claim of yours; it must allow `ReadWriteMany` unless all pods share a node. One that is made in the app without it
   * is refused with `[volume-access-mode]`.
   */
  public static onClaim(claim: IPersistentVolumeClaim, props: PersistentVolumeCheckpointingProps = {}): PersistentVolumeCheckpointing {
    refuseAccessModes(claim);
    return new PersistentVolumeCheckpointing(props, () => ({ name: claim.name }));
  }

  /** On a claim that is made with the deployment, as `<name>-state`, with `ReadWriteMany`. */
  public static onNewClaim(props: NewClaimProps): PersistentVolumeCheckpointing {
    const { storage, storageClassName } = props;
    return new PersistentVolumeCheckpointing(props, (deployment) => {
      const name = `${deployment}-state`;
      return { name, made: { name, storage, storageClassName } };
    });
  }

  private constructor(
    private readonly props: PersistentVolumeCheckpointingProps,
    private readonly claimOf: (deployment: string) => { readonly name: string; readonly made?: NewVolumeClaim },
  ) {
    super(props);
  }

  /** Directories under the mount path, and the volume in both roles. */
  public bind(context: StrategyContext): CheckpointingConfig {
    const mountPath = this.props.mountPath ?? '/flink-data';
    if (!/^(\/[^/\s:]+)+$/.test(mountPath)) {
      throw new Refusal({
        code: 'volume-mount-path',
        what: 'mountPath of PersistentVolumeCheckpointing is not an absolute path',
        got: shown(mountPath),
        allowed: 'a path that starts with a slash and does not end with one, without a scheme',
        fix: 'leave mountPath out for /flink-data',
      });
    }
    const { name, made } = this.claimOf(context.name);
    const { prefix } = this.props;
    const root = `file://${mountPath}${prefix === undefined ? '' : `/${pathInStore('PersistentVolumeCheckpointing', 'prefix', prefix)}`}`;
    return {
      directories: { checkpoints: `${root}/checkpoints`, savepoints: `${root}/savepoints`, highAvailability: `${root}/ha` },
      pods: {
        volumes: [{ name: 'flink-state', mountPath, source: { persistentVolumeClaim: { claimName: name } } }],
        newClaims: made === undefined ? undefined : [made],
        fileSystemGroup: FLINK_USER,
      },
    };
  }
}

/** Only a claim that is made in the app knows its access modes. */
function refuseAccessModes({ name, accessModes }: IPersistentVolumeClaim & { readonly accessModes?: string[] }): void {
  if (accessModes !== undefined && !accessModes.includes('ReadWriteMany')) {
    throw new Refusal({
      code: 'volume-access-mode',
      what: 'JobManager and TaskManagers on several nodes cannot share this claim',
      got: `${name} with ${accessModes.join(', ') || 'no access mode'}`,
      allowed: 'ReadWriteMany among its access modes',
      fix: 'add PersistentVolumeAccessMode.READ_WRITE_MANY; where all pods share one node, name the claim by PersistentVolumeClaim.fromClaimName',
    });
  }
}
