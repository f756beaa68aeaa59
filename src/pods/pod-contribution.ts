import { Duration, Size } from 'cdk8s';
import { ISecret } from 'cdk8s-plus-28';
import { EnvironmentVariable } from './environment-variable';
import { NodeAffinity } from './node-affinity';
import { InitContainer, Sidecar } from './pod-container';
import { Toleration } from './toleration';
import { TopologySpread } from './topology-spread';

/** A port that the Flink container answers on. */
export interface PodPort {
  /** At most 15 characters; what a PodMonitor selects. */
  readonly name: string;
  /** From 1 to 65535. */
  readonly port: number;
}

/** A volume of the pod. `MountedVolume` makes those of the usual kinds. */
export interface PodVolume {
  /** Unique in the pod. */
  readonly name: string;
  /**
   * Absolute path in the Flink container.
   * @default - it is not mounted there, but in a sidecar that names it
   */
  readonly mountPath?: string;
  /** What Kubernetes calls the volume's source, for example `{ persistentVolumeClaim: { claimName: 'flink-pvc' } }`. */
  readonly source: { [key: string]: any };
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

/** What a strategy needs of the pods, or what a user gives them beside that. */
export interface PodContribution {
  /**
   * Labels of the pods. Flink's own, `app`, `component` and `type`, are refused with `[flink-label]`.
   * @default - none
   */
  readonly labels?: { [name: string]: string };
  /**
   * Annotations of the pods.
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
  /**
   * Environment of the Flink container.
   * @default - none
   */
  readonly environment?: EnvironmentVariable[];
  /**
   * Volumes, each mounted into the Flink container where it has a path there.
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
  /**
   * Containers that run beside Flink.
   * @default - none
   */
  readonly sidecars?: Sidecar[];
  /**
   * Secrets that the images are pulled with.
   * @default - none
   */
  readonly imagePullSecrets?: ISecret[];
  /**
   * Priority class of the pods.
   * @default - the cluster's default class
   */
  readonly priorityClassName?: string;
  /**
   * How long the containers have to end by themselves; whole seconds.
   * @default - 30 seconds
   */
  readonly terminationGracePeriod?: Duration;
  /**
   * How the pods of a role are spread over zones or nodes.
   * @default - as the scheduler has it
   */
  readonly topologySpread?: TopologySpread[];
  /**
   * Which nodes the pods are placed on.
   * @default - any
   */
  readonly nodeAffinity?: NodeAffinity[];
  /**
   * Taints of nodes that the pods may be placed in spite of.
   * @default - none
   */
  readonly tolerations?: Toleration[];
  /**
   * Runtime class of the pods, for example of a sandbox.
   * @default - the cluster's default runtime
   */
  readonly runtimeClassName?: string;
  /**
   * Scheduler that places the pods.
   * @default - Kubernetes' own
   */
  readonly schedulerName?: string;
  /**
   * A pod template in Kubernetes' own words, merged over all of the above by Kubernetes' rules: maps deep, containers,
   * volumes, variables and mounts by their names, other lists replaced. What the library or Flink decides is refused with
   * `[raw-pod-field]`: what runs in Flink's container and with how much CPU and memory, containers that nobody counts,
   * Flink's labels, the service account.
   * @default - nothing
   */
  readonly raw?: { [key: string]: any };
  /**
   * Ephemeral storage of the Flink container, request and limit, beside what others ask for. Whole mebibytes.
   * Field `spec.<role>.resource.ephemeralStorage`.
   * @default - none asked for
   */
  readonly ephemeralStorage?: Size;
}
