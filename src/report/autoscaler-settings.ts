import { textTable } from './text-table';
import { TuningPlan } from '../sizing/plan/tuning-plan';
import { grouped } from '../units/grouped-number';

/** What the operator's autoscaler would have to be told; none of it is written while it is off. */
export function autoscalerSettings({ autoscaler }: TuningPlan, width: number): string {
  const seconds = (duration: { toMilliseconds(): number }) => `${grouped(duration.toMilliseconds() / 1000)} s`;
  const rows = [
    ['target utilization', String(autoscaler.targetUtilization), 'job.autoscaler.utilization.target'],
    ['parallelism of a vertex', `${grouped(autoscaler.minParallelism)} to ${grouped(autoscaler.maxParallelism)}`,
      'job.autoscaler.vertex.min-parallelism, job.autoscaler.vertex.max-parallelism'],
    ['a rescale stops the job for', seconds(autoscaler.restartTime), 'job.autoscaler.restart.time'],
    ['work gathered is done in', seconds(autoscaler.catchUpDuration), 'job.autoscaler.catch-up.duration'],
  ];
  return `IF THE AUTOSCALER IS SWITCHED ON\n${textTable(rows, width, '  ')}`;
}
