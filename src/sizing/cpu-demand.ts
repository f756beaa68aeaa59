import { Bound } from './constants';
import { Decided } from './decide';
import { Amount } from './decision';
import { requiredRate } from './recovery';
import { SizingFacts } from './sizing-facts';
import { StateLocation } from './state-location';
import { LATENCY_FACTORS, latencyFactor, skewFactor, WorkCost, workCost } from './work-cost';
import { grouped } from '../units/grouped-number';

/** Where the state is, and on how many TaskManagers: what the load on them depends on besides the facts. */
export interface Spread {
  readonly location: StateLocation;
  readonly taskManagers: number;
}

/** Cores in use at the rate that must be possible. */
export function coresInUse(facts: SizingFacts, { location, taskManagers }: Spread, at: Bound): number {
  return busy(facts, requiredRate(facts, location, taskManagers, at), workCost(facts, location, at).cpu, at);
}

/** Slots in use at that rate: a slot is taken while a core works for it, or two of them, and while it waits for a disk. */
export function slotsInUse(facts: SizingFacts, { location, taskManagers }: Spread, at: Bound): number {
  const { cpu, wait } = workCost(facts, location, at);
  return busy(facts, requiredRate(facts, location, taskManagers, at), cpu / facts.profile.coresPerSlot + wait, at);
}

function busy(facts: SizingFacts, rate: number, micros: number, at: Bound): number {
  const even = (rate * micros * latencyFactor(facts)) / 1e6;
  return even * skewFactor(facts, even, at);
}

/** Cores that all slots together keep in use, headroom included; not yet whole. */
export function cpuDemand(facts: SizingFacts, spread: Spread): Decided<number> {
  return new Decided('cpu-demand', coresInUse(facts, spread, 'value'), undefined, (cores) => Amount._count(cores, 'cores'), () => {
    const { assume, calibration, averageRate, peakRate, recordBytes, given: { recoveryTimeObjective, keySkew } } = facts;
    const cost = workCost(facts, spread.location, 'value');
    const measured = calibration.recordsPerSecondPerCore !== undefined;
    const rate = requiredRate(facts, spread.location, spread.taskManagers, 'value');
    return {
      title: 'CPU for the work',
      low: coresInUse(facts, spread, 'low'),
      high: coresInUse(facts, spread, 'high'),
      reason: `${measured ? 'measured on one core' : 'reading, shipping and state each cost CPU'}; room for ${grouped(Math.round(rate))} records/s `
        + (rate > averageRate / assume.targetUtilization.value && rate > peakRate / assume.peakUtilization.value
          ? `so that ${recoveryTimeObjective!.toHumanString()} after a failure all has been caught up`
          : `keeps slots ${assume.targetUtilization.value * 100}% busy on average, to catch up after a stop`),
      inputs: [
        `throughput ${grouped(averageRate)} records/s of ${grouped(recordBytes)} B${peakRate > averageRate ? `, peak ${grouped(peakRate)}` : ''}`,
        describeCost(cost),
        `latency objective ${facts.latencySeconds} s, factor ${latencyFactor(facts)}`,
        ...(keySkew === undefined ? [] : [`key skew ${keySkew}`]),
      ],
      rule: measured ? 'records-per-core-measured' : 'cost-of-a-record',
      source: measured
        ? `calibration; ${assume.targetUtilization.source}`
        : [assume.readMicros, assume.nanosPerByte, assume.stateAccessMicros, assume.targetUtilization, LATENCY_FACTORS].map(({ source }) => source).join('; '),
      measured: measured || assume.restartSeconds.replacedBy === 'measurement',
    };
  });
}

/** The rate of one core, and the wait beside it. */
function describeCost({ cpu, wait }: WorkCost): string {
  return `a record takes ${grouped(cpu)} µs of a core (${grouped(Math.round(1e6 / cpu))} records/s)${wait > 0 ? ` and waits ${grouped(wait)} µs for the disk` : ''}`;
}
