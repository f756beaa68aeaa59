import { REFUSAL_PACK } from './refusal-pack';
import { Pack, ResourceRule, Rule } from './rule';

/** Every rule that can be switched on, in the order in which they are looked at. */
export const ALL_RULES: readonly (Rule | ResourceRule)[] = [...REFUSAL_PACK];

const known = new Map<string, readonly (Rule | ResourceRule)[]>();

export function inPacks(packs: readonly Pack[]): readonly (Rule | ResourceRule)[] {
  const name = packs.join();
  const rules = known.get(name) ?? ALL_RULES.filter(({ pack }) => packs.includes(pack));
  known.set(name, rules);
  return rules;
}

export function ruleOf(id: string): Rule | ResourceRule | undefined {
  return ALL_RULES.find((rule) => rule.id === id);
}
