import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { FLINK_LINES, settingsProblems } from './option-proof';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { ExponentialDelayProps, FlinkVersion, RestartStrategy } from 'cdk8s-flink';

const optionsOf = (strategy: RestartStrategy, planned?: Duration) =>
  Object.fromEntries(strategy._bind(planned).settings!.map(({ key, value }) => [key, value]));
const restartsOf = (restartStrategy?: RestartStrategy, flinkConfiguration?: Record<string, string>) => Object.fromEntries(
  Object.entries(deploymentOf({ restartStrategy, flinkConfiguration }).toJson().spec.flinkConfiguration).filter(([key]) => key.startsWith('restart-strategy')));
const refused = (property: string, got: string, allowed: string, fix: string) =>
  says(`${property} of the restart strategy is nothing that Flink can restart by [restart-strategy]`, got, allowed, fix);

const seconds = fc.integer({ min: 1, max: 100_000 }).map((millis) => Duration.millis(millis));
const orNot = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const exponential: fc.Arbitrary<ExponentialDelayProps> = fc.record({
  initialBackoff: orNot(seconds),
  maxBackoff: orNot(seconds),
  backoffMultiplier: orNot(fc.double({ min: 1.001, max: 10, noNaN: true })),
  resetBackoffThreshold: orNot(seconds),
  jitterFactor: orNot(fc.double({ min: 0, max: 1, noNaN: true })),
  attempts: orNot(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
}).filter(({ initialBackoff, maxBackoff }) => (maxBackoff?.toMilliseconds() ?? Infinity) >= (initialBackoff?.toMilliseconds() ?? 1000));
const any = fc.oneof(
  exponential.map((props) => RestartStrategy.exponentialDelay(props)),
  fc.record({ attempts: fc.integer({ min: 1, max: 1000 }), delay: seconds }).map((props) => RestartStrategy.fixedDelay(props)),
  fc.record({ maxFailures: fc.integer({ min: 1, max: 1000 }), interval: seconds, delay: seconds }).map((props) => RestartStrategy.failureRate(props)),
  fc.constant(RestartStrategy.none({ reason: 'each failure is looked at' })),
);

test.each(FLINK_LINES)('%s knows the options of any strategy and reads their values', (line) => {
  const seen = new Set<string>();
  fc.assert(fc.property(any, (strategy) => {
    const { settings } = strategy._bind();
    settings!.forEach(({ key }) => seen.add(key));
    expect(settingsProblems(line, settings!)).toEqual([]);
  }), { numRuns: 200 });
  // Six of growing pauses, two of fixed ones, three of a rate, and the type.
  expect(seen.size).toBe(12);
});

// What the classes of Flink 1.19 to 2.3 refuse when the job starts.
test('growing pauses never begin above their limit', () => {
  fc.assert(fc.property(exponential, fc.integer({ min: 1, max: 60 }), (props, planned) => {
    const options = optionsOf(RestartStrategy.exponentialDelay(props), Duration.seconds(planned));
    const time = (option: string, otherwise: number) => {
      const [, amount, unit] = /^(\d+)(ms|s|min|h)$/.exec(options[`restart-strategy.exponential-delay.${option}`] ?? `${otherwise}ms`)!;
      return Number(amount) * { ms: 1, s: 1000, min: 60_000, h: 3_600_000 }[unit]!;
    };
    expect(time('initial-backoff', 1000)).toBeLessThanOrEqual(time('max-backoff', NaN));
  }), { numRuns: 500 });
});

describe('the settings', () => {
  test('of growing pauses, each as given', () => {
    expect(optionsOf(RestartStrategy.exponentialDelay({
      initialBackoff: Duration.seconds(2),
      maxBackoff: Duration.seconds(90),
      backoffMultiplier: 2,
      resetBackoffThreshold: Duration.minutes(30),
      jitterFactor: 0.2,
      attempts: 20,
    }))).toEqual({
      'restart-strategy.type': 'exponential-delay',
      'restart-strategy.exponential-delay.initial-backoff': '2s',
      'restart-strategy.exponential-delay.max-backoff': '90s',
      'restart-strategy.exponential-delay.backoff-multiplier': '2',
      'restart-strategy.exponential-delay.reset-backoff-threshold': '30min',
      'restart-strategy.exponential-delay.jitter-factor': '0.2',
      'restart-strategy.exponential-delay.attempts-before-reset-backoff': '20',
    });
  });

  test('without a limit, the limit is the plan\'s, or the first pause where that is longer', () => {
    const limit = (initialBackoff?: Duration) => optionsOf(RestartStrategy.exponentialDelay({ initialBackoff }), Duration.seconds(30))['restart-strategy.exponential-delay.max-backoff'];
    expect([limit(), limit(Duration.seconds(10)), limit(Duration.minutes(2))]).toEqual(['30s', '30s', '2min']);
  });

  test.each<[RestartStrategy, Record<string, string>]>([
    [RestartStrategy.fixedDelay({ attempts: 3, delay: Duration.seconds(10) }),
      { 'restart-strategy.type': 'fixed-delay', 'restart-strategy.fixed-delay.attempts': '3', 'restart-strategy.fixed-delay.delay': '10s' }],
    [RestartStrategy.failureRate({ maxFailures: 3, interval: Duration.minutes(5), delay: Duration.millis(0) }), {
      'restart-strategy.type': 'failure-rate',
      'restart-strategy.failure-rate.max-failures-per-interval': '3',
      'restart-strategy.failure-rate.failure-rate-interval': '5min',
      'restart-strategy.failure-rate.delay': '0ms',
    }],
    [RestartStrategy.none({ reason: 'each failure is looked at' }), { 'restart-strategy.type': 'none' }],
  ])('of the others, with nothing of the plan left', (strategy, expected) => expect(restartsOf(strategy)).toEqual(expected));

  test('the plan\'s stay where nothing is given', () => {
    expect(restartsOf()).toEqual({ 'restart-strategy.type': 'exponential-delay', 'restart-strategy.exponential-delay.max-backoff': '1min' });
  });

  // `restart-strategy` is also the beginning of other keys, which stops Flink 2.
  test.each(FLINK_LINES)('%s has the type under its newer key alone', (flinkVersion: FlinkVersion) => {
    const restartStrategy = RestartStrategy.fixedDelay({ attempts: 3, delay: Duration.seconds(1) });
    const { flinkConfiguration } = deploymentOf({ flinkVersion, restartStrategy }).toJson().spec;
    expect(flinkConfiguration).toHaveProperty(['restart-strategy.type'], 'fixed-delay');
    expect(flinkConfiguration).not.toHaveProperty(['restart-strategy']);
  });

  test('a raw setting wins', () => {
    expect(restartsOf(RestartStrategy.none({ reason: 'x' }), { 'restart-strategy': 'fixed-delay' })).toEqual({ 'restart-strategy.type': 'fixed-delay' });
  });
});

describe('the explanation', () => {
  test.each<[RestartStrategy, string]>([
    [RestartStrategy.none({ reason: 'x' }), '! restartStrategy says none instead'],
    [RestartStrategy.exponentialDelay({ maxBackoff: Duration.seconds(20) }), '! restartStrategy says 20s instead'],
  ])('names who decides', (restartStrategy, note) => {
    const explanation = deploymentOf({ restartStrategy }).explain();
    expect(explanation).toContain(note);
    expect(explanation).toMatch(/by restartStrategy\n(.*\n)*? +restart-strategy\.type: .*restarts as set by you/);
  });
});

describe('refused, as Flink would at the start of the job', () => {
  const { exponentialDelay, fixedDelay, failureRate } = RestartStrategy;
  const second = Duration.seconds(1);
  const count = (most: number): [string, string] => [`whole numbers from 1 to ${most}`, 'for no restart at all there is RestartStrategy.none({ reason })'];
  const from = (least: number): [string, string] => [`whole milliseconds from ${least}`, 'give for example Duration.seconds(10)'];

  test.each<[string, () => unknown, string]>([
    ['no attempt', () => fixedDelay({ attempts: 0, delay: second }), refused('attempts', '0', ...count(2147483647))],
    ['half an attempt', () => fixedDelay({ attempts: 1.5, delay: second }), refused('attempts', '1.5', ...count(2147483647))],
    ['more attempts than Java counts', () => exponentialDelay({ attempts: 2 ** 31 }), refused('attempts', '2147483648', ...count(2147483647))],
    ['no failure borne', () => failureRate({ maxFailures: 0, interval: second, delay: second }), refused('maxFailures', '0', ...count(1000000))],
    ['a list that no JVM holds', () => failureRate({ maxFailures: 2 ** 31 - 1, interval: second, delay: second }), refused('maxFailures', '2147483647', ...count(1000000))],
    ['an interval of nothing', () => failureRate({ maxFailures: 1, interval: Duration.millis(0), delay: second }), refused('interval', '0', ...from(1))],
    ['a first pause of nothing', () => exponentialDelay({ initialBackoff: Duration.millis(0) }), refused('initialBackoff', '0', ...from(1))],
    ['a threshold of nothing', () => exponentialDelay({ resetBackoffThreshold: Duration.millis(0) }), refused('resetBackoffThreshold', '0', ...from(1))],
    ['part of a millisecond', () => fixedDelay({ attempts: 1, delay: Duration.millis(0.5) }), refused('delay', '0.5', ...from(0))],
    ['a factor that does not grow', () => exponentialDelay({ backoffMultiplier: 1 }), refused('backoffMultiplier', '1', 'above 1', 'leave it out for 1.5')],
    ['a factor that is none', () => exponentialDelay({ backoffMultiplier: NaN }), refused('backoffMultiplier', 'NaN', 'above 1', 'leave it out for 1.5')],
    ['more jitter than pause', () => exponentialDelay({ jitterFactor: 1.01 }), refused('jitterFactor', '1.01', '0 to 1', 'leave it out for 0.1')],
    ['negative jitter', () => exponentialDelay({ jitterFactor: -0.1 }), refused('jitterFactor', '-0.1', '0 to 1', 'leave it out for 0.1')],
    ['a limit below the first pause', () => exponentialDelay({ initialBackoff: Duration.seconds(5), maxBackoff: Duration.seconds(4) }),
      refused('maxBackoff', '4s', '5s and more, as long as the first pause', 'raise maxBackoff, or lower initialBackoff')],
    ['a limit below Flink\'s first pause', () => exponentialDelay({ maxBackoff: Duration.millis(999) }),
      refused('maxBackoff', '999ms', '1s and more, as long as the first pause', 'raise maxBackoff, or lower initialBackoff')],
    ['none without a reason', () => RestartStrategy.none({ reason: ' ' }),
      refused('reason', '" "', 'a sentence that the next reader understands', 'say why the job must not start again by itself')],
  ])('%s', (_, work, message) => expect(refusalOf(work).message).toBe(message));
});
