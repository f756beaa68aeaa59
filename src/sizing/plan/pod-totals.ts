import type { PodRequest } from './pod-request';
import { Cpu } from '../../units/cpu';
import { MemorySize } from '../../units/memory-size';

interface PlannedPods {
  readonly jobManagers: number;
  readonly jobManagerPod: PodRequest;
  readonly taskManagers: number;
  readonly taskManagerPod: PodRequest;
}

export function totalCpuOf({ jobManagers, jobManagerPod, taskManagers, taskManagerPod }: PlannedPods): Cpu {
  return Cpu.millis(jobManagers * jobManagerPod.cpu.amountInMillis + taskManagers * taskManagerPod.cpu.amountInMillis);
}

export function totalMemoryOf({ jobManagers, jobManagerPod, taskManagers, taskManagerPod }: PlannedPods): MemorySize {
  return MemorySize._of(BigInt(jobManagers) * jobManagerPod.memory._bytes + BigInt(taskManagers) * taskManagerPod.memory._bytes);
}
