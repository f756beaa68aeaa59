import { javaNumberText, LONG_MAX } from './java-text';
import { Refusal, shown } from '../refusal';

/** An exact decimal as Java keeps it: digits × 10^-scale. The scale decides how it is written. */
export interface Quantity {
  readonly digits: bigint;
  readonly scale: number;
}

/** Digits that survive where the client multiplies by a suffix. */
const PRECISION = 16;

const FACTORS = new Map<string, Quantity>([
  ['', { digits: 1n, scale: 0 }],
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi'].map((suffix, index): [string, Quantity] => [suffix, { digits: 1024n ** BigInt(index + 1), scale: 0 }]),
  ['Ei', { digits: 1_152_921_504_606_847n, scale: -3 }],
  ...Object.entries({ n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 }).map(([suffix, power]): [string, Quantity] =>
    [suffix, powerOfTen(power)]),
]);

const GRAMMAR = /^([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)|\.)(?:([A-Za-z]i?)?|[einumkKMGTPE]([+-]?[0-9]{1,9}))$/;

/**
 * A Kubernetes quantity as the operator's client for Kubernetes reads it (fabric8 `Quantity`): a number and a
 * suffix, or a number and an exponent that any suffix letter may stand before.
 * @param of what the text is the quantity of, for a refusal
 */
export function parseQuantity(text: string, of = 'this Kubernetes quantity'): Quantity {
  const [, number, suffix = '', exponent] = GRAMMAR.exec(text) ?? [];
  const factor = exponent === undefined ? FACTORS.get(suffix) : powerOfTen(Number(exponent));
  if (number === undefined || factor === undefined) {
    throw new Refusal({
      code: 'quantity-text',
      what: `the operator cannot read ${of}`,
      got: shown(text),
      allowed: 'a number with Ki, Mi, Gi, Ti, Pi, Ei, m, k, M, G, T, P, E or an exponent, for example "10Gi"',
      fix: 'write a whole number and one suffix',
    });
  }
  const [whole, decimals = ''] = number.split('.');
  return { digits: BigInt(whole.replace('+', '') + decimals) * factor.digits, scale: decimals.length + factor.scale };
}

/** A quantity of a manifest, as the client reads it: numbers become text. */
export function quantityText(amount: string | number): string {
  return typeof amount === 'number' ? javaNumberText(amount) : amount;
}

/** The nearest double; what the operator compares CPU by. */
export function quantityAsDouble({ digits, scale }: Quantity): number {
  return Number(`${digits}e${-scale}`);
}

/** In whole units of 10^-decimals, rounded up, and at most what 64 bits hold: so does Kubernetes count. */
export function countedIn(decimals: number, { digits, scale }: Quantity): bigint {
  const shift = decimals - scale;
  // Further than the digits go there is nothing left, and no exponent is worth a number of its length.
  const power = 10n ** BigInt(Math.min(Math.abs(shift), String(digits).length + 19));
  const count = shift >= 0 ? digits * power : digits > 0n ? (digits + power - 1n) / power : digits / power;
  return count > LONG_MAX ? LONG_MAX : count;
}

/** As much as Java keeps with 16 digits: 10^15 is written out, what is beyond stands in the scale. */
function powerOfTen(power: number): Quantity {
  if (power < 0) {
    return { digits: 1n, scale: -power };
  }
  const digits = Math.min(power, PRECISION - 1);
  return { digits: 10n ** BigInt(digits), scale: digits - power };
}

/** Bytes of a quantity that Java prints in plain digits, which alone the operator can read back; undefined for all others. */
export function plainBytes({ digits, scale }: Quantity): bigint | undefined {
  return scale === 0 && digits >= 0n && digits <= LONG_MAX ? digits : undefined;
}
