import { flattenConfiguration } from './configuration/flatten-configuration';
import { ManifestSpec } from './manifest/flink-manifests';
import { FlinkSettings } from '../flink/memory/memory-settings';
import { renderBytes } from '../units/bytes';
import { parseResourceMemory } from '../units/kubernetes-quantity';

/** A field of the resource whose value the operator writes over the option of the same meaning. */
export interface FieldOverOption {
  readonly field: string;
  readonly key: string;
  readonly value: string;
}

/** `flinkConfiguration` as the operator flattens it. */
export function writtenConfiguration(spec: ManifestSpec): FlinkSettings {
  return flattenConfiguration(spec.flinkConfiguration ?? {});
}

/** What the operator writes over `flinkConfiguration`, with the field that it comes from. */
export function fieldsOverOptions(spec: ManifestSpec, written: FlinkSettings): FieldOverOption[] {
  const { image, serviceAccount, job, jobManager, taskManager } = spec;
  const slots = Number(written.get('taskmanager.numberOfTaskSlots') ?? 1);
  const fields: FieldOverOption[] = [];
  const over = (field: string, key: string, value: string | number | undefined) => {
    if (value !== undefined) {
      fields.push({ field: `spec.${field}`, key, value: String(value) });
    }
  };
  over('image', 'kubernetes.container.image.ref', image);
  over('serviceAccount', 'kubernetes.service-account', serviceAccount);
  over('jobManager.resource.memory', 'jobmanager.memory.process.size', memoryText(jobManager?.resource?.memory));
  over('jobManager.resource.cpu', 'kubernetes.jobmanager.cpu.amount', jobManager?.resource?.cpu);
  over('taskManager.resource.memory', 'taskmanager.memory.process.size', memoryText(taskManager?.resource?.memory));
  over('taskManager.resource.cpu', 'kubernetes.taskmanager.cpu.amount', taskManager?.resource?.cpu);
  over('jobManager.replicas', 'kubernetes.jobmanager.replicas', jobManager === undefined ? undefined : jobManager.replicas ?? 1);
  if (taskManager?.replicas !== undefined && job !== undefined) {
    over('taskManager.replicas', 'parallelism.default', taskManager.replicas * slots);
  } else {
    over('job.parallelism', 'parallelism.default', job?.parallelism);
  }
  return fields;
}

/** The configuration that Flink starts with, as far as the resource decides it: fields over options. */
export function effectiveConfiguration(written: FlinkSettings, overwritten: FieldOverOption[]): FlinkSettings {
  const settings = new Map(written);
  overwritten.forEach(({ key, value }) => settings.set(key, value));
  return settings;
}

function memoryText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : renderBytes(parseResourceMemory(String(text)));
}
