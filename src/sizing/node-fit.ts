import { Cpu } from '../units/cpu';
import { MemorySize } from '../units/memory-size';

/** How the pods of a plan pack on nodes of one kind. */
export interface NodeFit {
  /** True when every pod fits a node. */
  readonly fits: boolean;
  /** Nodes that all pods need; 0 when some pod fits none. */
  readonly nodes: number;
  /** TaskManagers on one node. */
  readonly taskManagersPerNode: number;
  /** CPU of these nodes that no pod asks for; absent when it does not fit. */
  readonly idleCpu?: Cpu;
  /** Memory of these nodes that no pod asks for; absent when it does not fit. */
  readonly idleMemory?: MemorySize;
  /** What does not fit and what would, for people; empty when all fits. */
  readonly problems: string[];
}
