import { memorySizeText, parseBytes } from './bytes';
import { trimAsJava } from './java-text';
import { parseQuantity, plainBytes } from './quantity';
import { Refusal, shown } from '../refusal';

/**
 * Bytes that the Flink Kubernetes Operator makes of `resource.memory`: Flink's grammar first, so that
 * `2G` means 2 GiB; only what Flink refuses is read as a Kubernetes quantity, and its result must be
 * a whole number without a fraction in its text, so that `1.5Gi` is refused although it is whole.
 */
export function parseResourceMemory(text: string): bigint {
  try {
    return parseBytes(text);
  } catch {
    return bytesOfQuantity(text);
  }
}

/** The text that the operator writes into the configuration for `resource.memory`. */
export function resourceMemoryText(text: string): string {
  try {
    return memorySizeText(parseBytes(text));
  } catch {
    return String(bytesOfQuantity(text));
  }
}

/** In upper case first, so that `k`, `n` and `u` are unknown here. */
function bytesOfQuantity(text: string): bigint {
  const spelled = trimAsJava(text).replace(/[ \t\n\v\f\r]/g, '').toUpperCase().replace(/B$/, '').replace(/I$/, 'i');
  let bytes: bigint | undefined;
  try {
    bytes = plainBytes(parseQuantity(spelled));
  } catch {
    bytes = undefined;
  }
  if (bytes === undefined) {
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
