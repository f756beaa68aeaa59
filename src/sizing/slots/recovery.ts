import { grouped } from '../../units/grouped-number';
import { Bound, OPPOSITE } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** No longer than this between two checkpoints while nothing asks for longer, in seconds (tuning chapter §5). */
export const LONGEST_USUAL_INTERVAL = 300;

/** Seconds from a failure until all tasks run again with their state; heap state is read whole, RocksDB's and ForSt's from files. */
export function downtimeSeconds({ assume, state }: SizingFacts, location: StateLocation, taskManagers: number): number {
  const download = location === StateLocation.REMOTE ? 0 : state.mebibytes / taskManagers / assume.uploadRate.value;
  return assume.restartSeconds.value + download;
}

/** Seconds of work that a failure may make the job do again, an interval and a checkpoint: a recovery time leaves a quarter of itself for it. */
export function replayedSeconds({ given: { recoveryTimeObjective } }: SizingFacts): number {
  return Math.min(LONGEST_USUAL_INTERVAL, (recoveryTimeObjective?.toMilliseconds() ?? Infinity) / 4000);
}

/** Records a second that the job must be able to do on any day: the average with the usual headroom, the peak with less. */
export function usualRate({ assume, averageRate, peakRate }: SizingFacts, at: Bound): number {
  return Math.max(averageRate / assume.targetUtilization[OPPOSITE[at]], peakRate / assume.peakUtilization[OPPOSITE[at]]);
}

/**
 * Records a second with which what has gathered in a failure is worked off within the recovery time objective.
 * Infinite where no rate is enough. The more TaskManagers, the sooner the state is back, and the less must be caught up.
 */
export function catchUpRate(facts: SizingFacts, location: StateLocation, taskManagers: number): number {
  const { averageRate, given: { recoveryTimeObjective } } = facts;
  if (recoveryTimeObjective === undefined) {
    return 0;
  }
  const down = downtimeSeconds(facts, location, taskManagers);
  const left = recoveryTimeObjective.toMilliseconds() / 1000 - down;
  return left <= 0 ? Infinity : averageRate * (1 + (down + replayedSeconds(facts)) / left);
}

/** The recovery time, in seconds, within which twice the rate that arrives has caught up after such a downtime. */
export function easyRecoverySeconds(downtime: number): number {
  return Math.ceil(Math.min((downtime * 8) / 3, downtime * 2 + LONGEST_USUAL_INTERVAL));
}

/** The rate with which all has been caught up in time, where that is an objective. */
export function catchUp(facts: SizingFacts, location: StateLocation, taskManagers: number): Decided<number> | undefined {
  const { assume, averageRate, given: { recoveryTimeObjective } } = facts;
  const rate = catchUpRate(facts, location, taskManagers);
  return recoveryTimeObjective === undefined ? undefined : new Decided('catch-up-rate', rate, undefined, (value) => Amount._count(Math.ceil(value), 'records/s'), () => ({
    title: 'Rate to catch up',
    low: averageRate,
    high: rate,
    reason: `${recoveryTimeObjective.toHumanString()} after a failure nothing must be left of what gathered: the job is down for `
      + `${Math.ceil(downtimeSeconds(facts, location, taskManagers))} s and repeats up to ${Math.ceil(replayedSeconds(facts))} s`,
    inputs: [`throughput ${grouped(averageRate)} records/s`, `restart ${assume.restartSeconds.value} s`, `restore on TaskManagers ${taskManagers}`],
    rule: 'backlog-over-time-left',
    source: `Flink docs, large state: spare capacity to catch up; ${assume.restartSeconds.source}`,
    measured: assume.restartSeconds.replacedBy === 'measurement' || assume.uploadRate.replacedBy === 'measurement',
  }));
}
