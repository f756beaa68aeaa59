import { OptionType, typeName } from './option-type';
import { ValueDialect } from './value-dialect';
import { yamlMapping, yamlSequence, yamlText, YamlValue } from './yaml-text';
import { Refusal } from '../../refusal';
import { parseBytes } from '../../units/bytes';
import { parseDuration } from '../../units/flink-duration';
import { parseJavaDouble, parseJavaFloat, parseJavaInt, parseJavaLong } from '../../units/java-number';
import { splitEntries, splitEscaped } from '../configuration/escaped-text';
import { booleanNamed, constantNamed } from '../configuration/named-constant';
import { valueShown } from '../configuration/sensitive-key';

/** A time in nanoseconds and an amount of memory in bytes are bigints, as a Long is; an enum is the constant that it names. */
export type OptionValue = boolean | number | bigint | string | ReadonlyMap<string, string> | OptionValue[];

/**
 * The value that Flink reads from a text for an option of a type.
 * Refused with `[option-value]`: what Flink refuses when something reads the option.
 * @param key whose value it is, for a refusal, which shows it unless it may be a secret
 */
export function readOptionValue(text: string, type: OptionType, dialect: ValueDialect, key = 'this value'): OptionValue {
  const value = type.list ? list(text, type, dialect) : single(text, type, dialect);
  if (value === undefined) {
    throw new Refusal({
      code: 'option-value',
      what: `Flink cannot read ${key}`,
      got: valueShown(key, text),
      allowed: typeName(type),
      fix: FIXES[type.list ? 'List' : type.kind] ?? 'write a value of this type',
    });
  }
  return value;
}

const FIXES: Record<string, string> = {
  Boolean: 'write "true" or "false": Flink knows no yes, on or 1',
  Integer: 'write digits alone, without blanks, units or a fraction, below 2^31',
  Long: 'write digits alone, without blanks, units or a fraction',
  Enum: 'write one of the constants; small and capital letters are alike, hyphens and underscores are not',
  Duration: 'write a whole number and one unit: d, h, min, s, ms, µs or ns; 1.5 s is 1500ms',
  MemorySize: 'write a whole number and a unit of Flink: b, k, m, g or t; 1.5g is 1536m, 1Gi is 1g',
  Map: 'write "key:value,key2:value2"',
  List: 'write the items with ";" between them',
};

function single(text: string, { kind, constants }: OptionType, dialect: ValueDialect): OptionValue | undefined {
  switch (kind) {
    case 'String': return text;
    case 'Boolean': return booleanNamed(text);
    case 'Integer': return parseJavaInt(text);
    case 'Long': return parseJavaLong(text);
    case 'Float': return parseJavaFloat(text);
    case 'Double': return parseJavaDouble(text);
    case 'Duration': return accepted(() => parseDuration(text, dialect));
    case 'MemorySize': return accepted(() => parseBytes(text));
    case 'Enum': return constantNamed(constants, text);
    case 'Map': return map(text, dialect);
  }
}

function accepted<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** YAML if it is a sequence of readable items, and else the items between semicolons. */
function list(text: string, type: OptionType, dialect: ValueDialect): OptionValue[] | undefined {
  const items = dialect.yaml ? yamlSequence(text) : undefined;
  return (items === undefined ? undefined : all(items, (item) => ofYaml(item, type, dialect)))
    ?? all(splitEscaped(text, ';'), (item) => single(item, type, { ...dialect, yaml: dialect.yamlItems }));
}

function ofYaml(item: YamlValue, type: OptionType, dialect: ValueDialect): OptionValue | undefined {
  if (type.kind === 'Map') {
    return item instanceof Map ? textMap(item) : undefined;
  }
  if (type.kind === 'String') {
    return yamlText(item);
  }
  if (typeof item === 'number') {
    return type.kind === 'Double' ? item : type.kind === 'Float' ? narrowed(item) : undefined;
  }
  return item === null || typeof item === 'object' ? undefined : single(String(item), type, dialect);
}

function map(text: string, dialect: ValueDialect): ReadonlyMap<string, string> | undefined {
  const entries = dialect.yaml ? yamlMapping(text) : undefined;
  return (entries === undefined ? undefined : textMap(entries)) ?? pairs(text);
}

function textMap(entries: ReadonlyMap<YamlValue, YamlValue>): ReadonlyMap<string, string> | undefined {
  return unique(all([...entries], ([key, value]) => all([key, value], yamlText)));
}

/** Quotes may stand around a pair, and within it around each side. */
function pairs(text: string): ReadonlyMap<string, string> | undefined {
  const entries = splitEntries(text);
  return entries === undefined ? undefined : new Map(entries);
}

/** Undefined when two items of YAML have one text as their key. */
function unique(entries: string[][] | undefined): ReadonlyMap<string, string> | undefined {
  const unlike = new Map(entries as [string, string][] | undefined);
  return entries !== undefined && unlike.size === entries.length ? unlike : undefined;
}

/** The float of a double that YAML read; Flink refuses what a float cannot hold. */
function narrowed(value: number): number | undefined {
  const magnitude = Math.abs(value);
  return value === 0 || (magnitude >= 2 ** -149 && magnitude <= (2 - 2 ** -23) * 2 ** 127) ? Math.fround(value) : undefined;
}

/** Undefined as soon as one is. */
function all<T, U>(items: readonly T[] | undefined, read: (item: T) => U | undefined): U[] | undefined {
  const values: U[] = [];
  for (const item of items ?? []) {
    const value = read(item);
    if (value === undefined) {
      return undefined;
    }
    values.push(value);
  }
  return items === undefined ? undefined : values;
}
