import { Cpu } from '../../units/cpu';
import { MemorySize } from '../../units/memory-size';
import { Companions } from '../facts/companions';

/** What one pod asks its node for. */
export interface PodRequest {
  /** CPU of Flink and of the containers beside it. */
  readonly cpu: Cpu;
  /** Memory of Flink and of the containers beside it. */
  readonly memory: MemorySize;
}

/** Kubernetes' rule: Flink and its sidecars together, or what an init container asks for, whichever is more. */
export function podRequest(cpu: Cpu, memory: MemorySize, companions: Companions | undefined): PodRequest {
  if (companions === undefined) {
    return { cpu, memory };
  }
  const { beside, before } = companions;
  return {
    cpu: Cpu.millis(Math.max(cpu.amountInMillis + beside.millicores, before.millicores)),
    memory: MemorySize.ofBytes(Math.max(memory.bytes + beside.bytes, before.bytes)),
  };
}
