import { Duration } from 'cdk8s';
import { TuningPlan } from './tuning-plan';
import { FlinkSetting } from '../../flink/configuration/setting';
import { renderDuration } from '../../units/flink-duration';
import { SizingRequest } from '../facts/sizing-request';

/** A plan and what it was derived from. */
export interface RequestedPlan {
  readonly request: SizingRequest;
  readonly plan: TuningPlan;
}

/** The part of a plan that is Flink configuration, by who decided it. */
export interface PlanSettings {
  readonly derived: FlinkSetting[];
  readonly explicit: FlinkSetting[];
}

/** What of a plan is written; the rest has been decided elsewhere. */
export interface WrittenPlan {
  /** How the job is restarted. */
  readonly restarts: boolean;
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
  'execution.checkpointing.min-pause': 'checkpoint-min-pause',
  'execution.checkpointing.num-retained': 'retained-checkpoints',
  'execution.checkpointing.unaligned.enabled': 'unaligned-checkpoints',
  'execution.checkpointing.aligned-checkpoint-timeout': 'aligned-checkpoint-timeout',
  'execution.state-recovery.from-local': 'local-recovery',
  'execution.buffer-timeout.interval': 'buffer-timeout',
  'taskmanager.network.memory.buffer-debloat.enabled': 'buffer-debloating',
  'pipeline.object-reuse': 'object-reuse',
  'restart-strategy.type': 'restart-backoff-limit',
  'restart-strategy.exponential-delay.max-backoff': 'restart-backoff-limit',
};

/**
 * The part of a plan that is Flink configuration; the rest of it stands in the fields of the resource, or is
 * the state backend's to write. A switch that nobody set and that stays off is not written.
 */
export function planSettings({ request, plan }: RequestedPlan, { restarts }: WrittenPlan = { restarts: true }): PlanSettings {
  const settings: PlanSettings = { derived: [], explicit: [] };
  const set = (key: string, value: string | undefined, explicit?: unknown) => {
    if (value !== undefined) {
      (explicit === undefined ? settings.derived : settings.explicit).push({ key, value, reason: PLANNED_KEYS[key] });
    }
  };
  const { checkpoints } = plan;
  const network = plan.networkMemory?.toFlinkText();
  set('taskmanager.numberOfTaskSlots', String(plan.taskSlots), request.taskSlots);
  set('pipeline.max-parallelism', String(plan.maxParallelism), request.maxParallelism);
  set('taskmanager.memory.managed.size', plan.managedMemory?.toFlinkText());
  set('taskmanager.memory.network.min', network);
  set('taskmanager.memory.network.max', network);
  if (checkpoints !== undefined) {
    set('execution.checkpointing.interval', time(checkpoints.interval), request.checkpointInterval);
    set('execution.checkpointing.timeout', time(checkpoints.timeout), request.checkpointTimeout);
    set('execution.checkpointing.min-pause', time(checkpoints.minPause), request.minPauseBetweenCheckpoints);
    set('execution.checkpointing.num-retained', String(checkpoints.retained), request.retainedCheckpoints);
    set('execution.checkpointing.unaligned.enabled', switched(checkpoints.unaligned, request.unalignedCheckpoints), request.unalignedCheckpoints);
    set('execution.checkpointing.aligned-checkpoint-timeout', time(checkpoints.alignedTimeout));
    set('execution.state-recovery.from-local', switched(checkpoints.localRecovery, request.localRecovery), request.localRecovery);
  }
  set('execution.buffer-timeout.interval', time(plan.bufferTimeout));
  set('taskmanager.network.memory.buffer-debloat.enabled', switched(plan.bufferDebloating));
  set('pipeline.object-reuse', switched(plan.objectReuse));
  if (restarts) {
    set('restart-strategy.type', 'exponential-delay');
    set('restart-strategy.exponential-delay.max-backoff', time(plan.restartBackoffLimit));
  }
  return settings;
}

function time(duration: Duration | undefined): string | undefined {
  return duration === undefined ? undefined : renderDuration(duration);
}

function switched(on: boolean, explicit?: boolean): string | undefined {
  return on || explicit !== undefined ? String(on) : undefined;
}
