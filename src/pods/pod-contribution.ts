import { Size } from 'cdk8s';
import { EnvironmentVariable } from './environment-variable';

/** A port that the Flink container answers on. */
export interface PodPort {
  /** At most 15 characters; what a PodMonitor selects. */
  readonly name: string;
  /** From 1 to 65535. */
  readonly port: number;
}

/** A volume, mounted into the Flink container. */
export interface PodVolume {
  /** Unique in the pod. */
  readonly name: string;
  /** Absolute path in the container. */
  readonly mountPath: string;
  /** What Kubernetes calls the volume's source, for example `{ persistentVolumeClaim: { claimName: 'flink-pvc' } }`. */
  readonly source: { [key: string]: any };
}

/** A claim that is made with the deployment, for JobManager and TaskManagers on several nodes: `ReadWriteMany`. */
export interface NewVolumeClaim {
  /** Unique in the namespace; a volume names it as its `claimName`. */
  readonly name: string;
  /** How much it asks for. */
  readonly storage: Size;
  /**
   * The storage class; it must offer `ReadWriteMany`.
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;
}

/** What a strategy needs of the pods of both roles, JobManager and TaskManager. */
export interface PodContribution {
  /**
   * Environment of the Flink container.
   * @default - none
   */
  readonly environment?: EnvironmentVariable[];
  /**
   * Volumes, each mounted into the Flink container.
   * @default - none
   */
  readonly volumes?: PodVolume[];
  /**
   * Claims that are made with the deployment; mount them by a volume.
   * @default - none
   */
  readonly newClaims?: NewVolumeClaim[];
  /**
   * Ports of the Flink container.
   * @default - none
   */
  readonly ports?: PodPort[];
  /**
   * Jars of the image's `opt` folder that are enabled as plugins, by file name.
   * @default - none
   */
  readonly plugins?: string[];
  /**
   * Group that owns the volumes, so that the image's `flink` user may write to them.
   * @default - Kubernetes leaves the owner as it is
   */
  readonly fileSystemGroup?: number;
  /**
   * Ephemeral storage of the Flink container, request and limit, beside what others ask for. Whole mebibytes.
   * Field `spec.<role>.resource.ephemeralStorage`.
   * @default - none asked for
   */
  readonly ephemeralStorage?: Size;
}
