import { Size } from 'cdk8s';
import { EnvironmentVariable } from './environment-variable';
import { InitContainer } from './pod-container';

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

/** A ConfigMap that is made with the deployment and never changes: other content goes by another name. */
export interface NewConfigMap {
  /** Unique in the namespace; a volume names it. */
  readonly name: string;
  /** File names with their text. */
  readonly files: { [name: string]: string };
}

/** Where an init container finds a volume of the pod. */
export interface InitContainerMount {
  /** Name of a volume of the same contribution. */
  readonly name: string;
  /** Absolute path in the init container. */
  readonly mountPath: string;
}

/**
 * A container that must end well before Flink starts. It runs as the image's `flink` user, with what the restricted
 * Pod Security Standard asks for, and with a request that equals its limit, so that the pod stays in the class `Guaranteed`.
 */
export interface InitContainer {
  /** Unique in the pod. */
  readonly name: string;
  /** Container image. */
  readonly image: string;
  /**
   * What it runs.
   * @default - the image's entry point
   */
  readonly command?: string[];
  /**
   * Arguments of the command.
   * @default - none
   */
  readonly args?: string[];
  /**
   * Its environment.
   * @default - none
   */
  readonly environment?: EnvironmentVariable[];
  /**
   * Volumes of the pod that it sees.
   * @default - none
   */
  readonly volumeMounts?: InitContainerMount[];
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
   * ConfigMaps that are made with the deployment; mount them by a volume.
   * @default - none
   */
  readonly newConfigMaps?: NewConfigMap[];
  /**
   * Containers that run before Flink.
   * @default - none
   */
  readonly initContainers?: InitContainer[];
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
   * Containers that run to their end before Flink starts, in this order.
   * @default - none
   */
  readonly initContainers?: InitContainer[];
}
