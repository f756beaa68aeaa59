import * as fc from 'fast-check';
import { Question } from './answers';
import { LONG_MAX } from '../src/units/java-text';

const blank = fc.constantFrom('', '', '', ' ', '  ', '\t');
const digits = (largest: bigint) => fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 100_000 }).map(String) },
  { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: largest }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('', '-1', '+1', '1.5', '0', '007', '1_000', '1e3', '½') },
);

/** A number, a unit and blanks around them; sometimes anything at all. */
export function texts(units: string[], largest: bigint): fc.Arbitrary<string> {
  const unit = fc.constantFrom('', ...units).chain((name) => fc.constantFrom(name, name.toUpperCase()));
  return fc.oneof(
    { weight: 9, arbitrary: fc.tuple(blank, digits(largest), blank, unit, blank).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.string() },
  );
}

export const MEMORY_UNITS = ['b', 'bytes', 'k', 'kb', 'kibibytes', 'm', 'mb', 'mebibytes', 'g', 'gb', 'gibibytes', 't', 'tb', 'tebibytes',
  'Gi', 'GiB', 'gib', 'p', 'byte', 'kilobytes'];
export const TIME_UNITS = ['d', 'day', 'days', 'h', 'hour', 'hours', 'm', 'min', 'minute', 'minutes', 's', 'sec', 'secs', 'second', 'seconds',
  'ms', 'milli', 'millis', 'millisecond', 'milliseconds', 'µs', 'micro', 'micros', 'microsecond', 'microseconds',
  'ns', 'nano', 'nanos', 'nanosecond', 'nanoseconds', 'mins', 'w', 'us', 'hr'];
const QUANTITY_UNITS = ['b', 'k', 'kb', 'm', 'mb', 'g', 'gb', 't', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'P', 'E', 'n', 'u', 'GiB', 'e3', 'e9', 'e18'];

function questions(op: string, units: string[], largest: bigint, cases: number, seed: number): Question[] {
  return fc.sample(texts(units, largest), { numRuns: cases, seed }).map((text) => ({ op, text }));
}

export const memorySizes = (cases: number, seed: number) => questions('memorySize', MEMORY_UNITS, 2n ** 64n, cases, seed);

/** Numbers of 64 bits: what all versions read alike. */
export const durations = (cases: number, seed: number) => questions('duration', TIME_UNITS, LONG_MAX, cases, seed);

export const resourceMemories = (cases: number, seed: number) => questions('resourceMemory', QUANTITY_UNITS, 2n ** 64n, cases, seed);
