import type { Cpu } from '../../units/cpu';
import type { MemorySize } from '../../units/memory-size';
import type { StateLocation } from '../facts/state-location';
import type { RocksDbTuning } from '../memory/rocksdb-tuning';
import type { PlanFinding } from '../plan/plan-finding';
import type { PodRequest } from '../plan/pod-request';
import type { TuningPlan } from '../plan/tuning-plan';

/** The values of a session's plan, under the names that `SessionPlan` documents. */
export interface SessionValues {
  readonly jobs: TuningPlan[];
  readonly stateLocation: StateLocation;
  readonly taskSlots: number;
  readonly taskManagers: number;
  readonly taskManagerCpu: Cpu;
  readonly taskManagerMemory: MemorySize;
  readonly taskManagerPod: PodRequest;
  readonly managedMemory?: MemorySize;
  readonly networkMemory?: MemorySize;
  readonly jvmMetaspace?: MemorySize;
  readonly localDisk?: MemorySize;
  readonly rocksDb?: RocksDbTuning;
  readonly jobManagers: number;
  readonly jobManagerCpu: Cpu;
  readonly jobManagerMemory: MemorySize;
  readonly jobManagerPod: PodRequest;
  readonly findings: PlanFinding[];
}
