import { Refusal, shown } from '../refusal';

/** In billionths, the finest that Kubernetes keeps. */
const NANO = 10n ** 9n;
const SUFFIXES = new Map<string, bigint>([
  ['n', 1n], ['u', 10n ** 3n], ['m', 10n ** 6n], ['', NANO],
  ...['k', 'M', 'G', 'T', 'P', 'E'].map((suffix, index): [string, bigint] => [suffix, NANO * 1000n ** BigInt(index + 1)]),
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, index): [string, bigint] => [suffix, NANO * 1024n ** BigInt(index + 1)]),
]);
const GRAMMAR = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3})|([a-zA-Z]*))$/;

/** A Kubernetes quantity, exact to a billionth of its unit and rounded up beyond. */
export interface QuantityAmount {
  readonly nanos: bigint;
}

/** Reads a quantity as Kubernetes does: a decimal with a decimal or binary suffix, or with an exponent. */
export function parseQuantityAmount(quantity: string | number, of: string): QuantityAmount {
  const text = String(quantity);
  const [match, sign, whole = '', decimals = '', exponent, suffix = ''] = GRAMMAR.exec(text) ?? [];
  const factor = exponent === undefined ? SUFFIXES.get(suffix) : NANO;
  if (match === undefined || factor === undefined || whole + decimals === '') {
    throw new Refusal({
      code: 'kubernetes-quantity',
      what: `Kubernetes cannot read ${of}`,
      got: shown(quantity),
      allowed: 'a decimal with n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei, or with an exponent',
      fix: 'for example "500m", "2Gi" or "1.5"',
    });
  }
  const scale = decimals.length - Number(exponent ?? 0);
  const digits = BigInt(whole + decimals) * factor;
  const nanos = scale <= 0 ? digits * 10n ** BigInt(-scale) : ceilDivide(digits, 10n ** BigInt(scale));
  return { nanos: sign === '-' ? -nanos : nanos };
}

/** In whole units, for example bytes. */
export function wholeUnits({ nanos }: QuantityAmount): bigint {
  return ceilDivide(nanos, NANO);
}

/** In whole thousandths, as CPU is counted. */
export function wholeThousandths({ nanos }: QuantityAmount): bigint {
  return ceilDivide(nanos, NANO / 1000n);
}

function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return dividend > 0n ? (dividend + divisor - 1n) / divisor : dividend / divisor;
}
