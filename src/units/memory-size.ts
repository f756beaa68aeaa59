import { Size } from 'cdk8s';
import { LONG_MAX, trimAsJava } from './java-text';
import { Refusal, shown } from '../refusal';

const KIBI = 1024n;
const UNITS: [names: string[], factor: bigint][] = [
  [['b', 'bytes'], 1n],
  [['k', 'kb', 'kibibytes'], KIBI],
  [['m', 'mb', 'mebibytes'], KIBI ** 2n],
  [['g', 'gb', 'gibibytes'], KIBI ** 3n],
  [['t', 'tb', 'tebibytes'], KIBI ** 4n],
];
const FACTORS = new Map(UNITS.flatMap(([names, factor]) => names.map((name) => [name, factor] as const)));

export const MEBIBYTE = KIBI ** 2n;

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
    return MemorySize._of(wholeNumber(size.toKibibytes(), 'kibibytes') * KIBI);
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

  /** For people: the largest binary unit with at most two decimals, `1.5 GiB`. */
  public toString(): string {
    const units: [string, bigint][] = [['TiB', KIBI ** 4n], ['GiB', KIBI ** 3n], ['MiB', MEBIBYTE], ['KiB', KIBI]];
    const [unit, factor] = units.find(([, size]) => this.exact >= size) ?? ['B', 1n];
    const hundredths = (this.exact * 100n) / factor;
    return `${Number(hundredths) / 100} ${unit}`;
  }
}

/** Bytes of a text, by Flink's grammar. */
export function parseBytes(text: string): bigint {
  const trimmed = trimAsJava(text);
  const digits = /^[0-9]*/.exec(trimmed)![0];
  const unit = trimAsJava(trimmed.slice(digits.length)).toLowerCase();
  const factor = unit === '' ? 1n : FACTORS.get(unit);
  if (digits === '' || factor === undefined) {
    throw unreadable(text, unit);
  }
  const bytes = BigInt(digits) * factor;
  if (bytes > LONG_MAX) {
    throw unreadable(text, '');
  }
  return bytes;
}

/** The shortest Flink text in whole mebibytes, kibibytes or bytes; reads back to the same bytes. */
export function renderBytes(bytes: bigint): string {
  if (bytes % MEBIBYTE === 0n) {
    return `${bytes / MEBIBYTE}m`;
  }
  return bytes % KIBI === 0n ? `${bytes / KIBI}k` : `${bytes}b`;
}

/** The next whole mebibyte up. */
export function ceilToMebibyte(bytes: bigint): bigint {
  return ((bytes + MEBIBYTE - 1n) / MEBIBYTE) * MEBIBYTE;
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

function unreadable(text: string, unit: string): Refusal {
  const kubernetes = /^([kmgt])i(b)?$/.exec(unit);
  return new Refusal({
    code: 'memory-size-text',
    what: 'Flink cannot read this amount of memory',
    got: shown(text),
    allowed: 'a whole number below 2^63 bytes with b, k, m, g or t, all powers of 1024, for example "1536m"',
    fix: kubernetes
      ? `write "${kubernetes[1]}": in Flink it already means a power of 1024`
      : 'write a whole number and a unit of Flink; 1.5g is 1536m',
  });
}
