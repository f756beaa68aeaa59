import { Refusal } from '../../refusal';
import { LONG_MAX } from '../../units/java-text';

/** The amount itself, or a refusal where Flink's 64 bits would overflow. */
export function exactBytes(bytes: bigint): bigint {
  if (bytes > LONG_MAX) {
    throw new Refusal({
      code: 'memory-overflow',
      what: 'an amount of memory overflows Flink\'s 64 bits',
      got: `${bytes} bytes`,
      allowed: 'less than 2^63 bytes',
      fix: 'use smaller sizes and fractions',
    });
  }
  return bytes;
}

/** All parts together. */
export function sumOf(parts: Record<string, bigint>): bigint {
  return exactBytes(Object.values(parts).reduce((sum, part) => sum + part, 0n));
}
