import { FlinkVersion, StateLocation, Workload } from '../../../src';
import { Bound, OPPOSITE } from '../../../src/sizing/decision/constants';
import { sizingFacts } from '../../../src/sizing/facts/sizing-facts';
import { workCost } from '../../../src/sizing/slots/work-cost';

/** Where a figure was published. */
export interface Source {
  readonly name: string;
  readonly url: string;
  /** What there is to read, and at which version. */
  readonly reads: string;
}

/** The same job in other facts. */
export interface OtherDeclaration {
  readonly as: string;
  readonly predicted: (at: Bound) => number;
}

/** A published figure, and what our rules say of it from facts that can be declared before anything is measured. */
export interface PublishedCase {
  readonly source: Source;
  readonly name: string;
  /** As declared to us, in words. */
  readonly declared: string;
  /** Records a second of one core or slot, or times. */
  readonly unit: 'core' | 'slot' | 'times';
  readonly predicted: (at: Bound) => number;
  /** One figure, or the lowest and the highest. */
  readonly published: readonly number[];
  /** True where this very figure helped to choose a constant: that it holds proves less. */
  readonly choseConstant: boolean;
  readonly note?: string;
  /** Another declaration that somebody could defend, where it would turn the answer. */
  readonly otherwise?: OtherDeclaration;
  /** Why the band does not hold the figure. Only where it does not. */
  readonly whyMissed?: string;
}

/** Records a second of one core that does nothing else. */
export function ratePerCore(workload: Workload, location: StateLocation): (at: Bound) => number {
  return (at) => 1e6 / workCost(factsOf(workload), location, OPPOSITE[at]).cpu;
}

/** Records a second of one slot that is never idle: it works, or waits for a disk. */
export function ratePerSlot(workload: Workload, location: StateLocation): (at: Bound) => number {
  return (at) => {
    const facts = factsOf(workload);
    const { cpu, wait } = workCost(facts, location, OPPOSITE[at]);
    return 1e6 / (cpu / facts.profile.coresPerSlot + wait);
  };
}

/** What a plan gives to that unit: a rule for planning leaves headroom, so it is compared with a rate that leaves ours. */
export function planned(workload: Workload, rate: (at: Bound) => number): (at: Bound) => number {
  return (at) => rate(at) * factsOf(workload).assume.targetUtilization.value;
}

/** The facts of a workload that differ from what its kind and our defaults say. */
export function declared({ kind, facts }: Workload): string {
  const { throughput: { averageRecordBytes }, api, keyedShare, windowOverlap, shuffles } = facts;
  return [
    kind, ...(api === undefined ? [] : [api]), `${averageRecordBytes} B`,
    ...(keyedShare === undefined ? [] : [`${keyedShare * 100} % keyed`]),
    ...(shuffles === undefined ? [] : [`${shuffles} shuffles`]),
    ...(windowOverlap === undefined ? [] : [`overlap ${windowOverlap}`]),
  ].join(', ');
}

function factsOf(workload: Workload) {
  return sizingFacts({ workload, flinkVersion: FlinkVersion.V2_0, checkpoints: true });
}
