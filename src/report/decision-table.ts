import { rangeBeside } from './amount-range';
import { Explained } from './explained';
import { textTable } from './text-table';
import { ProvenSetting, SettingRank } from '../flink/configuration/provenance';
import { Decision, DecisionBasis } from '../sizing/decision/decision';
import { PLANNED_KEYS } from '../sizing/plan/plan-settings';

/** The decisions as people look for them; what is in no other group stands in the first. */
const FIRST = 'SHAPE';
const OTHERS: [title: string, holds: RegExp][] = [
  ['MEMORY', /-memory$|^task-heap$|^jvm-/],
  ['STATE', /^(expected-state|state-backend|local-disk|rocksdb-.*)$/],
  ['CHECKPOINTS', /checkpoint|^local-recovery$/],
  ['LATENCY AND RECOVERY', /^(buffer-.*|object-reuse|restart-.*|catch-up-.*)$/],
];

const NOTES: Partial<Record<DecisionBasis, [mark: string, meaning: string]>> = {
  [DecisionBasis.EXPLICIT]: ['*', 'set by you, not by a rule'],
  [DecisionBasis.MEASUREMENT]: ['✓', 'rests on a measurement'],
};

/** Decisions, and the settings that may stand in their place. */
interface DecidedAndSet extends Pick<Explained, 'settings'> {
  readonly plan: { readonly decisions: Decision[] };
}

/** Who takes the place of the plan: a strategy that the user chose, or a raw setting; properties stand in the plan itself. */
const REPLACING = [SettingRank.STRATEGY, SettingRank.RAW];

/** Every decision with its value, its range and its reason, in groups; then what the marks mean. */
export function decisionTable({ plan: { decisions }, settings }: DecidedAndSet, width: number): string[] {
  // The first of a decision's keys by the alphabet is the one that holds its value.
  const overridden = new Map(settings.filter(({ key, rank }) => REPLACING.includes(rank) && PLANNED_KEYS[key] !== undefined)
    .reverse().map((setting) => [PLANNED_KEYS[setting.key], setting]));
  const rowOf = (decision: Decision) => [
    `  ${decision.title}`, decision.value.text, rangeBeside(decision.value, decision.low, decision.high), why(decision, overridden.get(decision.quantity)),
  ];
  const groups = [FIRST, ...OTHERS.map(([title]) => title)]
    .map((title) => ({ title, rows: decisions.filter(({ quantity }) => groupOf(quantity) === title).map(rowOf) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }, index) => [index === 0 ? [title, 'VALUE', 'RANGE', 'WHY'] : [title, '', '', ''], ...rows]);
  const marks = Object.entries(NOTES).filter(([basis]) => decisions.some((decision) => decision.basis === basis))
    .map(([, [mark, meaning]]) => `${mark} ${meaning}`);
  return [...groups.map((rows) => textTable(rows, width, '', groups.flat())), ...(marks.length === 0 ? [] : [marks.join('\n')])];
}

function groupOf(quantity: string): string {
  return OTHERS.find(([, holds]) => holds.test(quantity))?.[0] ?? FIRST;
}

function why({ reason, basis }: Decision, instead: ProvenSetting | undefined): string {
  const mark = NOTES[basis];
  return instead !== undefined ? `! ${instead.by} says ${instead.value} instead` : mark === undefined ? reason : `${mark[0]} ${reason}`;
}
