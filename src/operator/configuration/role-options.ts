import { fieldOver, FieldOverOption } from './field-over-option';
import { javaDoubleText } from '../../units/java-text';
import { resourceMemoryText } from '../../units/kubernetes-quantity';
import { ManifestRole } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

type Role = 'jobManager' | 'taskManager';

/** What the operator makes of a role's CPU and memory: of `resources` from 1.16 where they hold anything, else of `resource`. */
export function roleOptions(role: Role, spec: ManifestRole | undefined, release: OperatorVersion, beforeFlink117: boolean): FieldOverOption[] {
  const { cpu, memory } = spec?.resource ?? {};
  const field = `spec.${role}.resource`;
  const prefix = role.toLowerCase();
  return [
    ...fieldOver(`${field}.memory`, `${prefix}.memory.process.size`, memory === undefined ? undefined : resourceMemoryText(memory)),
    ...cpuOptions(`${field}.cpu`, prefix, cpu, beforeFlink117),
  ];
}

function cpuOptions(field: string, prefix: string, cpu: number | undefined, beforeFlink117: boolean): FieldOverOption[] {
  const cores = cpu === undefined ? undefined : javaDoubleText(cpu);
  return [
    ...fieldOver(field, `kubernetes.${prefix}.cpu.amount`, cores),
    ...fieldOver(field, `kubernetes.${prefix}.cpu`, beforeFlink117 ? cores : undefined),
  ];
}
