import { ManifestSpec } from './manifest';
import { FlinkSettings } from '../flink/memory/memory-settings';
import { renderBytes } from '../units/bytes';
import { parseResourceMemory } from '../units/kubernetes-quantity';

/** A field of the resource whose value the operator writes over the option of the same meaning. */
export interface FieldOverOption {
  readonly field: string;
  readonly key: string;
  readonly value: string;
}

/** `flinkConfiguration` as the operator flattens it: keys joined by dots, lists by semicolons, all values text. */
export function writtenConfiguration(spec: ManifestSpec): FlinkSettings {
  const settings = new Map<string, string>();
  const flatten = (prefix: string, value: unknown): void => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      Object.entries(value).forEach(([key, inner]) => flatten(prefix === '' ? key : `${prefix}.${key}`, inner));
    } else if (!Array.isArray(value) || value.length > 0) {
      settings.set(prefix, Array.isArray(value) ? value.map(listItem).join(';') : String(value));
    }
  };
  flatten('', spec.flinkConfiguration ?? {});
  return settings;
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

/** Objects in a list lose their content when the operator flattens it. */
function listItem(item: unknown): string {
  return item !== null && typeof item === 'object' ? '' : String(item);
}
