import { KnobChange, TuningStep } from './manifest-diff';
import { Lever, placeOf } from './tuning-order';

const COST = 3;

/** The levers that move, each with its knobs, in the order in which the tuning chapter would move them. */
export function tuningSteps(knobs: readonly KnobChange[]): TuningStep[] {
  const byLever = new Map<Lever, KnobChange[]>();
  for (const knob of knobs) {
    if (knob.lever !== undefined) {
      byLever.set(knob.lever, [...byLever.get(knob.lever) ?? [], knob]);
    }
  }
  return [...byLever].map(([lever, moved]) => ({ lever, order: orderOf(lever, moved), knobs: moved }))
    .sort((one, other) => one.order - other.order || placeOf(one.lever) - placeOf(other.lever));
}

/** Whatever only gets smaller is there to save money. */
function orderOf({ order, costs }: Lever, knobs: readonly KnobChange[]): number {
  return costs && knobs.every(({ direction }) => direction === 'down') ? COST : order;
}
