import { CONTTUNE } from './conttune';
import { NEXMARK } from './nexmark';
import { PublishedCase } from './published-case';
import { STATE_ACCESS } from './state-access';
import { STREAMBED } from './streambed';
import { UNIT_RULES } from './unit-rules';

export const CASES: readonly PublishedCase[] = [...NEXMARK, ...STREAMBED, ...CONTTUNE, ...UNIT_RULES, ...STATE_ACCESS];

/** What the rules say of a case, and whether that is so. */
export interface Judgement {
  readonly of: PublishedCase;
  readonly low: number;
  readonly value: number;
  readonly high: number;
  /** How many times the lowest the highest is. */
  readonly width: number;
  /** True when every published figure lies within the band. */
  readonly holds: boolean;
  /** The same with the other declaration, where there is one. */
  readonly otherwise?: Judgement;
  /** Our value ÷ what was published: above one we promise too much. */
  readonly lean: number;
}

export function judge(published: PublishedCase): Judgement {
  const [low, value, high] = (['low', 'value', 'high'] as const).map((at) => published.predicted(at));
  return {
    of: published,
    low,
    value,
    high,
    width: high / low,
    holds: published.published.every((figure) => low <= figure && figure <= high),
    otherwise: published.otherwise && judge({ ...published, ...published.otherwise, otherwise: undefined }),
    lean: value / geometricMean(published.published),
  };
}

/** How the values lie to what was published: the middle one of all ratios, and by what factor they usually stray. */
export function lean(judgements: readonly Judgement[]): { readonly median: number; readonly spread: number } {
  const logarithms = judgements.map(({ lean: ratio }) => Math.log(ratio)).sort((one, other) => one - other);
  const middle = (logarithms.length - 1) / 2;
  const median = (logarithms[Math.floor(middle)] + logarithms[Math.ceil(middle)]) / 2;
  const mean = logarithms.reduce((sum, one) => sum + one, 0) / logarithms.length;
  const variance = logarithms.reduce((sum, one) => sum + (one - mean) ** 2, 0) / logarithms.length;
  return { median: Math.exp(median), spread: Math.exp(Math.sqrt(variance)) };
}

function geometricMean(figures: readonly number[]): number {
  return Math.exp(figures.reduce((sum, figure) => sum + Math.log(figure), 0) / figures.length);
}
