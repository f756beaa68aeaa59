import { ManifestPath } from '../../../operator/manifest/manifest-path';
import { Edit } from '../../../rules/rule';

type Fields = Record<string | number, unknown>;

/** The plain value with an edit at the keys that the text has for it. */
export function editedValue(value: unknown, [key, ...others]: ManifestPath, edit: Edit): unknown {
  const fields = value as Fields;
  if (others.length > 0) {
    return withPart(value, key, editedValue(fields?.[key], others, edit));
  }
  if ('set' in edit) {
    return withPart(value, key, edit.value);
  }
  return Object.fromEntries(Object.entries(fields).flatMap(([name, part]): [string, unknown][] => (
    name !== key ? [[name, part]] : 'rename' in edit ? [[edit.key, part]] : [])));
}

function withPart(value: unknown, key: string | number, part: unknown): unknown {
  return Array.isArray(value) ? value.map((each, index) => (index === key ? part : each)) : { ...value as object, [key]: part };
}
