import { Refusal, shown } from '../../refusal';
import { LONG_MAX } from '../../units/java-text';

/** An exact decimal: digits × 10^-scale. */
interface Decimal {
  readonly digits: bigint;
  readonly divisor: bigint;
}

/**
 * A fraction as Flink keeps it: a 32-bit float, widened to a double, and from there on the exact
 * decimal that the double prints as. So 10 % of 1,000,000,000 bytes is 100,000,001.
 */
export class Fraction {
  public static ofFloatText(key: string, text: string): Fraction {
    if (!/^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?[fd]?$/i.test(text.trim())) {
      throw outOfRange(key, shown(text));
    }
    return new Fraction(key, Math.fround(Number(text.trim().replace(/[fd]$/i, ''))));
  }

  private readonly part: Decimal;
  private readonly partOfRest: Decimal;

  constructor(key: string, value: number) {
    if (!(value >= 0 && value < 1)) {
      throw outOfRange(key, shown(value));
    }
    this.part = decimalOf(value);
    this.partOfRest = decimalOf(value / (1 - value));
  }

  /** This part of a whole, cut to whole bytes. */
  public of(whole: bigint): bigint {
    return multiply(whole, this.part);
  }

  /** What this part amounts to when `rest` is all the others: rest × f / (1 − f), cut to whole bytes. */
  public besides(rest: bigint): bigint {
    return multiply(rest, this.partOfRest);
  }
}

function multiply(bytes: bigint, factor: Decimal): bigint {
  const product = (bytes * factor.digits) / factor.divisor;
  if (product > LONG_MAX) {
    throw new Refusal({
      code: 'memory-overflow',
      what: 'an amount of memory overflows Flink\'s 64 bits',
      got: `${bytes} bytes times a fraction close to 1`,
      allowed: 'less than 2^63 bytes',
      fix: 'use a smaller fraction',
    });
  }
  return product;
}

function decimalOf(value: number): Decimal {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const [whole, decimals = ''] = mantissa.split('.');
  const scale = decimals.length - Number(exponent);
  const digits = BigInt(whole + decimals);
  return scale >= 0 ? { digits, divisor: 10n ** BigInt(scale) } : { digits: digits * 10n ** BigInt(-scale), divisor: 1n };
}

function outOfRange(key: string, got: string): Refusal {
  return new Refusal({
    code: 'memory-fraction',
    what: `${key} is not a fraction that Flink accepts`,
    got,
    allowed: '0 up to, not including, 1',
    fix: 'write a decimal such as 0.4',
  });
}
