import { FlinkApi, ProgrammingLanguage, WorkloadKind } from '../../workload/workload-kind';
import { Bound } from '../decision/constants';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** What one record costs, over all operators that it passes. */
export interface WorkCost {
  /** Microseconds of a core. */
  readonly cpu: number;
  /** Microseconds in which a slot waits for a disk and no core is busy. */
  readonly wait: number;
}

/** How much more CPU a tighter latency objective gets: [objective at most, factor]. */
export const LATENCY_FACTORS: { readonly steps: [seconds: number, factor: number][]; readonly source: string } = {
  steps: [[0.5, 1.5], [1, 1.2], [4.999, 1.1]],
  source: 'flink-estimator latency factors',
};

export function workCost(facts: SizingFacts, location: StateLocation, at: Bound): WorkCost {
  const { assume, profile, keyedShare, windowOverlap, given: { api }, calibration } = facts;
  const misses = location === StateLocation.HEAP ? 0 : 1 - assume.cacheHitRate[at];
  const wait = keyedShare * profile.stateAccesses * misses * assume.diskReadMicros[at];
  if (calibration.recordsPerSecondPerCore !== undefined) {
    return { cpu: 1e6 / trueRatePerCore(calibration.recordsPerSecondPerCore, calibration.coreUtilization), wait };
  }
  // Windows of the DataStream API are updated one by one; those of SQL share slices.
  const accesses = profile.stateAccesses + (api === FlinkApi.SQL ? 0 : windowOverlap - 1);
  const keyed = profile.passes * (assume.shuffleMicros[at] + shipping(facts, at)) + accesses * accessMicros(facts, location, at);
  return { cpu: assume.readMicros[at] + shipping(facts, at) + keyedShare * keyed + ownMicros(facts, at), wait };
}

/** Reading or writing the bytes of one record. */
function shipping({ assume, recordBytes }: SizingFacts, at: Bound): number {
  return (recordBytes * assume.nanosPerByte[at]) / 1000;
}

function accessMicros({ assume }: SizingFacts, location: StateLocation, at: Bound): number {
  switch (location) {
    case StateLocation.HEAP: return assume.heapAccessMicros[at];
    case StateLocation.LOCAL_DISK: return assume.stateAccessMicros[at];
    case StateLocation.REMOTE: return assume.stateAccessMicros[at] * assume.remoteStateFactor[at];
  }
}

/** What only this kind of work does, and the crossing to Python. */
function ownMicros(facts: SizingFacts, at: Bound): number {
  const { assume, kind, outputsPerRecord, given: { language } } = facts;
  const own = kind === WorkloadKind.ASYNC_ENRICHMENT ? assume.lookupMicros[at]
    : kind === WorkloadKind.FAN_OUT ? outputsPerRecord * (assume.outputMicros[at] + shipping(facts, at))
      : 0;
  return own + (language === ProgrammingLanguage.PYTHON ? assume.pythonMicros[at] : 0);
}

/** What a core can do, from what it did while it was busy only a part of the time. */
function trueRatePerCore(measured: number, utilization = 1): number {
  return measured / utilization;
}

export function latencyFactor({ latencySeconds }: SizingFacts): number {
  return LATENCY_FACTORS.steps.find(([limit]) => latencySeconds <= limit)?.[1] ?? 1;
}

/** What the busiest slot does, against the mean; `slots` is how many would be busy if all did the same. */
export function skewFactor({ assume, stateful, given: { keySkew } }: SizingFacts, slots: number, at: Bound): number {
  if (!stateful || keySkew === undefined) {
    return 1;
  }
  const { hottestKeyShare: share } = keySkew;
  if (share !== undefined) {
    // The slot of the hottest key also has its share of all others; beyond the cap no number of slots helps it.
    const [hot, most] = [share * slots, assume.highSkew[at]];
    return hot >= 1 ? most : Math.min(most, Math.max(1, (1 - share) / (1 - hot)));
  }
  return keySkew.name === 'high' ? assume.highSkew[at] : keySkew.name === 'moderate' ? assume.moderateSkew[at] : 1;
}
