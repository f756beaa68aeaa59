import type * as yaml from 'yaml';
import { javaDoubleText } from '../../units/java-text';

/** A value of YAML 1.2: whole numbers are bigints, maps keep the kinds of their keys. */
export type YamlValue = string | bigint | number | boolean | null | YamlValue[] | Map<YamlValue, YamlValue>;

/** How a text must begin, or what it must hold, to be a sequence or a mapping: most values are neither and cost nothing. */
const SEQUENCE = /^\s*(?:[[!&#%]|-(?:\s|--|$))/;
const MAPPING = /^\s*[{!&#%?-]|:(?:\s|$)/;

let parser: typeof yaml | undefined;

/** The items of a text that is a YAML sequence, as Flink's reader of YAML 1.2 sees it. */
export function yamlSequence(text: string): YamlValue[] | undefined {
  const value = SEQUENCE.test(text) ? parse(text) : undefined;
  return Array.isArray(value) ? value : undefined;
}

/** The entries of a text that is a YAML mapping. */
export function yamlMapping(text: string): Map<YamlValue, YamlValue> | undefined {
  const value = MAPPING.test(text) ? parse(text) : undefined;
  return value instanceof Map ? value : undefined;
}

function parse(text: string): YamlValue | undefined {
  parser ??= require('yaml') as typeof yaml;
  const document = parser.parseDocument(text, { version: '1.2', schema: 'core', intAsBigInt: true });
  return document.errors.length + document.warnings.length === 0 ? document.toJS({ mapAsMap: true }) : undefined;
}

/** Strings that stay bare between brackets and are not read as something else. */
const BARE = /^(?!(?:true|false|null|~)$)[A-Za-z/_.][\w/.+$-]*(?: [\w/.+$-]+)*$/i;

/** The text that Flink gives a value that YAML read when the option wants a string; undefined for none at all. */
export function yamlText(value: YamlValue): string | undefined {
  return typeof value === 'string' ? value : value === null ? undefined : flow(value);
}

function flow(value: YamlValue): string {
  if (typeof value === 'string') {
    return BARE.test(value) ? value : `'${value.replaceAll('\'', '\'\'')}'`;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? javaDoubleText(value) : Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  }
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(', ')}]`;
  }
  return value instanceof Map ? `{${[...value].map(([key, item]) => `${flow(key)}: ${flow(item)}`).join(', ')}}` : String(value);
}
