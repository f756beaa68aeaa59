import { FieldKind, FieldsKind, RawKind } from './field-kinds';
import { readRaw } from './read-raw';
import { described, fieldRefusal, pathText, Place, Reading, wrongKind } from './reading';
import { INT_MIN } from '../../units/java-number';
import { LONG_MAX } from '../../units/java-text';
import { isWhole } from '../../units/whole-number';
import { OperatorVersion } from '../operator-version';

/** From the first letter that begins one of Kubernetes' units, or an exponent. */
const UNIT = /[EGKMPTeikmnu].*$/s;
const LONG_MIN = -LONG_MAX - 1n;

/** A value as the API server and the operator's classes take it, or a refusal. */
export function readField(value: unknown, kind: FieldKind, place: Place, reading: Reading): unknown {
  switch (kind.holds) {
    case 'text':
      return accept(typeof value === 'string', value, kind, place, reading);
    case 'boolean':
      return accept(typeof value === 'boolean', value, kind, place, reading);
    case 'number':
      return accept(typeof value === 'number' && Number.isFinite(value), value, kind, place, reading);
    case 'int':
      return accept(isWhole(value, INT_MIN), value, kind, place, reading);
    case 'long':
      return accept(Number.isSafeInteger(value), value, kind, place, reading);
    case 'name':
      return accept(typeof value === 'string' && kind.names(reading.release).includes(value), value, kind, place, reading);
    case 'list':
      accept(Array.isArray(value), value, kind, place, reading);
      return (value as unknown[]).map((item, key) => readField(item, kind.items, { parent: place, key }, reading));
    case 'fields':
      return readFields(object(value, kind, place, reading), kind, place, reading);
    case 'texts':
      return readMap(object(value, kind, place, reading), (item) => typeof item === 'string', 'text', 'put it in quotes', place, reading);
    case 'quantities':
      return readMap(object(value, kind, place, reading), isQuantity,
        'a quantity: text or a whole number', 'put it in quotes, for example "500m"', place, reading);
    case 'settings':
      object(value, kind, place, reading);
      return reading.release._isAtLeast(OperatorVersion.V1_13)
        ? readRaw(value, place, reading, longText)
        : readMap(value as object, (item) => typeof item === 'string', 'text', `put it in quotes, under a flat key; ${reading.release} takes no other`, place, reading);
    case 'raw':
      return readParts(readRaw(object(value, kind, place, reading), place, reading), kind, place, reading);
  }
}

function readParts(value: object, { parts }: RawKind, place: Place, reading: Reading): object {
  return parts === undefined ? value : readFields(value, parts, place, reading);
}

/** Unknown fields are dropped as the API server drops them, nulls count as absent. */
function readFields(value: object, { fields: table, open = false }: FieldsKind, parent: Place, reading: Reading): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const field = table.get(key);
    if (field === undefined && open) {
      // Not by assignment: a field may be called `__proto__`.
      Object.defineProperty(read, key, { value: inner, enumerable: true, configurable: true, writable: true });
    } else if (field === undefined || (field.since !== undefined && !reading.release._isAtLeast(field.since))) {
      reading.pruned.push(pathText({ parent, key }));
    } else if (inner !== null && inner !== undefined) {
      read[key] = readField(inner, field.kind, { parent, key }, reading);
    }
  }
  return read;
}

/** The very object when nothing of it is null. */
function readMap(
  value: object, fits: (item: unknown) => boolean, allowed: string, fix: string, parent: Place, reading: Reading,
): Record<string, unknown> {
  let nulls = false;
  for (const [key, item] of Object.entries(value)) {
    if (item === null || item === undefined) {
      nulls = true;
    } else if (!fits(item)) {
      throw fieldRefusal({ parent, key }, described(item), allowed, fix, reading);
    }
  }
  return nulls
    ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null && item !== undefined))
    : value as Record<string, unknown>;
}

/** As the operator's classes split it: an amount, then a unit that ends in no letter if it has a digit. What the unit means shows later. */
function isQuantity(value: unknown): boolean {
  if (typeof value !== 'string') {
    return Number.isSafeInteger(value);
  }
  const [unit] = UNIT.exec(value) ?? [''];
  return value !== '' && !(/\p{Nd}/u.test(unit) && /\p{Alphabetic}$/u.test(unit));
}

/** A setting becomes text anyway, so that a whole number too large for ours keeps its digits. */
function longText(value: bigint): string | undefined {
  return value <= LONG_MAX && value >= LONG_MIN ? String(value) : undefined;
}

function accept(fits: boolean, value: unknown, kind: FieldKind, place: Place, reading: Reading): unknown {
  if (!fits) {
    throw wrongKind(place, value, kind, reading);
  }
  return value;
}

function object(value: unknown, kind: FieldKind, place: Place, reading: Reading): object {
  return accept(isObject(value), value, kind, place, reading) as object;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
