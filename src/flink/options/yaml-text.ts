import type * as yaml from 'yaml';
import { javaDoubleText } from '../../units/java-text';

/*
 * Flink reads YAML with snakeyaml-engine, we with `yaml`. They agree on what anyone would write; on oddities they
 * do not, and there ours may accept what Flink refuses or the reverse: `-` or `:` right before or after a bracket.
 */

/** A value of YAML 1.2: whole numbers are bigints, maps keep the kinds of their keys. */
export type YamlValue = string | bigint | number | boolean | null | YamlValue[] | Map<YamlValue, YamlValue>;

/** How a text must begin, or what it must hold, to be a sequence or a mapping: most values are neither and cost nothing. */
const SEQUENCE = /^\s*(?:[[!&#%]|-(?:\s|--|$))/;
const MAPPING = /^\s*[{!&#%?-]|:(?:\s|$)/;

/** Flink's reader takes a tab for the start of a token, which no token has; after a bare word it is a blank. */
const TAB_BEFORE_TOKEN = /(?:^|[[\]{},'"\n]|[-:?] ) *\t/;
const QUOTED = /'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"/gs;

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
  if (TAB_BEFORE_TOKEN.test(text.replace(QUOTED, '""'))) {
    return undefined;
  }
  parser ??= require('yaml') as typeof yaml;
  const document = parser.parseDocument(text, { version: '1.2', schema: 'core', intAsBigInt: true });
  try {
    return document.errors.every(isTightComment) && document.warnings.length === 0 ? document.toJS({ mapAsMap: true }) : undefined;
  } catch {
    // An alias of nothing shows only now.
    return undefined;
  }
}

/** Flink's reader wants no blank between a token and a comment. */
function isTightComment({ code, message }: yaml.YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.startsWith('Comments must be separated');
}

/** What would be read back as something else than a string. */
const RESOLVED = /^(?:true|True|TRUE|false|False|FALSE|null|Null|NULL|~|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
/** Strings that need no quotes between brackets. */
const BARE = /^(?![#&*!|>'"%@` ]|-(?: |$))[!-+\--9;->@-Z\\^-z|~ ]+(?<! )$/;

/** The text that Flink gives a value that YAML read when the option wants a string; undefined for none at all. */
export function yamlText(value: YamlValue): string | undefined {
  return typeof value === 'string' ? value : value === null ? undefined : flow(value);
}

function flow(value: YamlValue): string {
  if (typeof value === 'string') {
    return BARE.test(value) && !RESOLVED.test(value) ? value : `'${value.replaceAll('\'', '\'\'')}'`;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? javaDoubleText(value) : Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  }
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(', ')}]`;
  }
  return value instanceof Map ? `{${[...value].map(([key, item]) => `${flow(key)}: ${flow(item)}`).join(', ')}}` : String(value);
}
