import { broken, firstOf, Objection } from '../broken-rule';
import { isExcludedPeriod } from './excluded-periods';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { KeyedOption, readBoolean, readDecimal, readText, readTime } from '../../flink/configuration/option-reading';
import { readList } from '../../flink/configuration/structured-option';
import { shown } from '../../refusal';
import { parseJavaDouble } from '../../units/java-number';
import { OperatorVersion } from '../operator-version';

const PREFIX = 'job.autoscaler.';
/** Where its options stood first. */
const OLD_PREFIX = `kubernetes.operator.${PREFIX}`;

/** An option of the autoscaler, by both of its prefixes. */
export const autoscalerOption = (name: string): KeyedOption => ({ key: PREFIX + name, older: [OLD_PREFIX + name] });

const ENABLED = autoscalerOption('enabled');
const TARGET: KeyedOption = {
  key: `${PREFIX}utilization.target`,
  older: [`${OLD_PREFIX}utilization.target`, `${OLD_PREFIX}target.utilization`, `${PREFIX}target.utilization`],
};
const DEFAULT_TARGET = 0.7;
const EXCLUDED_PERIODS = autoscalerOption('excluded.periods');
const METRICS_WINDOW = autoscalerOption('metrics.window');
const RECONCILE_INTERVAL: KeyedOption = {
  key: 'kubernetes.operator.reconcile.interval', older: ['kubernetes.operator.reconciler.reschedule.interval'],
};
const SECOND = 1_000_000_000n;

const SCALE_DOWN = autoscalerOption('scale-down.max-factor');
const SCALE_UP = autoscalerOption('scale-up.max-factor');
const TARGET_OF_1_10 = autoscalerOption('target.utilization');
const BOUNDARY = autoscalerOption('target.utilization.boundary');
const UTILIZATION_MAX = autoscalerOption('utilization.max');
const UTILIZATION_MIN = autoscalerOption('utilization.min');
const GC_PRESSURE = autoscalerOption('memory.gc-pressure.threshold');
const HEAP_USAGE = autoscalerOption('memory.heap-usage.threshold');
const SCALABILITY_MIN = autoscalerOption('observed-scalability.coefficient-min');
const EFFECTIVENESS = autoscalerOption('scaling.effectiveness.threshold');
const TUNING_OVERHEAD = autoscalerOption('memory.tuning.overhead');

/** Features whose number counts only while they are on, from operator 1.16. */
const SCALABILITY_ON = autoscalerOption('observed-scalability.enabled');
const EFFECTIVENESS_ON = autoscalerOption('scaling.effectiveness.detection.enabled');
const TUNING_ON = autoscalerOption('memory.tuning.enabled');

/** The rules about the autoscaler's options; none while it is off. */
export function autoscalerObjection(settings: FlinkSettings, release: OperatorVersion): Objection {
  if (!readBoolean(settings, ENABLED, false)) {
    return undefined;
  }
  const ranges = release._isAtLeast(OperatorVersion.V1_11) ? rangesFrom1_11(settings, release) : rangesOf1_10(settings);
  const window = release._isAtLeast(OperatorVersion.V1_16) ? windowObjection(settings) : undefined;
  return firstOf(...ranges, excludedPeriodsObjection(settings), window);
}

function rangesOf1_10(settings: FlinkSettings): Objection[] {
  return [SCALE_DOWN, SCALE_UP, TARGET_OF_1_10, BOUNDARY].map((read) => outside(settings, read, 0));
}

function rangesFrom1_11(settings: FlinkSettings, release: OperatorVersion): Objection[] {
  // Of its two neighbours this is the bound, read without the care that its own rule takes.
  const target = readDecimal(settings, TARGET, DEFAULT_TARGET);
  const common = [
    outside(settings, SCALE_DOWN, 0), outside(settings, SCALE_UP, 0), outside(settings, TARGET, 0, 1), outside(settings, BOUNDARY, 0),
    outside(settings, UTILIZATION_MAX, target, 1), outside(settings, UTILIZATION_MIN, 0, target),
  ];
  if (release._isAtLeast(OperatorVersion.V1_16)) {
    const whenOn = (on: KeyedOption, read: KeyedOption, min: number) =>
      (readBoolean(settings, on, false) ? outside(settings, read, min, 1) : undefined);
    return [
      ...common, outside(settings, GC_PRESSURE, 0, 1), outside(settings, HEAP_USAGE, 0, 1),
      whenOn(SCALABILITY_ON, SCALABILITY_MIN, 0.01), whenOn(EFFECTIVENESS_ON, EFFECTIVENESS, 0), whenOn(TUNING_ON, TUNING_OVERHEAD, 0),
    ];
  }
  return release._isAtLeast(OperatorVersion.V1_12) ? [...common, outside(settings, SCALABILITY_MIN, 0.01, 1)] : common;
}

/** A number that is set must lie in its range; what is not a number lies in every range. */
function outside(settings: FlinkSettings, read: KeyedOption, min: number, max = Infinity): Objection {
  const text = readText(settings, read);
  if (text === undefined) {
    return undefined;
  }
  const value = parseJavaDouble(text);
  const allowed = max === Infinity ? `${min} and more` : `${min} to ${max}`;
  if (value === undefined) {
    return broken('autoscaler-number', `the autoscaler cannot read ${read.key}`, shown(text), allowed, 'write a decimal such as 0.7');
  }
  return value < min || value > max
    ? broken('autoscaler-range', `${read.key} is out of the autoscaler's range`, shown(text), allowed, 'move it into the range, or remove it')
    : undefined;
}

function excludedPeriodsObjection(settings: FlinkSettings): Objection {
  const wrong = readList(settings, EXCLUDED_PERIODS)?.find((entry) => !isExcludedPeriod(entry));
  return wrong === undefined ? undefined
    : broken('excluded-period', 'the autoscaler cannot read this excluded period', shown(wrong),
      'a daily range, a Quartz cron expression, or one of each joined by &&', 'write for example "9:30-10:50" or "* * 9-11 * * ?"');
}

function windowObjection(settings: FlinkSettings): Objection {
  const short = shortMetricsWindow(settings);
  return short === undefined ? undefined : broken('metrics-window', short.what, short.got, short.allowed, short.fix);
}

/** A window shorter than the time between two looks never holds the two samples that scaling needs. */
export function shortMetricsWindow(settings: FlinkSettings): Record<'what' | 'got' | 'allowed' | 'fix', string> | undefined {
  const window = readTime(settings, METRICS_WINDOW, 900n * SECOND);
  const interval = readTime(settings, RECONCILE_INTERVAL, 60n * SECOND);
  return window >= interval ? undefined : {
    what: `${METRICS_WINDOW.key} is shorter than ${RECONCILE_INTERVAL.key}`,
    got: `${window / 1_000_000n}ms`,
    allowed: `${interval / 1_000_000n}ms and more`,
    fix: 'lengthen the window',
  };
}
