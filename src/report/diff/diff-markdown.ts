import { actedOn, amountTexts, knobAfter, knobBefore, changeText, resourceText, restartText, tuningText } from './diff-words';
import { ManifestDiff, ResourceDiff } from './manifest-diff';
import { ORDERS } from './tuning-order';
import { pathShown } from '../../operator/manifest/manifest-path';
import { StateNote } from '../../operator/upgrade/state-note';

/** The differences as a comment of a pull request: what matters in sight, the rest folded. */
export function diffMarkdown({ added, removed, changed }: ManifestDiff): string {
  const parts = [
    ...changed.map(resourceMarkdown),
    ...added.map((resource) => `### ${resourceText(resource)}\n\nis new.`),
    ...removed.map(({ resource, state }) => `### ${resourceText(resource)}\n\nis removed.${state.length === 0 ? '' : `\n\n${state.map(noteLine).join('\n')}`}`),
  ];
  return `${parts.length === 0 ? 'Nothing changes for Flink and Kubernetes.' : parts.join('\n\n')}\n`;
}

function resourceMarkdown(diff: ResourceDiff): string {
  const { resource, state, outcome, fields, knobs, respellings, tables, pods, steps, newFindings, goneFindings } = diff;
  const acted = actedOn(diff);
  return [
    `### ${resourceText(resource)}`,
    `**Restart** ${plain(restartText(diff))}${acted.length === 0 ? '' : `  \nbecause of ${acted.map((field) => (field.includes(' ') ? field : code(field))).join(', ')}`}`,
    `**State** ${state.length === 0 ? 'not touched' : outcome}`,
    ...(state.length === 0 ? [] : [state.map(noteLine).join('\n')]),
    ...table(['field', 'change'], fields.map((change) => [code(change.field), code(changeText(change))])),
    ...table(['knob', 'before', 'after', 'set by'], knobs.map((knob) => [code(knob.key), code(knobBefore(knob)), code(knobAfter(knob)), plain(knob.origin)])),
    ...tables.flatMap(({ title, amounts }) => table([title, 'before', 'after', 'difference'], amounts.map((amount) => [amount.name, ...amountTexts(amount)]), true)),
    ...(steps.length < 2 ? [] : [
      `**Tuning** ${tuningText(steps.length)}`,
      steps.map(({ order, lever, knobs: moved }, index) =>
        `${index + 1}. ${ORDERS[order]}: ${lever.name} (${moved.map(({ key }) => code(key)).join(', ')}; ${lever.source})`).join('\n'),
    ]),
    ...folded(`${pods.length} changed fields of pods`, table(['pod', 'field', 'change'], pods.map((change) => [change.role === 'both' ? 'both roles' : change.role, code(change.field), code(changeText(change))]))),
    ...folded(`${respellings.length} options written in another way, which Flink reads the same`,
      respellings.length === 0 ? [] : [respellings.map(({ before, after }) => `- ${code(before)} → ${code(after)}`).join('\n')]),
    ...folded(`findings: ${newFindings.length} new, ${goneFindings.length} gone`, newFindings.length + goneFindings.length === 0 ? [] : [
      [...newFindings.map((finding) => ['new', finding] as const), ...goneFindings.map((finding) => ['gone', finding] as const)]
        .map(([sign, { rule, what, path }]) => `- ${sign}: ${rule.severity} ${plain(what)}, in ${code(pathShown(path))} [${rule.id}]`).join('\n'),
    ]),
  ].join('\n\n');
}

function noteLine({ outcome, what, restsOn }: StateNote): string {
  return `- ${outcome}: ${plain(what)} (${plain(restsOn)})`;
}

function table(heads: string[], rows: string[][], numbers = false): string[] {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return rows.length === 0 ? [] : [[row(heads), row(heads.map((_, column) => (numbers && column > 0 ? '---:' : '---'))), ...rows.map(row)].join('\n')];
}

function folded(title: string, content: string[]): string[] {
  return content.length === 0 ? [] : [`<details><summary>${title}</summary>\n\n${content.join('\n\n')}\n\n</details>`];
}

/** Values are anybody's text: as code they are no markup, and a bar does not end the cell. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/\|/g, '\\|');
  const ticks = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  return line === '' ? '(empty)' : line.includes('`') ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_|<>[\]]/g, '\\$&');
}
