import { Size } from 'cdk8s';
import { EnvironmentVariable } from './environment-variable';
import { Cpu } from '../units/cpu';

/** A volume of the pod, seen in a container beside Flink. */
export interface ContainerMount {
  /** Name of a volume of the same pod, or refused with `[mount-without-volume]`. */
  readonly volume: string;
  /** Absolute path in the container. */
  readonly mountPath: string;
  /**
   * Nothing may be written through this mount.
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * One file or folder of the volume instead of all of it.
   * @default - all of it
   */
  readonly subPath?: string;
}

/** A container that runs to its end before Flink starts. */
export interface InitContainer {
  /** Unique in the pod; at most 63 lower-case letters, digits and dashes, or refused with `[container-name]`. */
  readonly name: string;
  /** The image. Another than Flink's must run without root, see `user`. */
  readonly image: string;
  /** CPU, request and limit. */
  readonly cpu: Cpu;
  /** Memory, request and limit. */
  readonly memory: Size;
  /**
   * What is run instead of the image's entry point.
   * @default - the image's own
   */
  readonly command?: string[];
  /**
   * Arguments.
   * @default - the image's own
   */
  readonly args?: string[];
  /**
   * Environment.
   * @default - none
   */
  readonly environment?: EnvironmentVariable[];
  /**
   * Volumes of the pod that it sees.
   * @default - none
   */
  readonly mounts?: ContainerMount[];
  /**
   * User that it runs as, from 1, or refused with `[pod-security-user]`.
   * @default - that of the pod: Flink's
   */
  readonly user?: number;
  /**
   * Its own files cannot be changed.
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;
}

/** A container that runs beside Flink as long as Flink does. What it asks for is counted with the plan, on top of Flink's. */
export interface Sidecar extends InitContainer {
  /**
   * It starts before Flink, ends after it and is restarted alone when it fails. An ordinary sidecar that ends takes a
   * native TaskManager with it: Flink lets go of a pod as soon as one of its containers has ended. Needs Kubernetes 1.29.
   * @default false
   */
  readonly startsFirst?: boolean;
}
