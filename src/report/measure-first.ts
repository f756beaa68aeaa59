import { amountRange } from './amount-range';
import { textTable } from './text-table';
import { Decision, DecisionBasis } from '../sizing/decision/decision';
import { TuningPlan } from '../sizing/plan/tuning-plan';
import { grouped } from '../units/grouped-number';

/** Ranges below this are no surprise. */
const WIDE = 2;

/** The measurement that takes the place of a decision's rule. */
const SETTLED_BY: [quantities: RegExp, measurement: string][] = [
  [/^(cpu-demand|parallelism|task-managers)$/, 'calibration.recordsPerSecondPerCore'],
  [/^expected-state$/, 'expectedState, or distinctKeys with calibration.stateBytesPerKey'],
  [/^managed-memory$/, 'calibration.cacheHitRate'],
  [/^catch-up-rate$/, 'calibration.restartTime'],
  [/^checkpoint-(duration|interval|timeout|min-pause)$/, 'calibration.checkpointDuration'],
];

/** The measurements that would tell most, each with the widest range that it settles. */
export function measureFirst({ decisions }: TuningPlan, width: number): string[] {
  const wide = decisions.filter(({ basis }) => basis === DecisionBasis.RULE)
    .flatMap((decision) => SETTLED_BY.filter(([quantities]) => quantities.test(decision.quantity))
      .map(([, measurement]) => ({ decision, measurement, ratio: ratioOf(decision) })))
    .filter(({ ratio }) => ratio > WIDE)
    .sort((one, other) => other.ratio - one.ratio);
  const rows = wide.filter(({ measurement }, index) => wide.findIndex((each) => each.measurement === measurement) === index)
    .map(({ decision: { title, low, high }, measurement, ratio }) => [title, amountRange(low, high), `${grouped(Math.round(ratio))} ×`, measurement]);
  return rows.length === 0 ? [] : [`MEASURE FIRST\n${textTable(rows, width, '  ')}`];
}

function ratioOf({ low, high }: Decision): number {
  return low.value === undefined || high.value === undefined || low.value <= 0 ? 1 : high.value / low.value;
}
