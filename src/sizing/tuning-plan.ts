import { Duration } from 'cdk8s';
import type { Reasoned } from './decide';
import type { Decision } from './decision';
import type { PlanValues } from './plan-values';
import type { StateLocation } from './state-location';
import type { Cpu } from '../units/cpu';
import type { MemorySize } from '../units/memory-size';
import type { Workload } from '../workload/workload';

/**
 * A complete configuration in numbers, and why each number is what it is.
 *
 * The typed properties are for programs; `decisions` holds the same values with range, reason, inputs,
 * rule and source, in the order in which they follow from one another.
 */
export class TuningPlan {
  /** @internal */
  public static _of(values: PlanValues, explain: () => Reasoned[]): TuningPlan {
    return new TuningPlan(values, explain);
  }

  /** What the plan was made for. */
  public readonly workload: Workload;
  /** Where the state lives. */
  public readonly stateLocation: StateLocation;
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
  /** Process memory of one TaskManager, which is the memory of its pod. */
  public readonly taskManagerMemory: MemorySize;
  /** Managed memory of one TaskManager; absent where an explicit process size leaves it to Flink's share of 40 %. */
  public readonly managedMemory?: MemorySize;
  /** Network memory of one TaskManager; absent where an explicit process size leaves it to Flink's share of 10 %. */
  public readonly networkMemory?: MemorySize;
  /** CPU of the JobManager. */
  public readonly jobManagerCpu: Cpu;
  /** Process memory of the JobManager, which is the memory of its pod. */
  public readonly jobManagerMemory: MemorySize;
  /** Time between the starts of two checkpoints; absent without checkpoints. */
  public readonly checkpointInterval?: Duration;
  /** When a checkpoint that has not finished is given up; absent without checkpoints. */
  public readonly checkpointTimeout?: Duration;

  private constructor(
    values: PlanValues,
    private readonly explain: () => Reasoned[],
  ) {
    this.workload = values.workload;
    this.stateLocation = values.stateLocation;
    this.parallelism = values.parallelism;
    this.maxParallelism = values.maxParallelism;
    this.taskSlots = values.taskSlots;
    this.taskManagers = values.taskManagers;
    this.taskManagerCpu = values.taskManagerCpu;
    this.taskManagerMemory = values.taskManagerMemory;
    this.managedMemory = values.managedMemory;
    this.networkMemory = values.networkMemory;
    this.jobManagerCpu = values.jobManagerCpu;
    this.jobManagerMemory = values.jobManagerMemory;
    this.checkpointInterval = values.checkpointInterval;
    this.checkpointTimeout = values.checkpointTimeout;
  }

  /** Every decision, each after those that it rests on. */
  public get decisions(): Decision[] {
    return this.explain().map(({ decision }) => decision);
  }

  /**
   * One decision by name, or nothing when the plan did not have to make it.
   * @param quantity for example `parallelism`
   */
  public tryDecision(quantity: string): Decision | undefined {
    return this.explain().find((decided) => decided.quantity === quantity)?.decision;
  }
}
