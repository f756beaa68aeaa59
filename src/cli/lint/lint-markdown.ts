import { acknowledgedFindings, LintFinding, LintRun, openFindings } from './lint-run';
import { rulePage } from './rule-page';

/** Tables for the comment under a pull request. */
export function lintMarkdown(run: LintRun): string {
  const open = openFindings(run);
  const acknowledged = acknowledgedFindings(run);
  return [
    '### cdk8s-flink lint',
    '',
    ...(run.unusable.length === 0 ? [] : [...run.unusable.map(({ file, message }) => `- **${cell(file)}** cannot be used: ${cell(message)}`), '']),
    ...(open.length === 0 ? [`No findings in ${run.files.length} file${run.files.length === 1 ? '' : 's'}.`] : [
      '| | rule | where | what | fix |', '|---|---|---|---|---|', ...open.map(openRow),
    ]),
    ...(acknowledged.length === 0 ? [] : [
      '', `<details><summary>${acknowledged.length} acknowledged</summary>`, '', '| rule | where | what | why it is no problem |', '|---|---|---|---|',
      ...acknowledged.map(acknowledgedRow), '', '</details>',
    ]),
    '',
  ].join('\n');
}

function openRow(finding: LintFinding): string {
  const { rule, what, got, becomes, fix } = finding;
  const more = becomes === undefined ? '' : `; becomes ${cell(becomes)}`;
  return `| ${rule.severity} | ${ruleLink(finding)} | ${where(finding)} | ${cell(what)} (got ${cell(got)}${more}) | ${cell(fix)} |`;
}

function acknowledgedRow(finding: LintFinding): string {
  const { what, acknowledged } = finding;
  const until = acknowledged?.until === undefined ? '' : `, until ${cell(acknowledged.until)}`;
  return `| ${ruleLink(finding)} | ${where(finding)} | ${cell(what)} | ${cell(acknowledged!.reason)}${until} |`;
}

function ruleLink({ rule }: LintFinding): string {
  return `[${rule.id}](${rulePage(rule)})`;
}

function where({ file, place, resource }: LintFinding): string {
  return `${cell(file)}:${place.line} (${cell([resource.kind, resource.name].filter((part) => part !== undefined).join('/'))})`;
}

/** Text of a manifest as nothing but text. */
function cell(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|@!~]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
