import { Duration } from 'cdk8s';
import { DecisionBasis } from './decision';
import { TuningPlan } from './tuning-plan';
import { FlinkSetting } from '../flink/configuration/setting';
import { renderDuration } from '../units/flink-duration';

/**
 * The part of a plan that is Flink configuration, by what it rests on; the rest of the plan stands in the
 * fields of the resource.
 */
export function planSettings(plan: TuningPlan): Record<DecisionBasis, FlinkSetting[]> {
  const { taskSlots, maxParallelism, checkpointInterval, checkpointTimeout } = plan._request;
  const settings: Record<DecisionBasis, FlinkSetting[]> = { [DecisionBasis.RULE]: [], [DecisionBasis.EXPLICIT]: [] };
  const set = (explicit: unknown, reason: string, key: string, value: string | undefined) => {
    if (value !== undefined) {
      settings[explicit === undefined ? DecisionBasis.RULE : DecisionBasis.EXPLICIT].push({ key, value, reason });
    }
  };
  const network = plan.networkMemory?.toFlinkText();
  set(taskSlots, 'task slots', 'taskmanager.numberOfTaskSlots', String(plan.taskSlots));
  set(maxParallelism, 'max parallelism', 'pipeline.max-parallelism', String(plan.maxParallelism));
  set(undefined, 'managed memory', 'taskmanager.memory.managed.size', plan.managedMemory?.toFlinkText());
  set(undefined, 'network memory', 'taskmanager.memory.network.min', network);
  set(undefined, 'network memory', 'taskmanager.memory.network.max', network);
  set(checkpointInterval, 'checkpoint interval', 'execution.checkpointing.interval', text(plan.checkpointInterval));
  set(checkpointTimeout, 'checkpoint timeout', 'execution.checkpointing.timeout', text(plan.checkpointTimeout));
  return settings;
}

function text(duration: Duration | undefined): string | undefined {
  return duration === undefined ? undefined : renderDuration(duration);
}
