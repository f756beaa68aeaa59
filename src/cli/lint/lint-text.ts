import { acknowledgedFindings, isAtLeast, LintedFile, LintFinding, LintRun, openFindings, SEVERITIES } from './lint-run';
import { sourceFrame } from './source-frame';
import { printable, SourceLines } from './source-lines';
import { textTable } from '../../report/text-table';
import { ACKNOWLEDGE } from '../../rules/acknowledging';
import { ruleOf } from '../../rules/all-rules';
import { Pack, Severity } from '../../rules/rule';

/** Where and how the text is shown. */
export interface TextStyle {
  readonly columns?: number;
  readonly colours: boolean;
  /** Nothing but what makes the command fail. */
  readonly quiet: boolean;
}

const WIDTH = 100;
const NARROWEST = 60;
const WIDEST = 120;
const COLOURS: Record<Severity, number> = { [Severity.ERROR]: 31, [Severity.WARNING]: 33, [Severity.INFO]: 36 };

/** The findings as a compiler tells them, and what they come to. */
export function lintText(run: LintRun, { columns, colours, quiet }: TextStyle): string {
  const width = Math.min(Math.max(columns ?? WIDTH, NARROWEST), WIDEST);
  const paint = (code: number) => (text: string) => (colours ? `\u001b[1;${code}m${text}\u001b[0m` : text);
  const told = run.files.flatMap((file) => findingTexts(file, (finding) => !quiet || isAtLeast(finding, run.failOn), width, paint));
  return [...told, ...(quiet ? [] : [...acknowledgeNote(run, width), ...summary(run)])].map((part) => `${part}\n`).join('\n');
}

function findingTexts(
  { text, hidden, findings }: LintedFile, wanted: (finding: LintFinding) => boolean, width: number, paint: (code: number) => (text: string) => string,
): string[] {
  const shown = findings.filter((finding) => finding.acknowledged === undefined && wanted(finding));
  const lines = shown.length === 0 ? undefined : new SourceLines(text, hidden);
  return shown.map((finding) => findingText(finding, lines!, width, paint));
}

function findingText(finding: LintFinding, lines: SourceLines, width: number, paint: (code: number) => (text: string) => string): string {
  const { rule: { id, severity, pack }, what, file, place, resource, got, allowed, becomes, fix, edits, splice } = finding;
  const painted = paint(COLOURS[severity]);
  const gutter = ' '.repeat(String(place.line).length);
  const rows = [
    ['= got', got], ['= allowed', allowed], ...(becomes === undefined ? [] : [['= becomes', becomes]]), ...(fix === '' ? [] : [['= fix', fix]]),
    ...(edits.length === 0 ? [] : [['= note', splice === undefined ? '--fix leaves it: what runs could change' : '--fix does that']]),
  ].map((row) => row.map(printable));
  const title = `${severity}[${id}]`;
  const heading = textTable([[`${title}${pack === Pack.REFUSED ? ' (refused by the operator or Flink)' : ''}: ${printable(what)}`]], width);
  return [
    painted(title) + heading.slice(title.length),
    `${gutter}--> ${file}:${place.line}:${place.column} (${printable([resource.kind, resource.name].filter((part) => part !== undefined).join('/'))})`,
    ...sourceFrame(lines, place, width, painted),
    textTable(rows, width, `${gutter} `),
  ].join('\n');
}

/** How to live with a finding, said once. */
function acknowledgeNote(run: LintRun, width: number): string[] {
  const finding = openFindings(run).find(({ rule: { id } }) => ruleOf(id) !== undefined);
  return finding === undefined ? [] : [[
    textTable([['To live with a finding, say why in metadata.annotations of its resource:']], width),
    `  ${ACKNOWLEDGE}${finding.rule.id}: why it is no problem here; until 2027-03-31`,
  ].join('\n')];
}

/** `3 errors, 2 warnings in 2 of 5 files; 1 acknowledged; 4 fixable with --fix`. */
function summary(run: LintRun): string[] {
  if (run.files.length === 0 && run.unusable.length > 0) {
    return [];
  }
  const findings = openFindings(run);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter(({ rule }) => rule.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity === Severity.INFO ? 'hint' : severity)];
  });
  const [acknowledged, fixable] = [acknowledgedFindings(run).length, findings.filter(({ splice }) => splice !== undefined).length];
  const touched = run.files.filter((file) => file.findings.some((finding) => finding.acknowledged === undefined)).length;
  const resources = run.files.reduce((sum, file) => sum + file.resources, 0);
  return [[
    counts.length === 0 ? `no findings in ${counted(resources, 'resource')} of ${counted(run.files.length, 'file')}` : `${counts.join(', ')} in ${touched} of ${counted(run.files.length, 'file')}`,
    ...(acknowledged === 0 ? [] : [`${acknowledged} acknowledged`]),
    ...(fixable === 0 ? [] : [`${fixable} fixable with --fix`]),
    ...(run.unusable.length === 0 ? [] : [`${counted(run.unusable.length, 'input')} not looked at`]),
  ].join('; ')];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
