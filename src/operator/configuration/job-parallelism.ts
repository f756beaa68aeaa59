import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readEntries } from '../../flink/configuration/structured-option';
import { taskSlots } from '../../flink/task-manager-cpu';
import { parseJavaInt } from '../../units/java-number';
import { ManifestSpec } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

const OVERRIDES = 'pipeline.jobvertex-parallelism-overrides';

/** The parallelism that the operator gives a job, and the field that decides it. */
export interface JobParallelism {
  readonly field: string;
  readonly parallelism: number;
}

/** TaskManager replicas decide, then what the autoscaler overrides (through 1.13 in native mode too), then the job itself. */
export function jobParallelism({ taskManager, job, mode }: ManifestSpec, settings: FlinkSettings, release: OperatorVersion): JobParallelism {
  if (taskManager?.replicas !== undefined) {
    return { field: 'spec.taskManager.replicas', parallelism: taskManager.replicas * taskSlots(settings) };
  }
  if (mode === 'standalone' || !release._isAtLeast(OperatorVersion.V1_14)) {
    const largest = largestOverride(settings);
    if (largest > 0) {
      return { field: OVERRIDES, parallelism: largest };
    }
  }
  return { field: 'spec.job.parallelism', parallelism: job?.parallelism ?? 0 };
}

/** `<vertex>:<parallelism>,…` */
function largestOverride(settings: FlinkSettings): number {
  return Math.max(0, ...readEntries(settings, OVERRIDES).map(([, parallelism]) => parseJavaInt(parallelism) ?? 0));
}
