import { exactBytes } from './exact-bytes';
import { Refusal, shown } from '../../refusal';
import { parseJavaDouble } from '../../units/java-number';

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
  private readonly part: Decimal;
  private readonly partOfRest: Decimal;

  /**
   * @param key the option, for a refusal
   * @param decimal as written, before it becomes a float
   */
  constructor(key: string, decimal: number) {
    const value = Math.fround(decimal);
    if (!(value >= 0 && value < 1)) {
      throw outOfRange(key, shown(decimal));
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
  return exactBytes((bytes * factor.digits) / factor.divisor);
}

function decimalOf(value: number): Decimal {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const [whole, decimals = ''] = mantissa.split('.');
  const scale = decimals.length - Number(exponent);
  const digits = BigInt(whole + decimals);
  return scale >= 0 ? { digits, divisor: 10n ** BigInt(scale) } : { digits: digits * 10n ** BigInt(-scale), divisor: 1n };
}

/** The number in a float's text, by Java's grammar. */
export function parseFloatText(key: string, text: string): number {
  const decimal = parseJavaDouble(text);
  if (decimal === undefined) {
    throw outOfRange(key, shown(text));
  }
  return decimal;
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
