import { actedOn, amountTexts, knobAfter, knobBefore, changeText, resourceText, restartText, tuningText } from './diff-words';
import { AmountTable, FieldChange, KnobChange, ManifestDiff, PodChange, ResourceDiff, TuningStep } from './manifest-diff';
import { ORDERS } from './tuning-order';
import { pathShown } from '../../operator/manifest/manifest-path';
import { StateNote, StateOutcome } from '../../operator/upgrade/state-note';
import { Judged } from '../../rules/judge';
import { textTable } from '../text-table';

/** How a terminal is told to print. */
type Paint = (colour: 'bold' | 'red' | 'green' | 'yellow', text: string) => string;

const BELOW = '      ';
const CODES = { bold: 1, red: 31, green: 32, yellow: 33 } as const;
const OUTCOMES = { [StateOutcome.KEPT]: 'green', [StateOutcome.AT_RISK]: 'yellow', [StateOutcome.BLOCKED]: 'red', [StateOutcome.LOST]: 'red' } as const;

/** The differences for people, by resource. */
export function diffText({ added, removed, changed }: ManifestDiff, width: number, colours: boolean): string {
  const paint: Paint = (colour, text) => (colours ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);
  const parts = [
    ...changed.map((diff) => resourceSections(diff, width, paint)),
    ...added.map((resource) => paint('bold', `+ ${resourceText(resource)}`)),
    ...removed.map(({ resource, state }) => [paint('bold', `- ${resourceText(resource)}`), ...state.map((note) => stateLine(note, width, paint))].join('\n')),
  ];
  return `${parts.length === 0 ? 'nothing changes' : parts.join('\n\n')}\n`;
}

function resourceSections(diff: ResourceDiff, width: number, paint: Paint): string {
  const heading = (title: string, text = '') => paint('bold', title) + (text === '' ? '' : `  ${text}`);
  const { fields, knobs, respellings, tables, pods, steps, state, outcome, upgrade } = diff;
  const acted = actedOn(diff);
  const sections = [
    paint('bold', resourceText(diff.resource)),
    textTable([
      ['RESTART', restartText(diff)],
      ...(acted.length === 0 ? [] : [['', `because of ${acted.join(', ')}`]]),
      ['STATE', state.length > 0 ? outcome : upgrade?.restart === 'refused' ? 'not touched, as nothing is applied' : 'not touched'],
    ], width),
    ...(state.length === 0 ? [] : [state.map((note) => stateLine(note, width, paint)).join('\n')]),
    ...(fields.length === 0 ? [] : [[heading('FIELDS'), ...fields.map((change) => fieldLines(change.field, change, width))].join('\n')]),
    ...(knobs.length === 0 ? [] : [[heading('KNOBS'), ...knobs.map((knob) => knobLines(knob, width))].join('\n')]),
    ...(respellings.length === 0 ? [] : [[heading('SPELLING', 'Flink reads the same'), textTable(respellings.map(({ before, after }) => [`${before} → ${after}`]), width, '  ')].join('\n')]),
    ...tables.map((table) => [heading(table.title.toUpperCase()), amountTable(table)].join('\n')),
    ...(pods.length === 0 ? [] : [[heading('PODS'), ...pods.map((change) => podLines(change, width))].join('\n')]),
    ...tuning(steps, width, heading),
    ...findings(diff, width, heading),
  ];
  return sections.join('\n\n');
}

function stateLine({ outcome, what, restsOn }: StateNote, width: number, paint: Paint): string {
  return textTable([[outcome, `${what} (${restsOn})`]], width, '  ').replace(outcome, paint(OUTCOMES[outcome], outcome));
}

function knobLines(knob: KnobChange, width: number): string {
  return `  ${knob.key}\n${textTable([[`${knobBefore(knob)} → ${knobAfter(knob)} (${knob.origin})`]], width, BELOW)}`;
}

function podLines(change: PodChange, width: number): string {
  return fieldLines(`${change.role === 'both' ? 'both roles' : change.role}: ${change.field}`, change, width);
}

function fieldLines(title: string, change: FieldChange, width: number): string {
  return `  ${title}\n${textTable([[changeText(change)]], width, BELOW)}`;
}

/** Numbers stand right. */
function amountTable({ amounts }: AmountTable): string {
  const rows = amounts.map((amount) => [amount.name, ...amountTexts(amount)]);
  const widest = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widest[0]) : cell.padStart(widest[column]))).join('  ')}`.trimEnd()).join('\n');
}

/** One change at a time tells what it did. */
function tuning(steps: readonly TuningStep[], width: number, heading: (title: string, text?: string) => string): string[] {
  if (steps.length < 2) {
    return [];
  }
  const rows = steps.map(({ order, lever: { name, source }, knobs }, index) => [
    `step ${index + 1}`, ORDERS[order], `${name}: ${knobs.map(({ key }) => key).join(', ')} (${source})`,
  ]);
  return [[
    heading('TUNING'),
    textTable([[tuningText(steps.length)]], width, '  '),
    textTable(rows.map(([step, order, what]) => [step, `${order}. ${what}`]), width, '  '),
  ].join('\n')];
}

function findings({ newFindings, goneFindings }: ResourceDiff, width: number, heading: (title: string, text?: string) => string): string[] {
  const rows = (list: readonly Judged[], sign: string) => list.map(({ rule, path, what }) => [`${sign} ${rule.severity}`, `${what}, in ${pathShown(path)} [${rule.id}]`]);
  const all = [...rows(newFindings, '+'), ...rows(goneFindings, '-')];
  return all.length === 0 ? [] : [[heading('FINDINGS', `${newFindings.length} new, ${goneFindings.length} gone`), textTable(all, width, '  ')].join('\n')];
}
