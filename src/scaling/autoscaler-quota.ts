import { ScalingQuota } from './autoscaler-bounds-props';
import { ScalingContext } from './scaling';
import { given } from './scaling-values';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal } from '../refusal';
import { Cpu } from '../units/cpu';
import { MemorySize } from '../units/memory-size';

/** What the TaskManagers may come to: as said, or as the budget leaves. */
export function quotaSettings(quota: ScalingQuota, context: ScalingContext): FlinkSetting[] {
  const { taskManagers, taskManagerCpu, taskManagerMemory, cpuBudget, memoryBudget } = context;
  const memory = quota.memory === undefined ? undefined : MemorySize.fromSize(quota.memory);
  const startCpu = Cpu.millis(taskManagers * taskManagerCpu.amountInMillis);
  const startMemory = MemorySize._of(BigInt(taskManagers) * taskManagerMemory._bytes);
  if (quota.cpu !== undefined && quota.cpu.amountInMillis < startCpu.amountInMillis) {
    throw refusedQuota('quota.cpu', quota.cpu, startCpu, taskManagers);
  }
  if (memory !== undefined && memory._bytes < startMemory._bytes) {
    throw refusedQuota('quota.memory', memory, startMemory, taskManagers);
  }
  const why = (said: unknown) => said === undefined ? 'what the budget leaves' : 'no more in all';
  return [
    ...given('job.autoscaler.quota.cpu', (quota.cpu ?? cpuBudget)?.amountInCores.toString(), why(quota.cpu)),
    ...given('job.autoscaler.quota.memory', (memory ?? memoryBudget)?.toFlinkText(), why(memory)),
  ];
}

function refusedQuota(property: string, got: Cpu | MemorySize, start: Cpu | MemorySize, taskManagers: number): Refusal {
  return new Refusal({
    code: 'autoscaler-quota',
    what: `${property} is less than the job starts with, so that it could never grow`,
    got: got.toString(),
    allowed: `${start} and more: the job starts with ${taskManagers} TaskManagers`,
    fix: 'raise it, or leave it out; the JobManager does not count',
  });
}
