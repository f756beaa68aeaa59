import { MemorySize } from '../../units/memory-size';
import { NodeShape } from '../../workload/node-shape';

/** What pods take of a node. */
export enum NodeResource {
  /** Cores. */
  CPU = 'CPU',
  /** Memory. */
  MEMORY = 'memory',
  /** Disk of the node itself. */
  LOCAL_DISK = 'local disk',
  /** Traffic to other nodes. */
  NETWORK = 'network',
}

/** How the pods of a plan, one JobManager and all TaskManagers, pack on nodes of one kind. Other pods are not looked at. */
export interface NodeFit {
  /** True when every pod fits a node. */
  readonly fits: boolean;
  /** Nodes that all pods need, the fewest there can be; each of them holds a pod. 0 when some pod fits none. */
  readonly nodes: number;
  /** TaskManagers that a node has room for when it holds nothing else, however many there are. 0 when it has room for none. */
  readonly taskManagersPerNode: number;
  /** What allows the fewest TaskManagers on a node: with more of anything else no more of them fit. */
  readonly limitedBy: NodeResource;
  /** Cores of these nodes that no pod asks for. 0 when not every pod fits. */
  readonly idleCores: number;
  /** Share of the nodes' CPU that no pod asks for, from 0 to below 1. 0 when not every pod fits. */
  readonly idleCpuShare: number;
  /** Memory of these nodes that no pod asks for. Zero when not every pod fits. */
  readonly idleMemory: MemorySize;
  /** Share of the nodes' memory that no pod asks for, from 0 to below 1. 0 when not every pod fits. */
  readonly idleMemoryShare: number;
  /** The smallest node that has room for each of the pods, one at a time. */
  readonly smallestNode: NodeShape;
  /** Which pods do not fit, with what they ask for and what would hold them, for people; empty when all fit. */
  readonly problems: string[];
}
