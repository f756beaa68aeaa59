import { Duration } from 'cdk8s';
import { ExponentialDelayProps, FailureRateProps, FixedDelayProps, NoRestartProps } from './restart-strategy-props';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';
import { isTellable, millisecondsOf, renderDuration } from '../units/flink-duration';
import { INT_MAX } from '../units/java-number';
import { isWhole } from '../units/whole-number';

/** Flink's own `restart-strategy.exponential-delay.max-backoff`, where no plan says another. */
const LONGEST_PAUSE = Duration.minutes(1);

/** How a job starts again after a failure. Values that Flink would refuse are refused with `[restart-strategy]`. */
export class RestartStrategy {
  /** Pauses that grow: a short outage is soon over, and a long one is not hammered. */
  public static exponentialDelay(props: ExponentialDelayProps = {}): RestartStrategy {
    const { initialBackoff, maxBackoff, backoffMultiplier, resetBackoffThreshold, jitterFactor, attempts } = props;
    refuseTime('initialBackoff', initialBackoff, 1);
    refuseTime('maxBackoff', maxBackoff, 1);
    refuseTime('resetBackoffThreshold', resetBackoffThreshold, 1);
    refuseUnless(backoffMultiplier, (factor) => factor > 1 && factor < Infinity, 'backoffMultiplier', 'above 1', 'leave it out for 1.5');
    refuseUnless(jitterFactor, (share) => share >= 0 && share <= 1, 'jitterFactor', '0 to 1', 'leave it out for 0.1');
    refuseNumber('attempts', attempts, INT_MAX);
    const first = initialBackoff && millisecondsOf(initialBackoff);
    if (maxBackoff !== undefined && maxBackoff.toMilliseconds() < (first ?? 1_000)) {
      throw refusal('maxBackoff', renderDuration(maxBackoff), `${renderDuration(initialBackoff ?? Duration.seconds(1))} and more, as long as the first pause`,
        'raise maxBackoff, or lower initialBackoff');
    }
    return new RestartStrategy('exponential-delay', (planned) => {
      const longest = maxBackoff ?? (first !== undefined && first > planned.toMilliseconds() ? initialBackoff! : planned);
      return {
        'initial-backoff': text(initialBackoff),
        'max-backoff': renderDuration(longest),
        'backoff-multiplier': text(backoffMultiplier),
        'reset-backoff-threshold': text(resetBackoffThreshold),
        'jitter-factor': text(jitterFactor),
        'attempts-before-reset-backoff': text(attempts),
      };
    });
  }

  /** So many times in the life of the job, after a pause that stays the same; then the job has failed. */
  public static fixedDelay(props: FixedDelayProps): RestartStrategy {
    refuseNumber('attempts', props.attempts, INT_MAX);
    refuseTime('delay', props.delay, 0);
    return new RestartStrategy('fixed-delay', () => ({ attempts: text(props.attempts), delay: text(props.delay) }));
  }

  /** As long as no more failures than these come in the interval; then the job has failed. */
  public static failureRate(props: FailureRateProps): RestartStrategy {
    // Flink makes a list of that length at once.
    refuseNumber('maxFailures', props.maxFailures, 1_000_000);
    refuseTime('interval', props.interval, 1);
    refuseTime('delay', props.delay, 0);
    return new RestartStrategy('failure-rate', () => ({
      'max-failures-per-interval': text(props.maxFailures),
      'failure-rate-interval': text(props.interval),
      'delay': text(props.delay),
    }));
  }

  /** Not at all: the first failure is the job's end, until the operator or a person starts it again. */
  public static none(props: NoRestartProps): RestartStrategy {
    if (typeof props.reason !== 'string' || props.reason.trim() === '') {
      throw refusal('reason', shown(props.reason), 'a sentence that the next reader understands', 'say why the job must not start again by itself');
    }
    return new RestartStrategy('none', () => ({}));
  }

  private constructor(private readonly type: string, private readonly optionsFor: (plannedPause: Duration) => Record<string, string | undefined>) {}

  /**
   * @param plannedPause the longest pause of the plan
   * @internal
   */
  public _bind(plannedPause = LONGEST_PAUSE): StrategyConfig {
    const options = Object.entries(this.optionsFor(plannedPause)).flatMap(([option, value]): FlinkSetting[] =>
      value === undefined ? [] : [{ key: `restart-strategy.${this.type}.${option}`, value, reason: 'restarts as set by you' }]);
    return { settings: [{ key: 'restart-strategy.type', value: this.type, reason: 'restarts as set by you' }, ...options] };
  }
}

function text(value: Duration | number | undefined): string | undefined {
  return value instanceof Duration ? renderDuration(value) : value === undefined ? undefined : String(value);
}

function refuseTime(property: string, time: Duration | undefined, atLeast: number): void {
  refuseUnless(time && millisecondsOf(time), () => isTellable(time!, atLeast), property, `whole milliseconds from ${atLeast}`, 'give for example Duration.seconds(10)');
}

function refuseNumber(property: string, count: number | undefined, most: number): void {
  refuseUnless(count, (each) => isWhole(each, 1, most), property,
    `whole numbers from 1 to ${most}`, 'for no restart at all there is RestartStrategy.none({ reason })');
}

function refuseUnless(value: number | undefined, isFine: (value: number) => boolean, property: string, allowed: string, fix: string): void {
  if (value !== undefined && !isFine(value)) {
    throw refusal(property, shown(value), allowed, fix);
  }
}

function refusal(property: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'restart-strategy', what: `${property} of the restart strategy is nothing that Flink can restart by`, got, allowed, fix });
}
