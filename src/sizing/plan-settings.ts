import { DecisionBasis } from './decision';
import { TuningPlan } from './tuning-plan';
import { FlinkSetting } from '../flink/configuration/setting';
import { renderDuration } from '../units/flink-duration';

/**
 * The part of a plan that is Flink configuration, as far as it rests on one basis; the rest of the plan
 * stands in the fields of the resource.
 */
export function planSettings(plan: TuningPlan, basis: DecisionBasis): FlinkSetting[] {
  const settings: [quantity: string, key: string, value: string | undefined][] = [
    ['task-slots', 'taskmanager.numberOfTaskSlots', String(plan.taskSlots)],
    ['max-parallelism', 'pipeline.max-parallelism', String(plan.maxParallelism)],
    ['managed-memory', 'taskmanager.memory.managed.size', plan.managedMemory?.toFlinkText()],
    ['network-memory', 'taskmanager.memory.network.min', plan.networkMemory?.toFlinkText()],
    ['network-memory', 'taskmanager.memory.network.max', plan.networkMemory?.toFlinkText()],
    ['checkpoint-interval', 'execution.checkpointing.interval', plan.checkpointInterval && renderDuration(plan.checkpointInterval)],
    ['checkpoint-timeout', 'execution.checkpointing.timeout', plan.checkpointTimeout && renderDuration(plan.checkpointTimeout)],
  ];
  return settings.flatMap(([quantity, key, value]) => (value === undefined || plan._decided(quantity)?.basis !== basis
    ? []
    : [{ key, value, reason: `${quantity} of the plan` }]));
}
