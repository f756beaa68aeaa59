import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { Refusal } from '../../src/refusal';
import { derivePlan } from '../../src/sizing/derive-plan';
import { RequestedPlan } from '../../src/sizing/plan-settings';
import { SizingRequest } from '../../src/sizing/sizing-request';
import { StateLocation, Throughput, TuningPlan, Workload, WorkloadKind } from 'cdk8s-flink';

/** The facts of a workload as plain numbers, so that a law can change one of them. */
export interface Facts {
  readonly kind: WorkloadKind;
  readonly rate: number;
  readonly recordBytes: number;
  readonly stateMebibytes: number;
  readonly latencyMillis?: number;
  readonly partitions?: number;
}

const logarithmic = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map((exponent) => Math.min(max, Math.max(min, Math.round(Math.exp(exponent)))));

export const locations = fc.constantFrom(StateLocation.HEAP, StateLocation.LOCAL_DISK);
export const growth = fc.double({ min: 1, max: 50, noNaN: true });

/** Any workload from idle to huge, with up to 10 TiB of state; one in many asks more than its partitions can carry. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  kind: fc.constantFrom(...Object.values(WorkloadKind)),
  rate: logarithmic(1, 1e6),
  recordBytes: logarithmic(10, 1e5),
  stateMebibytes: logarithmic(1, 10 * 1024 * 1024),
  latencyMillis: fc.option(logarithmic(1, 60_000), { nil: undefined }),
  partitions: fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: undefined }),
});

export function workloadOf({ kind, rate, recordBytes, stateMebibytes, latencyMillis, partitions }: Facts): Workload {
  const facts = {
    throughput: Throughput.of({ recordsPerSecond: rate, averageRecordBytes: recordBytes }),
    latencyObjective: latencyMillis === undefined ? undefined : Duration.millis(latencyMillis),
    sourcePartitions: partitions,
  };
  const expectedState = Size.mebibytes(stateMebibytes);
  switch (kind) {
    case WorkloadKind.STATELESS_TRANSFORMATION: return Workload.statelessTransformation(facts);
    case WorkloadKind.ASYNC_ENRICHMENT: return Workload.asyncEnrichment(facts);
    case WorkloadKind.DEDUPLICATION: return Workload.deduplication({ ...facts, expectedState });
    case WorkloadKind.WINDOWED_AGGREGATION: return Workload.windowedAggregation({ ...facts, expectedState });
    case WorkloadKind.STREAM_JOIN: return Workload.streamJoin({ ...facts, expectedState });
    case WorkloadKind.PATTERN_DETECTION: return Workload.patternDetection({ ...facts, expectedState });
  }
}

export function planOf(facts: Facts, decided: Partial<SizingRequest> = {}): TuningPlan {
  return requestedPlanOf(facts, decided).plan;
}

export function requestedPlanOf(facts: Facts, decided: Partial<SizingRequest> = {}): RequestedPlan {
  const request = { workload: workloadOf(facts), checkpoints: true, ...decided };
  return { request, plan: derivePlan(request) };
}

/** The plan, or nothing for facts that no job can hold. */
export function planIfPossible(facts: Facts, decided: Partial<SizingRequest> = {}): TuningPlan | undefined {
  try {
    return planOf(facts, decided);
  } catch (error) {
    if (error instanceof Refusal && ['partitions-too-few', 'workload-too-large'].includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}

export const possibleFacts = anyFacts.filter((facts) => planIfPossible(facts) !== undefined);
