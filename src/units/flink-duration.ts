import { Duration } from 'cdk8s';
import { LONG_MAX, trimAsJava } from './java-text';
import { Refusal, shown } from '../refusal';

const MILLISECOND = 1_000_000n;
const SECOND = 1_000n * MILLISECOND;
const UNITS: [names: string[], nanoseconds: bigint][] = [
  [['d', 'day', 'days'], 86_400n * SECOND],
  [['h', 'hour', 'hours'], 3_600n * SECOND],
  [['min', 'm', 'minute', 'minutes'], 60n * SECOND],
  [['s', 'sec', 'secs', 'second', 'seconds'], SECOND],
  [['ms', 'milli', 'millis', 'millisecond', 'milliseconds'], MILLISECOND],
  [['µs', 'micro', 'micros', 'microsecond', 'microseconds'], 1_000n],
  [['ns', 'nano', 'nanos', 'nanosecond', 'nanoseconds'], 1n],
];
const FACTORS = new Map(UNITS.flatMap(([names, factor]) => names.map((name) => [name, factor] as const)));

/** The longest time that `java.time.Duration` holds, in nanoseconds. */
const LONGEST = LONG_MAX * SECOND + 999_999_999n;

/**
 * Nanoseconds of a text by the grammar that all versions of Flink share (`TimeUtils`); a bare number means
 * milliseconds. Flink 2.1 and newer also read ISO 8601, which we neither write nor accept.
 */
export function parseDuration(text: string): bigint {
  const trimmed = trimAsJava(text);
  const digits = /^[0-9]*/.exec(trimmed)![0];
  const unit = trimAsJava(trimmed.slice(digits.length)).toLowerCase();
  const factor = unit === '' ? MILLISECOND : FACTORS.get(unit);
  const nanoseconds = digits === '' || factor === undefined || BigInt(digits) > LONG_MAX ? undefined : BigInt(digits) * factor;
  if (nanoseconds === undefined || nanoseconds > LONGEST) {
    throw new Refusal({
      code: 'duration-text',
      what: 'Flink cannot read this time',
      got: shown(text),
      allowed: 'a whole number with d, h, min, s, ms, µs or ns, for example "10min"',
      fix: 'write a whole number and one unit of Flink; 1.5 s is 1500ms, 1h30m is 90min, "mins" is "min"',
    });
  }
  return nanoseconds;
}

/** The Flink text of a whole number of milliseconds, in the largest unit up to hours that is exact. */
export function renderMilliseconds(milliseconds: number): string {
  const units: [string, number][] = [['h', 3_600_000], ['min', 60_000], ['s', 1_000]];
  const [unit, factor] = units.find(([, size]) => milliseconds % size === 0 && milliseconds > 0) ?? ['ms', 1];
  return `${milliseconds / factor}${unit}`;
}

/** The Flink text of a cdk8s `Duration`. */
export function renderDuration(duration: Duration): string {
  return renderMilliseconds(duration.toMilliseconds());
}
