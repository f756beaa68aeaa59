import { fieldOver, FieldOverOption } from './field-over-option';
import { javaDoubleText } from '../../units/java-text';
import { resourceMemoryText } from '../../units/kubernetes-quantity';
import { parseQuantity, quantityAsDouble, quantityText } from '../../units/quantity';
import { ManifestRole, ResourceRequirements } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

type Role = 'jobManager' | 'taskManager';

/** What the operator makes of a role's CPU and memory: of `resources` from 1.16 where they hold anything, else of `resource`. */
export function roleOptions(role: Role, spec: ManifestRole | undefined, release: OperatorVersion, beforeFlink117: boolean): FieldOverOption[] {
  const prefix = role.toLowerCase();
  const { resource = {}, resources = {} } = spec ?? {};
  if (release._isAtLeast(OperatorVersion.V1_16) && holdsAnything(resources)) {
    return requirementOptions(`spec.${role}.resources`, prefix, resources, beforeFlink117);
  }
  return [
    ...memoryOption(`spec.${role}.resource.memory`, prefix, resource.memory),
    ...cpuOptions(`spec.${role}.resource.cpu`, prefix, resource.cpu, beforeFlink117),
  ];
}

/** From operator 1.16 such a field hides the older `resource`. */
export function holdsAnything({ requests = {}, limits = {} }: ResourceRequirements = {}): boolean {
  return Object.keys(requests).length + Object.keys(limits).length > 0;
}

/** A request counts before a limit; where both are given, their ratio is what Flink makes the limit of. */
function requirementOptions(
  field: string, prefix: string, { requests = {}, limits = {} }: ResourceRequirements, beforeFlink117: boolean,
): FieldOverOption[] {
  const given = (name: string) => (requests[name] === undefined ? [`${field}.limits.${name}`, limits[name]] : [`${field}.requests.${name}`, requests[name]]);
  const factor = (name: string) => {
    const request = requests[name] === undefined ? 0 : amount(requests[name]);
    return limits[name] === undefined || request <= 0 ? undefined : javaDoubleText(amount(limits[name]) / request);
  };
  const [memoryField, memory] = given('memory');
  const [cpuField, cpu] = given('cpu');
  return [
    ...memoryOption(String(memoryField), prefix, memory === undefined ? undefined : quantityText(memory)),
    ...cpuOptions(String(cpuField), prefix, cpu === undefined ? undefined : amount(cpu), beforeFlink117),
    ...fieldOver(`${field}.limits.cpu`, `kubernetes.${prefix}.cpu.limit-factor`, factor('cpu')),
    ...fieldOver(`${field}.limits.memory`, `kubernetes.${prefix}.memory.limit-factor`, factor('memory')),
  ];
}

function amount(quantity: string | number): number {
  return quantityAsDouble(parseQuantity(quantityText(quantity)));
}

function memoryOption(field: string, prefix: string, memory: string | undefined): FieldOverOption[] {
  return fieldOver(field, `${prefix}.memory.process.size`, memory === undefined ? undefined : resourceMemoryText(memory));
}

function cpuOptions(field: string, prefix: string, cpu: number | undefined, beforeFlink117: boolean): FieldOverOption[] {
  const cores = cpu === undefined ? undefined : javaDoubleText(cpu);
  return [
    ...fieldOver(field, `kubernetes.${prefix}.cpu.amount`, cores),
    ...fieldOver(field, `kubernetes.${prefix}.cpu`, beforeFlink117 ? cores : undefined),
  ];
}
