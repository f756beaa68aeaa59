import { readWholeNumber } from '../../flink/configuration/read-whole-number';
import { FlinkSettings } from '../../flink/memory/memory-settings';
import { ManifestSpec } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

/** The parallelism that the operator gives a job, and the field that decides it. */
export interface JobParallelism {
  readonly field: string;
  readonly parallelism: number;
}

/** TaskManager replicas decide, then what the autoscaler overrides (through 1.13 in native mode too), then the job itself. */
export function jobParallelism({ taskManager, job, mode }: ManifestSpec, settings: FlinkSettings, release: OperatorVersion): JobParallelism {
  if (taskManager?.replicas !== undefined) {
    const slots = readWholeNumber(settings, 'taskmanager.numberOfTaskSlots', 1);
    return { field: 'spec.taskManager.replicas', parallelism: taskManager.replicas * slots };
  }
  if (mode === 'standalone' || !release._isAtLeast(OperatorVersion.V1_14)) {
    const largest = largestOverride(settings.get('pipeline.jobvertex-parallelism-overrides') ?? '');
    if (largest > 0) {
      return { field: 'pipeline.jobvertex-parallelism-overrides', parallelism: largest };
    }
  }
  return { field: 'spec.job.parallelism', parallelism: job?.parallelism ?? 0 };
}

/** `<vertex>:<parallelism>,…`; the ids of vertices are hexadecimal and never quoted. */
function largestOverride(text: string): number {
  return Math.max(0, ...text.split(',').map((entry) => Number(entry.split(':')[1] ?? 0)));
}
