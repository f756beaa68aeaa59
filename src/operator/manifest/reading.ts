import { Refusal, shown } from '../../refusal';
import { OperatorVersion } from '../operator-version';
import { FieldKind } from './field-kinds';
import { ManifestPath } from './manifest-path';

/** Where a value stands in the manifest. */
export interface Place {
  readonly parent?: Place;
  readonly key: string | number;
}

/** One reading of a manifest: for which release, what the API server would drop, and where the text of a value stands. */
export interface Reading {
  readonly release: OperatorVersion;
  readonly pruned: string[];
  /** Where the manifest stands in what it was read from; nothing when it is all of it. */
  readonly within?: Place;
  /** For example `line 12, column 5`; nothing when the manifest does not come from text. */
  readonly locate?: (path: ManifestPath) => string | undefined;
}

export function pathTo(place: Place | undefined): (string | number)[] {
  return place === undefined ? [] : [...pathTo(place.parent), place.key];
}

/** `spec.ingress.tls[0].hosts`. */
export function pathText(place: Place): string {
  return pathTo(place).map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/** Says the kind of the value and never the value itself, which may be a secret. */
export function wrongKind(place: Place, value: unknown, kind: FieldKind, reading: Reading): Refusal {
  const allowed = ALLOWED[kind.holds];
  if (kind.holds === 'name') {
    const got = typeof value === 'string' ? shown(value.slice(0, 60)) : described(value);
    return fieldRefusal(place, got, kind.names(reading.release).join(', '), `use one of these; ${reading.release} lets no other through`, reading);
  }
  return fieldRefusal(place, described(value), allowed, fixFor(value, kind), reading);
}

export function fieldRefusal(place: Place, got: string, allowed: string, fix: string, reading: Reading, code = 'manifest-field'): Refusal {
  return new Refusal({ code, what: `${pathText(place)} is not what ${reading.release} reads there`, got, allowed, fix }, reading.locate?.(pathTo(place)));
}

const ALLOWED: Record<FieldKind['holds'], string> = {
  text: 'text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number from -2147483648 to 2147483647',
  long: 'a whole number that no reader rounds, up to 9007199254740991 either way',
  name: 'one of the names',
  texts: 'keys with text',
  quantities: 'keys with quantities: text or whole numbers',
  settings: 'keys with values',
  raw: 'fields in Kubernetes\' own shape',
  fields: 'fields',
  list: 'a list',
};

function fixFor(value: unknown, { holds }: FieldKind): string {
  if (holds === 'text' && typeof value !== 'object') {
    return 'put it in quotes';
  }
  if (typeof value === 'string' && ['boolean', 'number', 'int', 'long'].includes(holds)) {
    return 'write it without quotes or unit';
  }
  return `change it to ${ALLOWED[holds]}, or remove it`;
}


/** The kind of a value, in the words of YAML; never the value, since a number may be a secret as well. */
export function described(value: unknown): string {
  switch (typeof value) {
    case 'string': return 'text';
    case 'boolean': return 'true or false';
    case 'bigint': return 'a very large whole number';
    case 'number': return Number.isInteger(value) ? 'a whole number' : Number.isFinite(value) ? 'a number' : 'a number that is not finite';
    default: return value === null || value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : 'fields';
  }
}
