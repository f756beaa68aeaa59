/** A number that a rule rests on: the field disagrees on it, so it has a range and a source. */
export interface SizingConstant {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly source: string;
  /** Where another number stands in the rule's place. */
  readonly replacedBy?: 'measurement' | 'user';
}

/** Which end of a constant's range a rule takes, or the value between. `low` is what asks for the least. */
export type Bound = 'low' | 'value' | 'high';

/** The best rate makes for the least of what is sized by it, and the worst rate for the most. */
export const OPPOSITE: Record<Bound, Bound> = { low: 'high', value: 'value', high: 'low' };

/** A number in the place of a rule's: certain, so without a range. */
export function replaced(constant: SizingConstant, value: number, by: 'measurement' | 'user'): SizingConstant {
  const source = by === 'measurement' ? 'measured' : 'set by you';
  return { ...constant, value, low: value, high: value, source, replacedBy: by };
}
