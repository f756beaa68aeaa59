import { ScalingContext } from '../../scaling/scaling';
import { TuningPlan } from '../../sizing/plan/tuning-plan';
import { StrategyContext } from '../../strategy/strategy-context';
import { Cpu } from '../../units/cpu';
import { MemorySize } from '../../units/memory-size';
import { FlinkClusterProps } from '../props/flink-cluster-props';

/** What the plan, and the budget once the JobManagers have theirs, say to whoever scales the job. */
export function scalingContext(
  context: StrategyContext, plan: TuningPlan, { budget = {} }: FlinkClusterProps, jobManagers = 1,
): Omit<ScalingContext, 'upgradeMode'> {
  const { parallelism, maxParallelism, taskSlots, taskManagers, taskManagerCpu, taskManagerMemory, autoscaler: needs } = plan;
  // The first plan does not know of standby JobManagers, which shall not take from the TaskManagers what the job starts with.
  const left = (total: bigint, jobManager: bigint, taskManager: bigint) => {
    const rest = total - BigInt(jobManagers) * jobManager;
    const start = BigInt(taskManagers) * taskManager;
    return rest > start ? rest : start;
  };
  const millis = (cpu: Cpu) => BigInt(cpu.amountInMillis);
  return {
    ...context,
    parallelism,
    maxParallelism,
    taskSlots,
    taskManagers,
    taskManagerCpu,
    taskManagerMemory,
    needs,
    cpuBudget: budget.cpu && Cpu.millis(Number(left(millis(budget.cpu), millis(plan.jobManagerCpu), millis(taskManagerCpu)))),
    memoryBudget: budget.memory
      && MemorySize._of(left(MemorySize.fromSize(budget.memory)._bytes, plan.jobManagerMemory._bytes, taskManagerMemory._bytes)),
  };
}
