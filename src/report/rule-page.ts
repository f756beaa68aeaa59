import { textTable } from './text-table';
import { ENGINE_RULES } from '../rules/engine-rules';
import { RuleText } from '../rules/rule';

/** How a finding is accepted: in the manifest, and in an app. What the engine says of itself is mended, not accepted. */
interface Acknowledging {
  readonly inManifest: string;
  readonly inApp: string;
}

function acknowledging({ id }: RuleText): Acknowledging | undefined {
  return ENGINE_RULES.some((rule) => rule.id === id) ? undefined : {
    inManifest: `metadata:\n  annotations:\n    acknowledge.cdk8s-flink/${id}: why it is no problem here`,
    inApp: `FlinkRules.of(chart).acknowledge({ id: '${id}', reason: 'why it is no problem here' });`,
  };
}

const NARROWED = 'behind the reason, `; where spec.job` narrows it to a part of the resource, and `; until 2027-03-31` ends it; in an app these are properties';

/** What the two examples are a part of, and who reads them. */
function exampleNote({ fires, operator }: RuleText): string {
  const part = /^kind:/m.test(fires) ? 'in a resource that is otherwise sound' : 'in the `spec` of a FlinkDeployment that is otherwise sound';
  return operator === undefined ? part : `${part}, read by operator ${operator}`;
}

/** All that is known of one rule, for a terminal. */
export function rulePageText(rule: RuleText, width: number): string {
  const { id, title, severity, pack, category, why, fix, source, fires, passes } = rule;
  const section = (heading: string, ...lines: string[]) => `${heading}\n${lines.join('\n')}`;
  const words = (text: string) => textTable([[text]], width, '  ');
  const example = (text: string) => text.trim().split('\n').map((line) => `    ${line}`).join('\n');
  const accepted = acknowledging(rule);
  return `${[
    section(id, words(title)),
    textTable([['severity', severity], ['pack', pack], ['category', category]], width, '  '),
    section('WHY', words(why)),
    section('FIX', words(fix)),
    ...(fires === '' ? [] : [section('EXAMPLE', words(`${exampleNote(rule)}:`), example(fires)), section('MADE GOOD', example(passes))]),
    ...(accepted === undefined ? [] : [section('ACKNOWLEDGE', words('in the manifest:'), example(accepted.inManifest),
      words('in an app:'), example(accepted.inApp), words(NARROWED))]),
    section('SOURCE', words(source)),
  ].join('\n\n')}\n`;
}

/** The same as a page of docs/rules, with a longer reason where somebody has written one. */
export function rulePageMarkdown(rule: RuleText, more = ''): string {
  const { id, title, severity, pack, category, why, fix, source, fires, passes } = rule;
  const accepted = acknowledging(rule);
  return `${[
    `# ${id}`,
    sentence(title),
    `| severity | pack | category |\n|---|---|---|\n| ${severity} | ${pack} | ${category} |`,
    '## Why', sentence(why), ...(more.trim() === '' ? [] : [more.trim()]),
    '## Fix', sentence(fix),
    ...(fires === '' ? [] : [
      '## Example', `${sentence(exampleNote(rule)).slice(0, -1)}:`, yaml(fires), 'Made good:', yaml(passes),
    ]),
    ...(accepted === undefined ? [] : [
      '## Acknowledge', 'A finding that is no problem here is accepted with a reason, in the manifest:', yaml(accepted.inManifest), 'or in an app:',
      `\`\`\`ts\n${accepted.inApp}\n\`\`\``, sentence(NARROWED),
    ]),
    '## Source', sentence(source),
  ].join('\n\n')}\n`;
}

function yaml(text: string): string {
  return `\`\`\`yaml\n${text.trim()}\n\`\`\``;
}

/** With a capital, unless it begins with a key or a class, which keep their own case. */
function sentence(text: string): string {
  const [first] = text.split(/[\s,:;]/);
  return `${/^[a-z]+(-[a-z]+|'s)?$/.test(first) ? text.charAt(0).toUpperCase() + text.slice(1) : text}.`;
}
