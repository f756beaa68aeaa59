import { Duration } from 'cdk8s';
import { DecisionBasis } from './decision';
import { SizingRequest } from './sizing-request';
import { TuningPlan } from './tuning-plan';
import { FlinkSetting } from '../flink/configuration/setting';
import { renderDuration } from '../units/flink-duration';

/** A plan and what it was derived from. */
export interface RequestedPlan {
  readonly request: SizingRequest;
  readonly plan: TuningPlan;
}

/** The decisions that become Flink configuration, by the key that they are written to. */
export const PLANNED_KEYS: Record<string, string> = {
  'taskmanager.numberOfTaskSlots': 'task-slots',
  'pipeline.max-parallelism': 'max-parallelism',
  'taskmanager.memory.managed.size': 'managed-memory',
  'taskmanager.memory.network.min': 'network-memory',
  'taskmanager.memory.network.max': 'network-memory',
  'execution.checkpointing.interval': 'checkpoint-interval',
  'execution.checkpointing.timeout': 'checkpoint-timeout',
};

/**
 * The part of a plan that is Flink configuration, by what it rests on; the rest of the plan stands in the
 * fields of the resource.
 */
export function planSettings({ request, plan }: RequestedPlan): Record<DecisionBasis, FlinkSetting[]> {
  const settings: Record<DecisionBasis, FlinkSetting[]> = { [DecisionBasis.RULE]: [], [DecisionBasis.EXPLICIT]: [] };
  const set = (explicit: unknown, key: string, value: string | undefined) => {
    if (value !== undefined) {
      settings[explicit === undefined ? DecisionBasis.RULE : DecisionBasis.EXPLICIT].push({ key, value, reason: PLANNED_KEYS[key] });
    }
  };
  const network = plan.networkMemory?.toFlinkText();
  set(request.taskSlots, 'taskmanager.numberOfTaskSlots', String(plan.taskSlots));
  set(request.maxParallelism, 'pipeline.max-parallelism', String(plan.maxParallelism));
  set(undefined, 'taskmanager.memory.managed.size', plan.managedMemory?.toFlinkText());
  set(undefined, 'taskmanager.memory.network.min', network);
  set(undefined, 'taskmanager.memory.network.max', network);
  set(request.checkpointInterval, 'execution.checkpointing.interval', text(plan.checkpointInterval));
  set(request.checkpointTimeout, 'execution.checkpointing.timeout', text(plan.checkpointTimeout));
  return settings;
}

function text(duration: Duration | undefined): string | undefined {
  return duration === undefined ? undefined : renderDuration(duration);
}
