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

/** In what the versions of Flink differ when they read a time. */
export interface DurationGrammar {
  /** Numbers beyond 64 bits are read, as long as the time itself is not too long (Flink 2.0). */
  readonly longNumbers: boolean;
  /** `PT1M30S` is read (Flink 2.1). */
  readonly iso8601: boolean;
}

const OF_ALL_VERSIONS: DurationGrammar = { longNumbers: false, iso8601: false };

/**
 * Nanoseconds of a text by Flink's `TimeUtils`; a bare number means milliseconds.
 * @param grammar what this library writes and accepts everywhere is what all versions share
 */
export function parseDuration(text: string, grammar = OF_ALL_VERSIONS): bigint {
  const trimmed = trimAsJava(text);
  const digits = /^[0-9]*/.exec(trimmed)![0];
  const nanoseconds = digits !== '' || !grammar.iso8601 ? withUnit(trimmed, digits, grammar) : iso8601(trimmed);
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

function withUnit(trimmed: string, digits: string, { longNumbers }: DurationGrammar): bigint | undefined {
  const unit = trimAsJava(trimmed.slice(digits.length)).toLowerCase();
  const factor = unit === '' ? MILLISECOND : FACTORS.get(unit);
  const readable = digits !== '' && factor !== undefined && (longNumbers || BigInt(digits) <= LONG_MAX);
  return readable ? BigInt(digits) * factor : undefined;
}

const ISO_8601 = /^([-+]?)P(?:([-+]?[0-9]+)D)?(T(?:([-+]?[0-9]+)H)?(?:([-+]?[0-9]+)M)?(?:([-+]?[0-9]+)(?:[.,]([0-9]{0,9}))?S)?)?$/i;

/** As `java.time.Duration` reads it, which refuses a bare `T` but not a bare `t`; without the negative ones. */
function iso8601(text: string): bigint | undefined {
  const [, sign, days, time, hours, minutes, seconds, fraction = ''] = ISO_8601.exec(text) ?? [];
  const parts: [string | undefined, bigint][] = [[days, 86_400n], [hours, 3_600n], [minutes, 60n], [seconds, 1n]];
  const given = parts.flatMap(([part, factor]) => part === undefined ? [] : [BigInt(part) * factor]);
  if (given.length === 0 || time === 'T' || given.some(beyondLong)) {
    return undefined;
  }
  const whole = given.reduce((sum, part) => sum + part);
  const decimals = BigInt(fraction.padEnd(9, '0')) * (seconds?.startsWith('-') ? -1n : 1n);
  const nanoseconds = (whole * SECOND + decimals) * (sign === '-' ? -1n : 1n);
  return beyondLong(whole) || nanoseconds < 0n ? undefined : nanoseconds;
}

function beyondLong(value: bigint): boolean {
  return value > LONG_MAX || value < -LONG_MAX - 1n;
}

/** The Flink text of a whole number of milliseconds, in the largest unit up to hours that is exact. */
export function renderMilliseconds(milliseconds: number): string {
  const units: [string, number][] = [['h', 3_600_000], ['min', 60_000], ['s', 1_000]];
  const [unit, factor] = units.find(([, size]) => milliseconds % size === 0 && milliseconds > 0) ?? ['ms', 1];
  return `${milliseconds / factor}${unit}`;
}

/** The Flink text of a cdk8s `Duration`. */
export function renderDuration(duration: Duration): string {
  const milliseconds = millisecondsOf(duration);
  if (!Number.isSafeInteger(milliseconds)) {
    throw new Refusal({
      code: 'duration-text',
      what: 'Flink cannot be told this time',
      got: `${milliseconds} ms`,
      allowed: 'whole milliseconds',
      fix: 'for example Duration.millis(500)',
    });
  }
  return renderMilliseconds(milliseconds);
}

/** A time in milliseconds, parts of one too. */
export function millisecondsOf(duration: Duration): number {
  return duration.toMilliseconds({ integral: false });
}

/** Whether Flink can be told this time, of so many milliseconds or more. */
export function isTellable(duration: Duration, least: number): boolean {
  const milliseconds = millisecondsOf(duration);
  return Number.isSafeInteger(milliseconds) && milliseconds >= least;
}
