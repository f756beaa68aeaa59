import { Duration } from 'cdk8s';
import { StateLocation } from './state-location';
import { Cpu } from '../units/cpu';
import { MemorySize } from '../units/memory-size';
import { Workload } from '../workload/workload';

/** What a plan is derived from: facts, and the values that the user has already decided. */
export interface SizingRequest {
  readonly workload: Workload;
  /** False: no checkpoints, so no interval and no timeout. */
  readonly checkpoints: boolean;
  readonly stateLocation?: StateLocation;
  readonly parallelism?: number;
  readonly maxParallelism?: number;
  readonly taskSlots?: number;
  readonly taskManagerCpu?: Cpu;
  readonly taskManagerMemory?: MemorySize;
  readonly jobManagerCpu?: Cpu;
  readonly jobManagerMemory?: MemorySize;
  readonly checkpointInterval?: Duration;
  readonly checkpointTimeout?: Duration;
}
