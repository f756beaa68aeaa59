import { LONG_MAX, trimAsJava } from './java-text';

const WHOLE = /^[+-]?[0-9]+$/;
const DECIMAL = /^([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?)[fd]?$/i;
const HEXADECIMAL = /^([+-]?)0x([0-9a-f]*)(?:\.([0-9a-f]*))?p([+-]?[0-9]+)[fd]?$/i;
const NAMED = new Map([['NaN', NaN], ['Infinity', Infinity]]);

export const INT_MIN = -(2 ** 31);
export const INT_MAX = 2 ** 31 - 1;

/** What `Integer.parseInt` reads, or undefined where it throws. */
export function parseJavaInt(text: string): number | undefined {
  const value = WHOLE.test(text) ? Number(text) : NaN;
  // There is no negative zero among whole numbers.
  return value >= INT_MIN && value <= INT_MAX ? value + 0 : undefined;
}

/** What `Long.parseLong` reads, or undefined where it throws. */
export function parseJavaLong(text: string): bigint | undefined {
  const value = WHOLE.test(text) ? BigInt(text.replace('+', '')) : undefined;
  return value !== undefined && value <= LONG_MAX && value >= -LONG_MAX - 1n ? value : undefined;
}

/** What `Double.parseDouble` reads, or undefined where it throws. */
export function parseJavaDouble(text: string): number | undefined {
  const trimmed = trimAsJava(text);
  const digits = DECIMAL.exec(trimmed)?.[1];
  if (digits !== undefined) {
    return Number(digits);
  }
  const [, sign, whole, fraction = '', exponent] = HEXADECIMAL.exec(trimmed) ?? [];
  if (whole !== undefined) {
    const value = whole + fraction === '' ? undefined : parseInt(whole + fraction, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
    return value === undefined || sign !== '-' ? value : -value;
  }
  const named = NAMED.get(trimmed.replace(/^[+-]/, ''));
  return named === undefined || !trimmed.startsWith('-') ? named : -named;
}

/** The same for `Float.parseFloat`, as the double that the float is. */
export function parseJavaFloat(text: string): number | undefined {
  const value = parseJavaDouble(text);
  return value === undefined ? undefined : Math.fround(value);
}

/** A double cast to an `int`. */
export function castToInt(value: number): number {
  return Number.isNaN(value) ? 0 : Math.trunc(Math.min(Math.max(value, INT_MIN), INT_MAX));
}
