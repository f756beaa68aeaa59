import { Duration } from 'cdk8s';
import type { StateLocation } from './state-location';
import type { Cpu } from '../units/cpu';
import type { MemorySize } from '../units/memory-size';
import type { Workload } from '../workload/workload';

/** The values of a plan, under the names that `TuningPlan` documents. */
export interface PlanValues {
  readonly workload: Workload;
  readonly stateLocation: StateLocation;
  readonly parallelism: number;
  readonly maxParallelism: number;
  readonly taskSlots: number;
  readonly taskManagers: number;
  readonly taskManagerCpu: Cpu;
  readonly taskManagerMemory: MemorySize;
  readonly managedMemory?: MemorySize;
  readonly networkMemory?: MemorySize;
  readonly jobManagerCpu: Cpu;
  readonly jobManagerMemory: MemorySize;
  readonly checkpointInterval?: Duration;
  readonly checkpointTimeout?: Duration;
}
