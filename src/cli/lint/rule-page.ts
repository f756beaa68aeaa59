import { Pack, RuleText } from '../../rules/rule';

const DOCS = 'https://github.com/cdk8s-flink/cdk8s-flink/blob/main/docs';

/** Where a rule is explained. */
export function rulePage({ id, pack }: Pick<RuleText, 'id' | 'pack'>): string {
  return pack === Pack.REFUSED ? `${DOCS}/guides/refusals.md` : `${DOCS}/rules/${id}.md`;
}
