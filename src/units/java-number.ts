import { trimAsJava } from './java-text';

const DECIMAL = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?[fd]?$/i;
const HEXADECIMAL = /^([+-]?)0x([0-9a-f]*)(?:\.([0-9a-f]*))?p([+-]?[0-9]+)[fd]?$/i;
const NAMED = new Map([['NaN', NaN], ['Infinity', Infinity]]);

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;

/** What `Integer.parseInt` reads, or undefined where it throws. */
export function parseJavaInt(text: string): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) {
    return undefined;
  }
  const value = Number(text);
  return value >= INT_MIN && value <= INT_MAX ? value : undefined;
}

/** What `Double.parseDouble` reads, or undefined where it throws. */
export function parseJavaDouble(text: string): number | undefined {
  const trimmed = trimAsJava(text);
  if (DECIMAL.test(trimmed)) {
    return Number(trimmed.replace(/[fd]$/i, ''));
  }
  const [, sign, whole, fraction = '', exponent] = HEXADECIMAL.exec(trimmed) ?? [];
  if (whole !== undefined) {
    const value = whole + fraction === '' ? undefined : parseInt(whole + fraction, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
    return value === undefined || sign !== '-' ? value : -value;
  }
  const named = NAMED.get(trimmed.replace(/^[+-]/, ''));
  return named === undefined || !trimmed.startsWith('-') ? named : -named;
}
