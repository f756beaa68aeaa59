import { Duration } from 'cdk8s';
import type { PlanFinding } from './plan-finding';
import type { PodRequest } from './pod-request';
import type { Cpu } from '../../units/cpu';
import type { MemorySize } from '../../units/memory-size';
import type { Workload } from '../../workload/workload';
import type { StateLocation } from '../facts/state-location';
import type { RocksDbTuning } from '../memory/rocksdb-tuning';
import type { AutoscalerNeeds } from '../runtime/autoscaler-needs';
import type { CheckpointTuning } from '../runtime/checkpoint-tuning';

/** The values of a plan, under the names that `TuningPlan` documents. */
export interface PlanValues {
  readonly workload: Workload;
  readonly stateLocation: StateLocation;
  readonly expectedState: MemorySize;
  readonly cpuDemand: number;
  readonly parallelism: number;
  readonly maxParallelism: number;
  readonly taskSlots: number;
  readonly taskManagers: number;
  readonly taskManagerCpu: Cpu;
  readonly taskManagerMemory: MemorySize;
  readonly taskManagerPod: PodRequest;
  readonly managedMemory?: MemorySize;
  readonly networkMemory?: MemorySize;
  readonly networkTraffic: number;
  readonly localDisk?: MemorySize;
  readonly rocksDb?: RocksDbTuning;
  readonly jobManagers: number;
  readonly jobManagerCpu: Cpu;
  readonly jobManagerMemory: MemorySize;
  readonly jobManagerPod: PodRequest;
  readonly checkpoints?: CheckpointTuning;
  readonly bufferTimeout?: Duration;
  readonly bufferDebloating: boolean;
  readonly objectReuse: boolean;
  readonly restartBackoffLimit: Duration;
  readonly autoscaler: AutoscalerNeeds;
  readonly findings: PlanFinding[];
}
