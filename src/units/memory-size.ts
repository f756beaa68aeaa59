import { Size, SizeRoundingBehavior } from 'cdk8s';
import { KIBIBYTE, MEBIBYTE, parseBytes, renderBytes } from './bytes';
import { Refusal, shown } from '../refusal';

/**
 * An exact amount of memory, as Flink counts it: whole bytes, units in powers of 1024.
 *
 * Flink's `1g` is Kubernetes' `1Gi`; Flink refuses `1Gi`, `1.5g` and signs, and reads a bare
 * number as bytes. See Flink's `org.apache.flink.configuration.MemorySize`.
 */
export class MemorySize {
  /**
   * A whole number of mebibytes.
   * @param amount whole and not negative
   */
  public static ofMebibytes(amount: number): MemorySize {
    return MemorySize._of(wholeNumber(amount, 'mebibytes') * MEBIBYTE);
  }

  /**
   * A whole number of bytes.
   * @param amount whole and not negative
   */
  public static ofBytes(amount: number): MemorySize {
    return MemorySize._of(wholeNumber(amount, 'bytes'));
  }

  /** The exact value of a cdk8s `Size`. */
  public static fromSize(size: Size): MemorySize {
    // Plain JavaScript allows anything.
    if (typeof size?.toKibibytes !== 'function') {
      throw new Refusal({
        code: 'memory-size-number',
        what: 'an amount of memory or storage must be a Size of cdk8s',
        got: shown(size),
        allowed: 'Size',
        fix: 'write for example Size.gibibytes(4); a text has units that mean several things',
      });
    }
    return MemorySize._of(wholeNumber(size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }), 'kibibytes') * KIBIBYTE);
  }

  /**
   * Reads text by Flink's own grammar: digits, optional blanks, then b, k, m, g, t (or kb, mb, …,
   * kibibytes, …) in any case. A bare number means bytes.
   * Refused with `[memory-size-text]`: everything that Flink refuses.
   */
  public static parse(text: string): MemorySize {
    return MemorySize._of(parseBytes(text));
  }

  /** @internal */
  public static _of(bytes: bigint): MemorySize {
    return new MemorySize(bytes);
  }

  private constructor(private readonly exact: bigint) {}

  /** In bytes; exact up to 2^53. */
  public get bytes(): number {
    return Number(this.exact);
  }

  /** In mebibytes; a fraction when the amount is not whole. */
  public get mebibytes(): number {
    return Number(this.exact) / Number(MEBIBYTE);
  }

  /** @internal */
  public get _bytes(): bigint {
    return this.exact;
  }

  /** The spelling for a Flink configuration, in the largest unit up to mebibytes that is exact: `1024m`. */
  public toFlinkText(): string {
    return renderBytes(this.exact);
  }

  /** The spelling for Kubernetes, in the largest binary unit up to gibibytes that is exact: `18Gi`. */
  public toKubernetesText(): string {
    const units: [string, bigint][] = [['Gi', KIBIBYTE ** 3n], ['Mi', MEBIBYTE], ['Ki', KIBIBYTE]];
    const [unit, size] = units.find(([, of]) => this.exact % of === 0n) ?? ['', 1n];
    return `${this.exact / size}${unit}`;
  }

  /** The same as `toFlinkText()`, so that a plan can be written as JSON. */
  public toJSON(): string {
    return this.toFlinkText();
  }

  /** For people: the largest binary unit with at most two decimals, `1.5 GiB`. */
  public toString(): string {
    const units: [string, bigint][] = [['TiB', KIBIBYTE ** 4n], ['GiB', KIBIBYTE ** 3n], ['MiB', MEBIBYTE], ['KiB', KIBIBYTE]];
    const [unit, factor] = units.find(([, size]) => this.exact >= size) ?? ['B', 1n];
    const hundredths = (this.exact * 100n) / factor;
    return `${Number(hundredths) / 100} ${unit}`;
  }
}

function wholeNumber(amount: number, unit: string): bigint {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new Refusal({
      code: 'memory-size-number',
      what: `an amount of memory must be a whole number of ${unit}`,
      got: shown(amount),
      allowed: `0 to ${Number.MAX_SAFE_INTEGER}, no fraction`,
      fix: 'use a smaller unit instead of a fraction',
    });
  }
  return BigInt(amount);
}
