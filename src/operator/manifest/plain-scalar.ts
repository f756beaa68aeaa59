/** What is no value of this form: an indicator of YAML, or a text that one has to know more of. */
export const NOT_PLAIN = Symbol('not plain');

export type PlainScalar = string | number | boolean | null | typeof NOT_PLAIN;

/** Begins like text, and goes on without a mark that could mean something. */
const TEXT = /^(?:_?[A-Za-z/$]|--?[A-Za-z])(?:[^:]|:(?! |$))*$/;
/** Read by YAML 1.1 as something else than text, in one case of letters or another. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan)$/i;
const WHOLE = /^(?:0|[1-9][0-9]{0,14})$/;
const DECIMAL = /^(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6}$/;
/** `60s`, `10 min`, `4Gi`, `0m`: no exponent, no hexadecimal number, no time of day. */
const AMOUNT = /^(?:0[msg]|[1-9][0-9]* ?[a-df-wyzA-DF-WYZ][A-Za-z0-9]*)$/;
/** `10.0.0.10/32`, `10.0.0.10:5000/orders:1.4`. */
const ADDRESS = /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:[/.:][\w./-]+)*$/;
/** `0 0 3 * * ?`, and what ends the options of a command. */
const CRON = /^[0-9]+(?: [0-9*?/,-]+){4,6}$|^--$/;
const DOUBLE_QUOTED = /^"([^"\\]*)"(?: +#.*| *)$/;
const SINGLE_QUOTED = /^'((?:[^']|'')*)'(?: +#.*| *)$/;

/** A scalar that fills the rest of a line; a comment may follow. */
export function plainScalar(rest: string): PlainScalar {
  if (rest.startsWith('"')) {
    return DOUBLE_QUOTED.exec(rest)?.[1] ?? NOT_PLAIN;
  }
  if (rest.startsWith('\'')) {
    return SINGLE_QUOTED.exec(rest)?.[1].replace(/''/g, '\'') ?? NOT_PLAIN;
  }
  const comment = rest.indexOf(' #');
  return resolved((comment === -1 ? rest : rest.slice(0, comment)).trimEnd());
}

function resolved(text: string): PlainScalar {
  if (WHOLE.test(text) || DECIMAL.test(text)) {
    return Number(text);
  }
  if (WORD.test(text)) {
    return text === 'true' ? true : text === 'false' ? false : text === 'null' ? null : NOT_PLAIN;
  }
  return TEXT.test(text) || AMOUNT.test(text) || ADDRESS.test(text) || CRON.test(text) ? text : NOT_PLAIN;
}

/** `{ cpu: 1, memory: 2048m }`, `["a", "b"]`: on one line, of scalars without marks of their own, or empty. */
export function plainFlow(rest: string): object | typeof NOT_PLAIN {
  const [, open, inner, close] = /^([[{]) *([^[\]{}#]*?) *([\]}])(?: +#.*| *)$/.exec(rest) ?? [];
  if (open === undefined || (open === '[') !== (close === ']')) {
    return NOT_PLAIN;
  }
  const parts = inner === '' ? [] : inner.split(/ *, */);
  return open === '[' ? flowList(parts) : flowMap(parts);
}

function flowList(parts: readonly string[]): unknown[] | typeof NOT_PLAIN {
  const values = parts.map(flowScalar);
  return values.includes(NOT_PLAIN) ? NOT_PLAIN : values;
}

function flowMap(parts: readonly string[]): object | typeof NOT_PLAIN {
  const map: Record<string, unknown> = {};
  for (const part of parts) {
    const [, key, text = ''] = /^([A-Za-z][\w.-]*): +(.+)$/.exec(part) ?? [];
    const value = key === undefined || WORD.test(key) || key in map ? NOT_PLAIN : flowScalar(text);
    if (value === NOT_PLAIN) {
      return NOT_PLAIN;
    }
    map[key] = value;
  }
  return map;
}

/** Commas and colons within it would have been taken for ends. */
function flowScalar(text: string): PlainScalar {
  return /^(?:"[^"\\]*"|'[^']*'|[\w./$-]+)$/.test(text) ? plainScalar(text) : NOT_PLAIN;
}

/** A key before its colon; one that YAML reads as something else than text is none of this form. */
export function plainKey(text: string): string | typeof NOT_PLAIN {
  const [, plain, double, single] = /^(?:([A-Za-z_][\w./$-]*)|"([^"\\]*)"|'([^']*)')$/.exec(text) ?? [];
  const key = plain ?? double ?? single;
  return key === undefined || key === '__proto__' || (plain !== undefined && WORD.test(plain)) ? NOT_PLAIN : key;
}
