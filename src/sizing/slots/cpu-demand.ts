import { catchUpRate, usualRate } from './recovery';
import { LATENCY_FACTORS, latencyFactor, skewFactor, WorkCost, workCost } from './work-cost';
import { grouped, percent } from '../../units/grouped-number';
import { Bound } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** Where the state is, and on how many TaskManagers: what the load on them depends on besides the facts. */
export interface Spread {
  readonly location: StateLocation;
  readonly taskManagers: number;
}

/** Cores in use on any day, headroom included. */
export function usualCores(facts: SizingFacts, location: StateLocation, at: Bound): number {
  return busyCores(facts, location, usualRate(facts, at), at);
}

/** Cores in use at the highest rate that must be possible, catching up after a failure included. */
export function coresInUse(facts: SizingFacts, spread: Spread, at: Bound): number {
  return busyCores(facts, spread.location, requiredRate(facts, spread, at), at);
}

/** Slots in use at that rate: a slot is taken while a core works for it, or two of them, and while it waits for a disk. */
export function slotsInUse(facts: SizingFacts, spread: Spread, at: Bound): number {
  const rate = requiredRate(facts, spread, at);
  const even = evenSlots(facts, spread.location, rate, at);
  return even * skewFactor(facts, even, at);
}

/** Records a second that must be possible, catching up after a failure included. */
export function requiredRate(facts: SizingFacts, { location, taskManagers }: Spread, at: Bound): number {
  return Math.max(usualRate(facts, at), catchUpRate(facts, location, taskManagers));
}

/** Each core is busy in a slot, so the skew of the slots is theirs. */
function busyCores(facts: SizingFacts, location: StateLocation, rate: number, at: Bound): number {
  const even = (rate * workCost(facts, location, at).cpu * latencyFactor(facts)) / 1e6;
  return even * skewFactor(facts, evenSlots(facts, location, rate, at), at);
}

/** Slots in use if all did the same. */
function evenSlots(facts: SizingFacts, location: StateLocation, rate: number, at: Bound): number {
  const { cpu, wait } = workCost(facts, location, at);
  return (rate * (cpu / facts.profile.coresPerSlot + wait) * latencyFactor(facts)) / 1e6;
}

/** Cores that all slots together keep in use, headroom included; not yet whole. */
export function cpuDemand(facts: SizingFacts, location: StateLocation): Decided<number> {
  return new Decided('cpu-demand', usualCores(facts, location, 'value'), undefined, (cores) => Amount._count(cores, 'cores'), () => {
    const { assume, calibration, averageRate, peakRate, recordBytes, given: { keySkew } } = facts;
    const measured = calibration.recordsPerSecondPerCore !== undefined;
    const byPeak = peakRate / assume.peakUtilization.value > averageRate / assume.targetUtilization.value;
    return {
      title: 'CPU for the work',
      low: usualCores(facts, location, 'low'),
      high: usualCores(facts, location, 'high'),
      reason: (measured ? 'measured on one core; ' : 'reading, shipping and state each cost CPU; ')
        + (byPeak ? `slots are kept ${percent(assume.peakUtilization.value)} busy at the peak` : `slots are kept ${percent(assume.targetUtilization.value)} busy to catch up after a stop`),
      inputs: [
        `throughput ${grouped(averageRate)} records/s of ${grouped(recordBytes)} B${peakRate > averageRate ? `, peak ${grouped(peakRate)}` : ''}`,
        describeCost(workCost(facts, location, 'value')),
        `latency objective ${facts.latencySeconds} s, factor ${latencyFactor(facts)}`,
        ...(keySkew === undefined ? [] : [`key skew ${keySkew}`]),
      ],
      rule: measured ? 'records-per-core-measured' : 'cost-of-a-record',
      source: measured
        ? `calibration; ${assume.targetUtilization.source}`
        : [assume.readMicros, assume.nanosPerByte, assume.stateAccessMicros, assume.targetUtilization, LATENCY_FACTORS].map(({ source }) => source).join('; '),
      measured,
    };
  });
}

/** The rate of one core, and the wait beside it. */
function describeCost({ cpu, wait }: WorkCost): string {
  return `a record takes ${grouped(cpu)} µs of a core (${grouped(Math.round(1e6 / cpu))} records/s)${wait > 0 ? ` and waits ${grouped(wait)} µs for the disk` : ''}`;
}
