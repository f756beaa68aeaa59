import { ManifestExplanation } from './manifest-explanation';

/** For programs: what is explained, as it is. Bytes beyond 2^53, which no machine has, are rounded. */
export function jsonReport(explanation: ManifestExplanation): string {
  return `${JSON.stringify(explanation, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value), 2)}\n`;
}
