import { LONG_MAX, trimAsJava } from '../../units/java-text';

const INTEGER = /^[+-]?[0-9]+$/;
const DECIMAL = /^([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?)[fd]?$/i;
const SPECIAL = new Map([['NaN', NaN], ['Infinity', Infinity]]);

/** Undefined for what `Integer.parseInt` of Java refuses. */
export function parseInteger(text: string): number | undefined {
  const value = INTEGER.test(text) ? Number(text) : NaN;
  return value >= -(2 ** 31) && value < 2 ** 31 ? value + 0 : undefined;
}

/** Undefined for what `Long.parseLong` of Java refuses. */
export function parseLong(text: string): bigint | undefined {
  const value = INTEGER.test(text) ? BigInt(text.replace('+', '')) : undefined;
  return value !== undefined && value <= LONG_MAX && value >= -LONG_MAX - 1n ? value : undefined;
}

/** Undefined for what `Double.parseDouble` of Java refuses; hexadecimal fractions, which Java knows, count as refused. */
export function parseDouble(text: string): number | undefined {
  const trimmed = trimAsJava(text);
  const digits = DECIMAL.exec(trimmed)?.[1];
  if (digits !== undefined) {
    return Number(digits);
  }
  const special = SPECIAL.get(trimmed.replace(/^[+-]/, ''));
  return special !== undefined && trimmed.startsWith('-') ? -special : special;
}

/** The same for `Float.parseFloat`, as the double that the float is. */
export function parseFloat32(text: string): number | undefined {
  const value = parseDouble(text);
  return value === undefined ? undefined : Math.fround(value);
}

/** The float of a double that YAML read; Flink refuses what a float cannot hold. */
export function narrowed(value: number): number | undefined {
  const magnitude = Math.abs(value);
  return value === 0 || (magnitude >= 2 ** -149 && magnitude <= (2 - 2 ** -23) * 2 ** 127) ? Math.fround(value) : undefined;
}
