import { Duration, Size } from 'cdk8s';
import { parseDuration } from '../units/flink-duration';
import { KeySkew } from '../workload/key-skew';

const MILLISECOND = 1_000_000n;
const KIBIBYTES: Record<string, number> = { k: 1, m: 1024, g: 1024 ** 2, t: 1024 ** 3 };

/** A time as Flink's configuration spells it, in whole milliseconds; the schema has seen to the unit. */
export function timeOf(text: string): Duration {
  return Duration.millis(Number(parseDuration(text) / MILLISECOND));
}

/** A size as Flink or Kubernetes spells it: `40g`, `40Gi` and `40 GiB` are the same, all in powers of 1024. */
export function sizeOf(text: string): Size {
  const [, number, unit] = /([0-9]+) *([a-z])/i.exec(text)!;
  return Size.kibibytes(Number(number) * KIBIBYTES[unit.toLowerCase()]);
}

/** By name, or by the share of the hottest key. */
export function keySkewOf(skew: string | number): KeySkew {
  return typeof skew === 'number' ? KeySkew.hottestKey(skew) : [KeySkew.EVEN, KeySkew.MODERATE, KeySkew.HIGH].find(({ name }) => name === skew)!;
}

/** The same for a value that may be left out. */
export function given<T, U>(spelled: T | undefined, read: (spelled: T) => U): U | undefined {
  return spelled === undefined ? undefined : read(spelled);
}
