import { TaskManagerMemory } from './task-manager-memory';

/** The share of one task slot, in bytes. Only managed memory is truly kept apart between slots. */
export interface SlotMemory {
  readonly taskHeap: bigint;
  readonly taskOffHeap: bigint;
  readonly managed: bigint;
  readonly network: bigint;
}

/** Equal shares, cut to whole bytes; what is left over stays unused. */
export function slotMemory(memory: TaskManagerMemory, taskSlots: number): SlotMemory {
  const slots = BigInt(taskSlots);
  return {
    taskHeap: memory.taskHeap / slots,
    taskOffHeap: memory.taskOffHeap / slots,
    managed: memory.managed / slots,
    network: memory.network / slots,
  };
}
