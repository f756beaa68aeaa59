import { Size } from 'cdk8s';
import { IConfigMap, IPersistentVolumeClaim, ISecret } from 'cdk8s-plus-28';
import { PodVolume } from './pod-contribution';
import { MemorySize } from '../units/memory-size';

/** What a volume is called, and where Flink sees it. */
export interface VolumePlace {
  /** Unique in the pod; a sidecar mounts the volume by it. */
  readonly name: string;
  /**
   * Absolute path in the Flink container.
   * @default - it is not mounted there, but in a sidecar that names it
   */
  readonly mountPath?: string;
  /**
   * One file or folder of the volume instead of all of it. Such a mount does not follow later changes of a ConfigMap or Secret.
   * @default - all of it
   */
  readonly subPath?: string;
}

/** An empty folder that is gone with its pod. */
export interface EmptyDirPlace extends VolumePlace {
  /** How much it may hold; a pod that writes more is evicted. */
  readonly sizeLimit: Size;
}

/** A claim that exists. */
export interface ClaimPlace extends VolumePlace {
  /**
   * Nothing may be written through this mount.
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Volumes of the usual kinds; any other is a `PodVolume` with a `source` in Kubernetes' own words. */
export class MountedVolume {
  /** An empty folder on the node's disk. */
  public static emptyDir(props: EmptyDirPlace): PodVolume {
    const { sizeLimit, ...place } = props;
    return { ...place, source: { emptyDir: { sizeLimit: MemorySize.fromSize(sizeLimit).toKubernetesText() } } };
  }

  /** The keys of a ConfigMap as files, read only. */
  public static configMap(configMap: IConfigMap, place: VolumePlace): PodVolume {
    return { ...place, readOnly: true, source: { configMap: { name: configMap.name } } };
  }

  /** The keys of a Secret as files, read only. */
  public static secret(secret: ISecret, place: VolumePlace): PodVolume {
    return { ...place, readOnly: true, source: { secret: { secretName: secret.name } } };
  }

  /** A claim that exists. For pods on several nodes it must be of `ReadWriteMany`, or `ReadOnlyMany` when nothing is written. */
  public static claim(claim: IPersistentVolumeClaim, place: ClaimPlace): PodVolume {
    return { ...place, source: { persistentVolumeClaim: { claimName: claim.name, ...(place.readOnly === true ? { readOnly: true } : {}) } } };
  }

  private constructor() {}
}
