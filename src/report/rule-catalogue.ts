import { textTable } from './text-table';
import { ALL_RULES } from '../rules/all-rules';
import { ENGINE_RULES } from '../rules/engine-rules';
import { Category, Pack, RuleText, Severity } from '../rules/rule';

/** Every rule, and what the engine says of itself. */
export const CATALOGUE: readonly RuleText[] = [...ALL_RULES, ...ENGINE_RULES];

interface Section {
  readonly category: Category;
  readonly rules: readonly RuleText[];
}

/** The rules by what they are about, in the order of the alphabet. */
export function sectionsOf(rules: readonly RuleText[]): Section[] {
  return Object.values(Category).sort().flatMap((category) => {
    const mine = rules.filter((rule) => rule.category === category).sort((one, other) => (one.id < other.id ? -1 : 1));
    return mine.length === 0 ? [] : [{ category, rules: mine }];
  });
}

/** A table for a terminal, under a heading for each category. */
export function catalogueText(rules: readonly RuleText[], width: number): string {
  const rowsOf = (some: readonly RuleText[]) => some.map(({ id, severity, pack, title }) => [id, severity, pack, title]);
  const all = rowsOf(rules);
  const sections = sectionsOf(rules).map((section) => `${section.category.toUpperCase()}\n${textTable(rowsOf(section.rules), width, '  ', all)}`);
  return `${[...sections, `${rules.length} rules; \`cdk8s-flink rules <id>\` tells one`].join('\n\n')}\n`;
}

/** As the tables of docs/rules: how many there are, then each by its category with a link to its page. */
export function catalogueMarkdown(rules: readonly RuleText[]): string {
  const sections = sectionsOf(rules).map((section) => [
    `## ${section.category.charAt(0).toUpperCase()}${section.category.slice(1)}`, '',
    ...tableRows(['rule', 'severity', 'pack', 'the mistake'],
      section.rules.map(({ id, severity, pack, title }) => [`[\`${id}\`](${id}.md)`, severity, pack, cellText(title)])),
  ].join('\n'));
  return `${[counts(rules).join('\n'), ...sections].join('\n\n')}\n`;
}

function counts(rules: readonly RuleText[]): string[] {
  const severities = Object.values(Severity);
  const row = (name: string, some: readonly RuleText[]) =>
    [name, ...severities.map((severity) => String(some.filter((rule) => rule.severity === severity).length)), String(some.length)];
  const packs = Object.values(Pack).map((pack) => row(pack, rules.filter((rule) => rule.pack === pack))).filter((cells) => cells[cells.length - 1] !== '0');
  return tableRows(['pack', ...severities, 'rules'], [...packs, ...(packs.length > 1 ? [row('all', rules)] : [])]);
}

function tableRows(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function cellText(text: string): string {
  return text.replace(/\|/g, '\\|');
}
