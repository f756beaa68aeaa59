import { FieldChange } from './manifest-diff';
import { isSensitiveKey, valueShown } from '../../flink/configuration/sensitive-key';
import { plainForm } from '../../operator/upgrade/equal-values';

/** What tells the items of a list of Kubernetes apart. */
const KEYS: Readonly<Record<string, string>> = {
  containers: 'name', initContainers: 'name', env: 'name', volumes: 'name', volumeMounts: 'mountPath', ports: 'containerPort', imagePullSecrets: 'name',
};
const ARGUMENT = /(password|passwd|secret|token)\s+\S/i;

/** The fields of two objects that differ, by path; one that appears or goes is told as a whole, a list of texts too. */
export function changedFields(before: unknown, after: unknown, field: string, leftOut: readonly string[] = [], name = ''): FieldChange[] {
  if (plainForm(before) === plainForm(after)) {
    return [];
  }
  const [one, other] = [fields(before, name), fields(after, name)];
  if (one === undefined || other === undefined) {
    return [{ field, before: shown(before, name), after: shown(after, name) }];
  }
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((key) => {
    const path = Array.isArray(before) ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`;
    return leftOut.includes(path) ? [] : changedFields(one.get(key), other.get(key), path, leftOut, nameOf(key, after as object));
  });
}

/** Of an object its fields, of a list its items by what tells them apart; nothing of what is neither. */
function fields(value: unknown, name: string): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const key = KEYS[name];
    return value.every((item) => typeof item === 'object' && item !== null)
      ? new Map(value.map((item, index) => [String(key === undefined ? index : (item as Record<string, unknown>)[key] ?? index), item])) : undefined;
  }
  return value !== null && typeof value === 'object' ? new Map(Object.entries(value)) : undefined;
}

/** The value of a variable goes by the name of the variable, any other by its field. */
function nameOf(key: string, of: object): string {
  const { name } = of as { readonly name?: unknown };
  return key === 'value' && typeof name === 'string' ? name : key;
}

function shown(value: unknown, name: string): string | undefined {
  return value === undefined ? undefined : fieldText(value, name);
}

/** In one line, secrets masked; an argument after one that names a secret is one. */
function fieldText(value: unknown, name: string): string {
  if (typeof value === 'string') {
    return ARGUMENT.test(value) ? 'a text that may hold a secret' : valueShown(name, value).replace(/^"(.*)"$/s, '$1');
  }
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => fieldText(item, index > 0 && typeof value[index - 1] === 'string' && isSensitiveKey(value[index - 1]) ? value[index - 1] : name)).join(', ')}]`;
  }
  if (value === null || typeof value !== 'object') {
    return String(value);
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{ ${entries.map(([key, inner]) => `${key}: ${fieldText(inner, nameOf(key, value))}`).join(', ')} }`;
}
