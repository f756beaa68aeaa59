import { Size } from 'cdk8s';
import { EnvironmentVariable } from './environment-variable';
import { Cpu } from '../units/cpu';

/** A volume of the pod, seen in a container beside Flink. */
export interface ContainerMount {
  /** Name of a volume of the same pod; those that Flink adds itself, such as `flink-config-volume`, among them. */
  readonly volume: string;
  /** Absolute path in the container. */
  readonly mountPath: string;
  /**
   * Nothing may be written through this mount.
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A container that runs to its end before Flink starts. */
export interface InitContainer {
  /** Unique in the pod. */
  readonly name: string;
  /** The image. */
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
   * Its own files cannot be changed.
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;
}
