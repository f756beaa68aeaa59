import { Decision } from './decision';
import { TuningPlan } from './tuning-plan';
import { FlinkSetting } from '../flink/configuration/setting';
import { renderDuration } from '../units/flink-duration';

/** The part of a plan that is Flink configuration; the rest stands in the fields of the resource. */
export function planSettings(plan: TuningPlan): FlinkSetting[] {
  const settings: FlinkSetting[] = [];
  const set = (quantity: string, key: string, value: string) =>
    settings.push({ key, value, reason: reasonOf(plan.tryDecision(quantity)) });

  set('task-slots', 'taskmanager.numberOfTaskSlots', String(plan.taskSlots));
  set('max-parallelism', 'pipeline.max-parallelism', String(plan.maxParallelism));
  if (plan.managedMemory !== undefined) {
    set('managed-memory', 'taskmanager.memory.managed.size', plan.managedMemory.toFlinkText());
  }
  if (plan.networkMemory !== undefined) {
    set('network-memory', 'taskmanager.memory.network.min', plan.networkMemory.toFlinkText());
    set('network-memory', 'taskmanager.memory.network.max', plan.networkMemory.toFlinkText());
  }
  if (plan.checkpointInterval !== undefined) {
    set('checkpoint-interval', 'execution.checkpointing.interval', renderDuration(plan.checkpointInterval));
  }
  if (plan.checkpointTimeout !== undefined) {
    set('checkpoint-timeout', 'execution.checkpointing.timeout', renderDuration(plan.checkpointTimeout));
  }
  return settings;
}

function reasonOf(decision: Decision | undefined): string {
  return decision?.reason ?? 'the plan';
}
