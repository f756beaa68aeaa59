import { Argument, Command, Option } from 'commander';
import { CommandIo } from './command-io';
import { PACKS, packsOption } from './packs-option';
import { TWIN_CODES } from './twin-codes';
import { UnusableInput } from './unusable-input';
import { KeyNeighbours } from '../flink/options/nearest-key';
import { Refusal, shown } from '../refusal';
import { CATALOGUE, catalogueMarkdown, catalogueText, sectionsOf } from '../report/rule-catalogue';
import { rulePageMarkdown, rulePageText } from '../report/rule-page';
import { Pack, RuleText } from '../rules/rule';

interface RulesOptions {
  readonly pack: readonly Pack[];
  readonly format: 'text' | 'json' | 'markdown';
}

const EXAMPLES = `
Examples:
  cdk8s-flink rules
  cdk8s-flink rules few-retained-checkpoints
  cdk8s-flink rules --pack production,strict --format json

More: https://github.com/cdk8s-flink/cdk8s-flink/blob/main/docs/rules/README.md`;

/** Of a page that is no terminal. */
const WIDTH = 120;

/** `cdk8s-flink rules`: the catalogue, or one rule's page. */
export function rulesCommand(io: CommandIo): Command {
  return new Command('rules')
    .description('Tells the rules: all of them, or one with its reason, its fix and an example')
    .addArgument(new Argument('[id]', 'a rule, by the code in brackets of its findings'))
    .addOption(packsOption('only the rules of some packs').default(PACKS, 'all'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'markdown']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action((id: string | undefined, options: RulesOptions) => {
      io.out(id === undefined ? catalogue(options, io) : page(id, options, io));
    });
}

function catalogue({ pack, format }: RulesOptions, { columns = WIDTH }: CommandIo): string {
  const rules = CATALOGUE.filter((rule) => pack.includes(rule.pack));
  switch (format) {
    case 'json': return json(sectionsOf(rules).flatMap((section) => section.rules));
    case 'markdown': return catalogueMarkdown(rules);
    case 'text': return catalogueText(rules, columns);
  }
}

function page(id: string, { format }: RulesOptions, { columns = WIDTH }: CommandIo): string {
  const rule = CATALOGUE.find((each) => each.id === id);
  if (rule === undefined) {
    if (TWIN_CODES.includes(id)) {
      return `${id} is no rule: the operator or Flink refuses it, see docs/guides/refusals.md\n`;
    }
    throw new UnusableInput('rules', [unknownRule(id)]);
  }
  switch (format) {
    case 'json': return json(rule);
    case 'markdown': return rulePageMarkdown(rule);
    case 'text': return rulePageText(rule, columns);
  }
}

function unknownRule(id: string): Refusal {
  const ids = CATALOGUE.map((rule) => rule.id);
  const nearest = new KeyNeighbours(ids).of(id);
  const alike = nearest.length > 0 ? nearest : ids.filter((each) => id.length > 2 && each.includes(id));
  return new Refusal({
    code: 'rule-id',
    what: 'there is no rule of this name',
    got: shown(id),
    allowed: alike.length > 0 ? alike.join(', ') : 'the id of a rule',
    fix: 'list all of them with `cdk8s-flink rules`',
  });
}

/** What a rule says; what it does is no text. */
function json(rules: RuleText | readonly RuleText[]): string {
  return `${JSON.stringify(rules, undefined, 2)}\n`;
}
