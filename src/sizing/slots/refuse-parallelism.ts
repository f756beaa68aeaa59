import { usualCores } from './cpu-demand';
import { downtimeSeconds, easyRecoverySeconds } from './recovery';
import { LARGEST_PARALLELISM, MOST_CORES_PER_SLOT } from './shape';
import { slotsNeeded } from './slots-needed';
import { Refusal, shown } from '../../refusal';
import { grouped } from '../../units/grouped-number';
import { isWhole } from '../../units/whole-number';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** Throws for a decided count that Flink would not take. */
export function refuseDecidedCount(code: string, property: string, value: number | undefined, most: number): void {
  if (value !== undefined && !isWhole(value, 1, most)) {
    throw new Refusal({
      code,
      what: `${property} must be a whole number`,
      got: shown(value),
      allowed: `1 to ${most}`,
      fix: `leave ${property} out to have it derived`,
    });
  }
}

export function refuseParallelismAbovePartitions(parallelism: number, partitions = LARGEST_PARALLELISM): void {
  if (parallelism > partitions) {
    throw new Refusal({
      code: 'parallelism-above-partitions',
      what: 'parallelism is above the partitions of the source: the sources beyond them would read nothing',
      got: `parallelism ${parallelism}, workload.sourcePartitions ${partitions}`,
      allowed: `1 to ${partitions}`,
      fix: 'add partitions to the topic, or lower parallelism',
    });
  }
}

/** Throws for what no parallelism can carry, where there are enough partitions as rules have it, and with too few as the best rates have it. */
export function refuseImpossible(facts: SizingFacts, location: StateLocation): void {
  const partitions = facts.given.sourcePartitions ?? LARGEST_PARALLELISM;
  const { slots, because } = slotsNeeded(facts, location, LARGEST_PARALLELISM, 'value');
  const needed = Math.ceil(slots);
  if (needed > LARGEST_PARALLELISM && partitions >= LARGEST_PARALLELISM) {
    const possible = Math.floor((facts.averageRate * LARGEST_PARALLELISM) / needed);
    throw new Refusal({
      code: 'workload-too-large',
      what: 'one Flink job cannot hold this workload',
      got: `${grouped(needed)} slots needed for ${grouped(facts.averageRate)} records a second`,
      allowed: `up to ${grouped(LARGEST_PARALLELISM)}, Flink's largest parallelism${because === 'state' ? '' : `, so about ${grouped(possible)} records a second`}`,
      fix: 'split the stream over several jobs, or set the parallelism that you have measured',
    });
  }
  const fewest = Math.ceil(usualCores({ ...facts, calibration: {} }, location, 'low') / MOST_CORES_PER_SLOT);
  if (fewest > partitions) {
    throw new Refusal({
      code: 'partitions-too-few',
      what: 'the source has too few partitions for its throughput, even at the best published rates',
      got: `workload.sourcePartitions ${partitions}, ${grouped(facts.averageRate)} records a second`,
      allowed: `${grouped(fewest)} partitions and more, or about ${grouped(Math.floor((facts.averageRate * partitions) / fewest))} records a second`,
      fix: 'add partitions to the topic, or set the parallelism that you have measured',
    });
  }
}

/** Throws for a recovery time that is over before the job is back. */
export function refuseRecoveryTime(facts: SizingFacts, location: StateLocation, taskManagers: number): void {
  const { given: { recoveryTimeObjective: objective }, assume } = facts;
  const down = downtimeSeconds(facts, location, taskManagers);
  if (objective !== undefined && objective.toMilliseconds() / 1000 <= down) {
    throw new Refusal({
      code: 'recovery-time-objective',
      what: 'the recovery time objective is shorter than a restart',
      got: `recoveryTimeObjective ${objective.toHumanString()}, restart and restore ${grouped(Math.ceil(down))} s at the best`,
      allowed: `${grouped(easyRecoverySeconds(down))} s, to catch up at twice the rate that arrives; nothing below ${grouped(Math.ceil(down))} s`,
      fix: assume.restartSeconds.replacedBy === undefined ? 'allow more time, or measure the restart and give it as calibration.restartTime' : 'allow more time',
    });
  }
}
