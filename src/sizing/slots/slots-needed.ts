import { slotsInUse } from './cpu-demand';
import { WorkloadKind } from '../../workload/workload-kind';
import { Bound } from '../decision/constants';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** What asks for the slots. */
export interface SlotsNeeded {
  readonly slots: number;
  readonly because: 'work' | 'lookups' | 'state';
}

/** Slots without which the job cannot keep up, keep its look-ups under way or hold its state; not yet whole. */
export function slotsNeeded(facts: SizingFacts, location: StateLocation, taskManagers: number, at: Bound): SlotsNeeded {
  const [work, lookups, state] = [slotsInUse(facts, { location, taskManagers }, at), slotsForLookups(facts, at), slotsForState(facts, location, at)];
  return { slots: Math.max(work, lookups, state), because: state > Math.max(work, lookups) ? 'state' : lookups > work ? 'lookups' : 'work' };
}

/** By Little's law: so many look-ups are under way at the peak, and a slot holds so many. */
function slotsForLookups({ kind, peakRate, assume, lookupsAtOnce, given: { lookupTime } }: SizingFacts, at: Bound): number {
  const seconds = (lookupTime?.toMilliseconds() ?? assume.lookupMillis[at]) / 1000;
  return kind === WorkloadKind.ASYNC_ENRICHMENT ? (peakRate * seconds) / lookupsAtOnce : 0;
}

function slotsForState({ state, assume }: SizingFacts, location: StateLocation, at: Bound): number {
  switch (location) {
    case StateLocation.HEAP: return (state.mebibytes * assume.heapObjectFactor[at]) / assume.heapStatePerSlot.value;
    case StateLocation.LOCAL_DISK: return state.mebibytes / 1024 / assume.diskStatePerSlot.value;
    case StateLocation.REMOTE: return 0;
  }
}
