/**
 * TaskManagers get less memory where they need less, never more than the plan gave them. Each change is a full upgrade.
 * Option `job.autoscaler.memory.tuning.enabled`.
 */
export interface MemoryTuning {
  /**
   * Spare share above what is used, 0 to 1. Option `job.autoscaler.memory.tuning.overhead`. Refused with `[scaling-value]`.
   * @default - 0.2
   */
  readonly overhead?: number;
  /**
   * Whether what is saved goes to managed memory, and so to RocksDB. Option `job.autoscaler.memory.tuning.maximize-managed-memory`.
   * @default false
   */
  readonly maximizeManagedMemory?: boolean;
  /**
   * Whether each TaskManager gets more when there are fewer. Option `job.autoscaler.memory.tuning.scale-down-compensation.enabled`.
   * @default true
   */
  readonly scaleDownCompensation?: boolean;
}

/** How much pressure on the heap stops all scaling. Refused with `[scaling-value]`. */
export interface MemoryPressure {
  /**
   * Share of time in garbage collection, 0 to 1. Option `job.autoscaler.memory.gc-pressure.threshold`.
   * @default - 1: never
   */
  readonly garbageCollection?: number;
  /**
   * Share of the heap in use, 0 to 1. Option `job.autoscaler.memory.heap-usage.threshold`.
   * @default - 1: never
   */
  readonly heapUsage?: number;
}
