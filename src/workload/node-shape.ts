import { Size } from 'cdk8s';
import { Cpu } from '../units/cpu';

/** What a node's local disk is. */
export enum DiskKind {
  /** Flash in the node itself, or NVMe. */
  LOCAL_SSD = 'local SSD',
  /** A volume over the network, for example EBS or Persistent Disk. */
  NETWORK = 'network volume',
  /** A disk that turns. */
  SPINNING = 'spinning disk',
}

/** What one Kubernetes node offers to pods: its allocatable amounts, not its label. */
export interface NodeShape {
  /** CPU that pods may request. */
  readonly cpu: Cpu;
  /** Memory that pods may request. */
  readonly memory: Size;
  /**
   * Disk of the node that pods may use for RocksDB.
   * @default - not known; it does not limit the packing
   */
  readonly localDisk?: Size;
  /**
   * Bytes a second that the node's network carries each way: 10 Gbit/s are 1.25e9. Above zero.
   * @default - not known; it does not limit the packing
   */
  readonly networkBytesPerSecond?: number;
  /**
   * What the disk under RocksDB is.
   * @default - not known; RocksDB keeps its own defaults
   */
  readonly diskKind?: DiskKind;
}

/** What all pods of a job together may request. */
export interface Budget {
  /**
   * CPU of JobManager and TaskManagers together.
   * @default - without limit
   */
  readonly cpu?: Cpu;
  /**
   * Memory of JobManager and TaskManagers together.
   * @default - without limit
   */
  readonly memory?: Size;
}
