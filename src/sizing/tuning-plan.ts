import { Duration } from 'cdk8s';
import { checkpointInterval, checkpointTimeout } from './checkpoint-schedule';
import { cpuDemand } from './cpu-demand';
import { Decided, Explained } from './decide';
import { Decision } from './decision';
import { jobManagerCpu, jobManagerProcess } from './job-manager';
import { maxParallelism, parallelism, taskManagers, taskSlots } from './parallelism';
import { SizingRequest } from './sizing-request';
import { stateBackendChoice } from './state-backend-choice';
import { StateLocation } from './state-location';
import { managedMemory, networkMemory, taskManagerCpu, taskManagerProcess, TaskManagerShare } from './task-manager';
import { Cpu } from '../units/cpu';
import { MemorySize } from '../units/memory-size';
import { refuseWorkload } from '../workload/refuse-workload';
import { Workload } from '../workload/workload';

/**
 * A complete configuration in numbers, and why each number is what it is.
 *
 * The typed properties are for programs; `decisions` holds the same values with range, reason, inputs,
 * rule and source, in the order in which they follow from one another.
 */
export class TuningPlan {
  /** @internal */
  public static _derive(request: SizingRequest): TuningPlan {
    refuseWorkload(request.workload);
    return new TuningPlan(request);
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

  private readonly made: Explained[] = [];

  private constructor(request: SizingRequest) {
    const { workload } = request;
    this.workload = workload;

    const demand = this.keep(cpuDemand(workload));
    this.taskSlots = this.keep(taskSlots(request, demand));
    const atParallelism = parallelism(request, demand, this.taskSlots);
    this.parallelism = this.keep(atParallelism);
    this.taskManagers = this.keep(taskManagers(atParallelism, this.taskSlots));
    this.maxParallelism = this.keep(maxParallelism(request, this.parallelism));
    this.stateLocation = this.keep(stateBackendChoice(request));

    const share: TaskManagerShare = { workload, location: this.stateLocation, taskSlots: this.taskSlots, parallelism: this.parallelism };
    this.taskManagerCpu = this.keep(taskManagerCpu(request, share, demand));
    const splitByFlink = request.taskManagerMemory !== undefined;
    // State on the heap has no use for managed memory, whatever the process size.
    if (!splitByFlink || this.stateLocation === StateLocation.HEAP) {
      this.managedMemory = this.keep(managedMemory(share));
    }
    if (!splitByFlink) {
      this.networkMemory = this.keep(networkMemory(share));
    }
    this.taskManagerMemory = this.keep(taskManagerProcess(request, share));
    this.jobManagerCpu = this.keep(jobManagerCpu(request));
    this.jobManagerMemory = this.keep(jobManagerProcess(request, this.parallelism));

    if (request.checkpoints) {
      this.checkpointInterval = this.keep(checkpointInterval(request, this.stateLocation, this.taskManagers));
      this.checkpointTimeout = this.keep(checkpointTimeout(request, this.stateLocation, this.taskManagers));
    }
  }

  /** Every decision, each after those that it rests on. */
  public get decisions(): Decision[] {
    return this.made.map(({ decision }) => decision);
  }

  /**
   * One decision by name, or nothing when the plan did not have to make it.
   * @param quantity for example `parallelism`
   */
  public tryDecision(quantity: string): Decision | undefined {
    return this._decided(quantity)?.decision;
  }

  /** @internal */
  public _decided(quantity: string): Explained | undefined {
    return this.made.find((decided) => decided.quantity === quantity);
  }

  private keep<T>(decided: Decided<T>): T {
    this.made.push(decided);
    return decided.value;
  }
}
