import { Code, data, list } from './code';
import { isPlainTextSecret, optionBefore, PlainTextSecrets } from './plain-text-secrets';

/** Whose data it is. */
export interface DataOwner {
  readonly resource: string;
  readonly secrets: PlainTextSecrets;
}

/** Plain data as code; nothing where there is nothing, or a number that TypeScript cannot hold. */
export function dataCode(value: unknown, owner: DataOwner, called = ''): Code | undefined {
  switch (typeof value) {
    case 'string': return textCode(value, owner, called);
    case 'number':
    case 'boolean': return data(value);
    case 'object': return value === null ? undefined : Array.isArray(value) ? listCode(value, owner, called) : mapCode(value, owner);
    default: return undefined;
  }
}

/** A text, or the variable that it is read from where it is a secret. */
function textCode(text: string, { resource, secrets }: DataOwner, called: string): Code {
  return isPlainTextSecret(called, text) ? { is: 'secret', variable: secrets.variableFor(text, resource, called), value: text } : data(text);
}

/** Texts that reach a program, one an element. */
export function listCode(items: readonly unknown[], owner: DataOwner, called: string): Code {
  return list(items.flatMap((item, index) => dataCode(item, owner, optionBefore(items, index) || called) ?? []));
}

function mapCode(map: object, owner: DataOwner): Code {
  // A variable of a container: what it is called stands beside its value.
  const { name, value } = map as { readonly name?: unknown; readonly value?: unknown };
  const variable = typeof name === 'string' && typeof value === 'string' ? name : undefined;
  return {
    is: 'fields',
    fields: Object.entries(map).flatMap(([key, inner]) => {
      const code = dataCode(inner, owner, key === 'value' && variable !== undefined ? variable : key);
      return code === undefined ? [] : [{ key, code }];
    }),
  };
}
