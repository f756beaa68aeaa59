import { grouped } from './grouped-number';
import { LONG_MAX, trimAsJava } from './java-text';
import { Refusal, shown } from '../refusal';

export const KIBIBYTE = 1024n;
const UNITS: [names: string[], factor: bigint][] = [
  [['', 'b', 'bytes'], 1n],
  [['k', 'kb', 'kibibytes'], KIBIBYTE],
  [['m', 'mb', 'mebibytes'], KIBIBYTE ** 2n],
  [['g', 'gb', 'gibibytes'], KIBIBYTE ** 3n],
  [['t', 'tb', 'tebibytes'], KIBIBYTE ** 4n],
];
const FACTORS = new Map(UNITS.flatMap(([names, factor]) => names.map((name) => [name, factor] as const)));

export const MEBIBYTE = KIBIBYTE ** 2n;

/** Digits, then whatever may be a unit, within what Java trims. */
const GRAMMAR = /^[\u0000- ]*([0-9]+)[\u0000- ]*([^]*?)[\u0000- ]*$/;

/**
 * Bytes of a text, by Flink's grammar.
 * @param of what the text is the amount of, for a refusal
 */
export function parseBytes(text: string, of = 'this amount of memory'): bigint {
  const match = GRAMMAR.exec(text);
  const factor = match === null ? undefined : FACTORS.get(match[2]) ?? FACTORS.get(match[2].toLowerCase());
  if (match === null || factor === undefined) {
    throw unreadable(of, text, trimAsJava(text.replace(/[0-9]+/, '')).toLowerCase());
  }
  const bytes = BigInt(match[1]) * factor;
  if (bytes > LONG_MAX) {
    throw unreadable(of, text, '');
  }
  return bytes;
}

/** The shortest Flink text in whole mebibytes, kibibytes or bytes; reads back to the same bytes. */
export function renderBytes(bytes: bigint): string {
  if (bytes % MEBIBYTE === 0n) {
    return `${bytes / MEBIBYTE}m`;
  }
  return bytes % KIBIBYTE === 0n ? `${bytes / KIBIBYTE}k` : `${bytes}b`;
}

/** For people: `3,584 MiB`, what is not whole left off. */
export function mebibytesShown(bytes: bigint): string {
  return `${grouped(Number(bytes / MEBIBYTE))} MiB`;
}

/** `MemorySize.toString()`: the largest unit below which nothing is left over; whole tebibytes it writes in bytes. */
export function memorySizeText(bytes: bigint): string {
  const next = UNITS.findIndex(([, factor]) => bytes % factor !== 0n);
  const [names, factor] = UNITS[Math.max(0, next - 1)];
  return `${bytes / factor} ${factor === 1n ? 'bytes' : names[1]}`;
}

/** The next whole mebibyte up. */
export function ceilToMebibyte(bytes: bigint): bigint {
  return ((bytes + MEBIBYTE - 1n) / MEBIBYTE) * MEBIBYTE;
}

function unreadable(of: string, text: string, unit: string): Refusal {
  const kubernetes = /^([kmgt])i(b)?$/.exec(unit);
  return new Refusal({
    code: 'memory-size-text',
    what: `Flink cannot read ${of}`,
    got: shown(text),
    allowed: 'a whole number below 2^63 bytes with b, k, m, g or t, all powers of 1024, for example "1536m"',
    fix: kubernetes
      ? `write "${kubernetes[1]}": in Flink it already means a power of 1024`
      : 'write a whole number and a unit of Flink; 1.5g is 1536m',
  });
}
