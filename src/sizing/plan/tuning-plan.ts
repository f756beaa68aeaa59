import { Duration } from 'cdk8s';
import type { NodeFit } from './node-fit';
import { packOnNodes } from './pack-on-nodes';
import type { PlanAlternative } from './plan-alternative';
import type { PlanFinding } from './plan-finding';
import type { PlanValues } from './plan-values';
import type { PodRequest } from './pod-request';
import { totalCpuOf, totalMemoryOf } from './pod-totals';
import type { Cpu } from '../../units/cpu';
import type { MemorySize } from '../../units/memory-size';
import type { NodeShape } from '../../workload/node-shape';
import type { Workload } from '../../workload/workload';
import type { Reasoned } from '../decision/decide';
import type { Decision } from '../decision/decision';
import type { StateLocation } from '../facts/state-location';
import type { RocksDbTuning } from '../memory/rocksdb-tuning';
import type { AutoscalerNeeds } from '../runtime/autoscaler-needs';
import type { CheckpointTuning } from '../runtime/checkpoint-tuning';

/** What a plan asks of whoever made it; seldom, so it is not kept. */
interface PlanOrigin {
  explain(): Reasoned[];
  alternatives(plan: TuningPlan): PlanAlternative[];
}

/**
 * A complete configuration in numbers, and why each number is what it is.
 *
 * The typed properties are for programs; `decisions` holds the same values with range, reason, inputs,
 * rule and source, in the order in which they follow from one another.
 */
export class TuningPlan {
  /** @internal */
  public static _of(values: PlanValues, origin: PlanOrigin): TuningPlan {
    return new TuningPlan(values, origin);
  }

  /** What the plan was made for. */
  public readonly workload: Workload;
  /** Where the state lives. */
  public readonly stateLocation: StateLocation;
  /** All keyed state when the job has been running for long: as stated, from its keys, or assumed. */
  public readonly expectedState: MemorySize;
  /** Cores that all slots together keep in use, headroom included; not yet whole. */
  public readonly cpuDemand: number;
  /** Slots that the job uses. */
  public readonly parallelism: number;
  /** The bound on any later rescale. */
  public readonly maxParallelism: number;
  /** Slots of one TaskManager. */
  public readonly taskSlots: number;
  /** TaskManagers that Flink will ask for. */
  public readonly taskManagers: number;
  /** CPU of one TaskManager. */
  public readonly taskManagerCpu: Cpu;
  /** Process memory of one TaskManager, which is what Flink's container gets. */
  public readonly taskManagerMemory: MemorySize;
  /** What the pod of one TaskManager asks for, sidecars and init containers included. */
  public readonly taskManagerPod: PodRequest;
  /** Managed memory of one TaskManager; absent where an explicit process size leaves it to Flink's share of 40 %. */
  public readonly managedMemory?: MemorySize;
  /** Network memory of one TaskManager; absent where an explicit process size leaves it to Flink's share of 10 %. */
  public readonly networkMemory?: MemorySize;
  /** Bytes a second that one TaskManager takes in or gives out at the peak, whichever is more, checkpoints aside. */
  public readonly networkTraffic: number;
  /** Disk of one TaskManager for the state and its copies; absent for state on the heap without local recovery. */
  public readonly localDisk?: MemorySize;
  /** How RocksDB is set up; absent for another state backend. */
  public readonly rocksDb?: RocksDbTuning;
  /** JobManagers: the leader and those that stand by. */
  public readonly jobManagers: number;
  /** CPU of the JobManager. */
  public readonly jobManagerCpu: Cpu;
  /** Process memory of the JobManager, which is what Flink's container gets. */
  public readonly jobManagerMemory: MemorySize;
  /** What the pod of the JobManager asks for, sidecars and init containers included. */
  public readonly jobManagerPod: PodRequest;
  /** When and how checkpoints are taken; absent without any. */
  public readonly checkpoints?: CheckpointTuning;
  /** How long a record may wait in a buffer that is not full; absent where Flink's own 100 ms will do. Flink option `execution.buffer-timeout.interval`. */
  public readonly bufferTimeout?: Duration;
  /** Buffers hold no more than a second's work. Flink option `taskmanager.network.memory.buffer-debloat.enabled`. */
  public readonly bufferDebloating: boolean;
  /** Records are handed from one chained operator to the next without a copy. Flink option `pipeline.object-reuse`. */
  public readonly objectReuse: boolean;
  /** The longest pause before a restart. Flink option `restart-strategy.exponential-delay.max-backoff`. */
  public readonly restartBackoffLimit: Duration;
  /** What the operator's autoscaler would need. */
  public readonly autoscaler: AutoscalerNeeds;
  /** What stays in the way of the facts; empty when nothing does. */
  public readonly findings: PlanFinding[];

  private constructor(
    values: PlanValues,
    private readonly origin: PlanOrigin,
  ) {
    this.workload = values.workload;
    this.stateLocation = values.stateLocation;
    this.expectedState = values.expectedState;
    this.cpuDemand = values.cpuDemand;
    this.parallelism = values.parallelism;
    this.maxParallelism = values.maxParallelism;
    this.taskSlots = values.taskSlots;
    this.taskManagers = values.taskManagers;
    this.taskManagerCpu = values.taskManagerCpu;
    this.taskManagerMemory = values.taskManagerMemory;
    this.taskManagerPod = values.taskManagerPod;
    this.managedMemory = values.managedMemory;
    this.networkMemory = values.networkMemory;
    this.networkTraffic = values.networkTraffic;
    this.localDisk = values.localDisk;
    this.rocksDb = values.rocksDb;
    this.jobManagers = values.jobManagers;
    this.jobManagerCpu = values.jobManagerCpu;
    this.jobManagerMemory = values.jobManagerMemory;
    this.jobManagerPod = values.jobManagerPod;
    this.checkpoints = values.checkpoints;
    this.bufferTimeout = values.bufferTimeout;
    this.bufferDebloating = values.bufferDebloating;
    this.objectReuse = values.objectReuse;
    this.restartBackoffLimit = values.restartBackoffLimit;
    this.autoscaler = values.autoscaler;
    this.findings = values.findings;
  }

  /** CPU of the pods of JobManagers and TaskManagers together. */
  public get totalCpu(): Cpu {
    return totalCpuOf(this);
  }

  /** Memory of the pods of JobManagers and TaskManagers together. */
  public get totalMemory(): MemorySize {
    return totalMemoryOf(this);
  }

  /** Cheaper and safer neighbours of this plan, each with what it costs and what it risks; those that change nothing are left out. */
  public alternatives(): PlanAlternative[] {
    return this.origin.alternatives(this);
  }

  /**
   * How the pods pack on nodes of one kind, and what of them does not fit.
   * @param node what one node offers to pods
   */
  public fitsNodes(node: NodeShape): NodeFit {
    return packOnNodes(this, node);
  }

  /** Every decision, each after those that it rests on. */
  public get decisions(): Decision[] {
    return this.origin.explain().map(({ decision }) => decision);
  }

  /**
   * One decision by name, or nothing when the plan did not have to make it.
   * @param quantity for example `parallelism`
   */
  public tryDecision(quantity: string): Decision | undefined {
    return this.origin.explain().find((decided) => decided.quantity === quantity)?.decision;
  }
}
