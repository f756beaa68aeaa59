import { Bound, OPPOSITE } from './constants';
import { SizingFacts } from './sizing-facts';
import { StateLocation } from './state-location';

/** No longer than this between two checkpoints while nothing asks for longer, in seconds (tuning chapter §5). */
export const LONGEST_USUAL_INTERVAL = 300;

/** Seconds from a failure until all tasks run again with their state; heap state is read whole, RocksDB's and ForSt's from files. */
export function downtimeSeconds({ assume, state }: SizingFacts, location: StateLocation, taskManagers: number): number {
  const download = location === StateLocation.REMOTE ? 0 : state.mebibytes / taskManagers / assume.uploadRate.value;
  return assume.restartSeconds.value + download;
}

/** Seconds of work that a failure makes the job do again: at most one interval, which the objectives bound. */
export function replayedSeconds({ given: { recoveryTimeObjective, recoveryPointObjective } }: SizingFacts): number {
  const time = recoveryTimeObjective?.toMilliseconds() ?? Infinity;
  const point = recoveryPointObjective?.toMilliseconds() ?? Infinity;
  return Math.min(LONGEST_USUAL_INTERVAL, time / 4000, point / 1000);
}

/**
 * Records a second that the job must be able to do: the average with the usual headroom, the peak with less, and
 * enough to work off after a failure what has gathered, within the recovery time objective. Infinite where no
 * capacity is enough.
 */
export function requiredRate(facts: SizingFacts, location: StateLocation, taskManagers: number, at: Bound): number {
  const { assume, averageRate, peakRate, given: { recoveryTimeObjective } } = facts;
  const usual = Math.max(averageRate / assume.targetUtilization[OPPOSITE[at]], peakRate / assume.peakUtilization[OPPOSITE[at]]);
  if (recoveryTimeObjective === undefined) {
    return usual;
  }
  const down = downtimeSeconds(facts, location, taskManagers);
  const left = recoveryTimeObjective.toMilliseconds() / 1000 - down;
  return left <= 0 ? Infinity : Math.max(usual, averageRate * (1 + (down + replayedSeconds(facts)) / left));
}
