import { memorySizeText, parseBytes } from './bytes';
import { LONG_MAX } from './java-text';
import { Refusal, shown } from '../refusal';

/**
 * Multipliers that survive the operator's reading: it writes the text in upper case first, so `k`, `n`
 * and `u` are unknown to it, and it rounds `Ei` and `E` to 16 digits, which it then cannot read back.
 */
const FACTORS = new Map<string, bigint>([
  ['', 1n],
  ['Ki', 1024n], ['Mi', 1024n ** 2n], ['Gi', 1024n ** 3n], ['Ti', 1024n ** 4n], ['Pi', 1024n ** 5n],
  ['M', 10n ** 6n], ['G', 10n ** 9n], ['T', 10n ** 12n], ['P', 10n ** 15n],
]);

/**
 * Bytes that the Flink Kubernetes Operator makes of `resource.memory`: Flink's grammar first, so that
 * `2G` means 2 GiB; only what Flink refuses is read as a Kubernetes quantity, and its result must be
 * a whole number without a fraction in its text, so that `1.5Gi` is refused although it is whole.
 */
export function parseResourceMemory(text: string): bigint {
  try {
    return parseBytes(text);
  } catch {
    return parseQuantity(text);
  }
}

/** The text that the operator writes into the configuration for `resource.memory`. */
export function resourceMemoryText(text: string): string {
  try {
    return memorySizeText(parseBytes(text));
  } catch {
    return String(parseQuantity(text));
  }
}

function parseQuantity(text: string): bigint {
  const spelled = text.replace(/\s/g, '').toUpperCase().replace(/B$/, '').replace(/I$/, 'i').replace(/^\./, '0.');
  const [, digits, exponent, suffix = ''] = /^\+?([0-9]+)\.?(?:E([0-9]+)|([A-Z]i?))?$/.exec(spelled) ?? [];
  const factor = exponent === undefined ? FACTORS.get(suffix) : powerOfTen(exponent);
  const bytes = digits === undefined || factor === undefined ? undefined : BigInt(digits) * factor;
  if (bytes === undefined || bytes > LONG_MAX) {
    throw new Refusal({
      code: 'resource-memory-text',
      what: 'the operator cannot read this resource memory',
      got: shown(text),
      allowed: 'a whole number with m, g, Mi or Gi, for example "2048m"',
      fix: 'write whole mebibytes: 1.5Gi is 1536m',
    });
  }
  return bytes;
}

/** The operator keeps 16 digits of a power of ten; beyond them it prints an exponent that it cannot read back. */
function powerOfTen(exponent: string): bigint | undefined {
  return Number(exponent) < 16 ? 10n ** BigInt(exponent) : undefined;
}
