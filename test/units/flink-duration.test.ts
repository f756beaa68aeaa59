import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { isTellable, parseDuration, renderDuration, renderMilliseconds } from '../../src/units/flink-duration';
import { refusalOf, says } from '../refusals';

const SECOND = 1_000_000_000n;

test.each<[string, bigint]>([
  ['1d', 86_400n * SECOND], ['2 days', 172_800n * SECOND], ['1h', 3_600n * SECOND], ['1 Hour', 3_600n * SECOND], ['10min', 600n * SECOND],
  ['1m', 60n * SECOND], ['1M', 60n * SECOND], ['3minutes', 180n * SECOND], ['30s', 30n * SECOND], ['30 SECS', 30n * SECOND], ['1sec', SECOND],
  ['5ms', 5_000_000n], ['5millis', 5_000_000n], ['7µs', 7_000n], ['7micros', 7_000n], ['9ns', 9n], ['9 nanoseconds', 9n], ['0s', 0n],
])('Flink reads %j as %d ns', (text, nanoseconds) => expect(parseDuration(text)).toBe(nanoseconds));

test('a bare number is milliseconds', () => {
  expect(parseDuration('1500')).toBe(parseDuration('1500ms'));
  expect(parseDuration(' 1500 ')).toBe(1_500_000_000n);
});

test.each(['10mins', '1w', '1week', '10us', '1.5s', '-1s', '1h30m', '', 's', '9223372036854775808s'])('Flink refuses %j', (text) => {
  expect(refusalOf(() => parseDuration(text)).message).toBe(says(
    'Flink cannot read this time [duration-text]', `"${text}"`,
    'a whole number with d, h, min, s, ms, µs or ns, for example "10min"',
    'write a whole number and one unit of Flink; 1.5 s is 1500ms, 1h30m is 90min, "mins" is "min"',
  ));
});

test('the longest time of Java is still read', () => expect(parseDuration('9223372036854775807s')).toBe(9_223_372_036_854_775_807n * SECOND));

test.each<[Duration, string]>([
  [Duration.millis(0), '0ms'], [Duration.millis(1_500), '1500ms'], [Duration.seconds(90), '90s'], [Duration.seconds(600), '10min'],
  [Duration.minutes(90), '90min'], [Duration.hours(3), '3h'], [Duration.days(2), '48h'],
])('a Duration is written in the largest exact unit (case %#)', (duration, text) => expect(renderDuration(duration)).toBe(text));

test('what is written reads back to the same time', () => {
  fc.assert(fc.property(fc.nat(10 ** 9), fc.constantFrom(1, 1_000, 60_000, 3_600_000), (count, unit) => {
    expect(parseDuration(renderMilliseconds(count * unit))).toBe(BigInt(count * unit) * 1_000_000n);
  }));
});

test.each([Duration.millis(0.5), Duration.seconds(0.0005)])('parts of a millisecond are refused (case %#)', (duration) => {
  expect(refusalOf(() => renderDuration(duration)).message).toBe(says(
    'Flink cannot be told this time [duration-text]', '0.5 ms', 'whole milliseconds', 'for example Duration.millis(500)',
  ));
  expect(isTellable(duration, 0)).toBe(false);
});

test.each([[Duration.millis(9), false], [Duration.millis(10), true], [Duration.seconds(1), true]])('from 10 ms on (case %#)', (duration, tellable) => {
  expect(isTellable(duration, 10)).toBe(tellable);
});
