import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE, catalogueMarkdown } from '../../src/report/rule-catalogue';
import { rulePageMarkdown } from '../../src/report/rule-page';

export const FOLDER = join(__dirname, '..', '..', 'docs', 'rules');
const WHY = join(FOLDER, 'why');

const INTRODUCTION = `# Rules

What \`cdk8s-flink lint\`, the constructs and the cdk8s validation plugin look for in a resource of the operator, on the twin of what will run. \`cdk8s-flink rules <id>\` prints a page of this folder in a terminal.

An **error** cannot work, names what there is not, or loses state or a secret. A **warning** works until something happens that will, a restart, an upgrade or load, or it does not do what it says. An **info** works, and there is a better way. \`production\` is on unless other packs are named; \`cost\` is about what is paid for and not used, \`strict\` about what careful teams agree on.

What the operator or Flink refuses is no rule, and cannot be acknowledged: its codes are in [refusals.md](../guides/refusals.md). A finding of a rule is accepted with a reason by the annotation \`acknowledge.cdk8s-flink/<id>\`, as its page shows.

\`npm run rules:docs\` makes these pages of the rules in \`src/rules/\` and of the longer reasons in [why](why).
`;

/** The files of docs/rules by their names. */
export function rulePages(): Map<string, string> {
  const pages = CATALOGUE.map((rule): [string, string] => [`${rule.id}.md`, rulePageMarkdown(rule, whyAtLength(rule.id))]);
  return new Map([['README.md', `${INTRODUCTION}\n${catalogueMarkdown(CATALOGUE)}`], ...pages]);
}

function whyAtLength(id: string): string {
  const path = join(WHY, `${id}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md')).sort();
}

/** The rules that somebody has written more about. */
export function writtenAtLength(): string[] {
  return filesIn(WHY).map((name) => name.replace(/\.md$/, ''));
}
