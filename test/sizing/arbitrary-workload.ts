import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import {
  FlinkApi, FlinkVersion, KeySkew, ProgrammingLanguage, StateLocation, Throughput, TuningPlan, Workload, WorkloadFacts, WorkloadKind,
} from '../../src';
import { refusalIn } from '../../src/refusal';
import { SizingRequest } from '../../src/sizing/facts/sizing-request';
import { derivePlan } from '../../src/sizing/plan/derive-plan';
import { RequestedPlan } from '../../src/sizing/plan/plan-settings';

/** The facts of a workload as plain numbers, so that a law can change one of them. */
export interface Facts {
  readonly kind: WorkloadKind;
  readonly rate: number;
  readonly recordBytes: number;
  readonly stateMebibytes: number;
  readonly peak?: number;
  readonly growth?: number;
  readonly latencyMillis?: number;
  readonly recoveryTimeSeconds?: number;
  readonly recoveryPointSeconds?: number;
  readonly partitions?: number;
  readonly keys?: { readonly distinct: number; readonly bytes?: number; readonly liveForSeconds?: number };
  readonly more?: Partial<WorkloadFacts>;
}

/** Each order of magnitude as often as any other; doubles would be drawn by their bits, which are mostly near zero. */
const STEPS = 2 ** 20;
const evenly = (min: number, max: number) => fc.noBias(fc.nat(STEPS)).map((step) => min + (step / STEPS) * (max - min));
const logarithmic = (min: number, max: number) => evenly(Math.log(min), Math.log(max))
  .map((exponent) => Math.min(max, Math.max(min, Math.round(Math.exp(exponent)))));
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

export const locations = fc.constantFrom(StateLocation.HEAP, StateLocation.LOCAL_DISK, StateLocation.REMOTE);
export const growth = evenly(1, 50);

const more: fc.Arbitrary<Partial<WorkloadFacts>> = fc.record({
  operators: perhaps(fc.integer({ min: 1, max: 30 })),
  shuffles: perhaps(fc.integer({ min: 0, max: 10 })),
  api: perhaps(fc.constantFrom(...Object.values(FlinkApi))),
  language: perhaps(fc.constantFrom(...Object.values(ProgrammingLanguage))),
  exactlyOnceSink: perhaps(fc.boolean()),
  objectReuseSafe: perhaps(fc.boolean()),
  outputsPerRecord: perhaps(fc.integer({ min: 1, max: 500 })),
  lookupTime: perhaps(logarithmic(1, 5_000).map((millis) => Duration.millis(millis))),
  lookupsAtOnce: perhaps(fc.integer({ min: 1, max: 1_000 })),
  keySkew: perhaps(fc.oneof(
    fc.constantFrom(KeySkew.EVEN, KeySkew.MODERATE, KeySkew.HIGH),
    evenly(0.001, 0.9).map((share) => KeySkew.hottestKey(share)),
  )),
  keyedShare: perhaps(evenly(0.01, 1)),
  states: perhaps(fc.integer({ min: 1, max: 40 })),
  windowOverlap: perhaps(fc.integer({ min: 1, max: 60 })),
}, { requiredKeys: [] });

/** Any workload from idle to huge, with up to 10 TiB of state; one in many asks more than its partitions can carry. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  kind: fc.constantFrom(...Object.values(WorkloadKind)),
  rate: logarithmic(1, 1e6),
  recordBytes: logarithmic(10, 1e5),
  stateMebibytes: logarithmic(1, 10 * 1024 * 1024),
  peak: perhaps(evenly(1, 10)),
  growth: perhaps(evenly(1, 5)),
  latencyMillis: perhaps(logarithmic(1, 60_000)),
  recoveryTimeSeconds: perhaps(logarithmic(60, 7_200)),
  recoveryPointSeconds: perhaps(logarithmic(1, 3_600)),
  partitions: perhaps(fc.integer({ min: 1, max: 2_000 })),
  keys: perhaps(fc.record({
    distinct: logarithmic(1, 1e10), bytes: perhaps(logarithmic(8, 10_000)), liveForSeconds: perhaps(logarithmic(1, 30 * 86_400)),
  })),
  more,
});

export function workloadOf(facts: Facts): Workload {
  const seconds = (amount: number | undefined) => (amount === undefined ? undefined : Duration.seconds(amount));
  return workloadOfKind(facts.kind, {
    throughput: Throughput.of({
      recordsPerSecond: facts.rate,
      peakRecordsPerSecond: facts.peak === undefined ? undefined : facts.rate * facts.peak,
      averageRecordBytes: facts.recordBytes,
      growth: facts.growth,
    }),
    latencyObjective: facts.latencyMillis === undefined ? undefined : Duration.millis(facts.latencyMillis),
    recoveryTimeObjective: seconds(facts.recoveryTimeSeconds),
    recoveryPointObjective: seconds(facts.recoveryPointSeconds),
    sourcePartitions: facts.partitions,
    ...facts.more,
    ...(facts.keys === undefined
      ? { expectedState: Size.mebibytes(facts.stateMebibytes) }
      : { distinctKeys: facts.keys.distinct, bytesPerKey: facts.keys.bytes, stateTimeToLive: seconds(facts.keys.liveForSeconds) }),
  });
}

function workloadOfKind(kind: WorkloadKind, facts: WorkloadFacts): Workload {
  switch (kind) {
    case WorkloadKind.STATELESS_TRANSFORMATION: return Workload.statelessTransformation(facts);
    case WorkloadKind.FAN_OUT: return Workload.fanOut(facts);
    case WorkloadKind.ASYNC_ENRICHMENT: return Workload.asyncEnrichment(facts);
    case WorkloadKind.DEDUPLICATION: return Workload.deduplication(facts);
    case WorkloadKind.WINDOWED_AGGREGATION: return Workload.windowedAggregation(facts);
    case WorkloadKind.UNBOUNDED_AGGREGATION: return Workload.unboundedAggregation(facts);
    case WorkloadKind.INTERVAL_JOIN: return Workload.intervalJoin(facts);
    case WorkloadKind.TEMPORAL_JOIN: return Workload.temporalJoin(facts);
    case WorkloadKind.REGULAR_JOIN: return Workload.regularJoin(facts);
    case WorkloadKind.PATTERN_DETECTION: return Workload.patternDetection(facts);
  }
}

export function requestOf(kind: WorkloadKind, facts: WorkloadFacts, decided: Partial<SizingRequest> = {}): SizingRequest {
  return { workload: workloadOfKind(kind, facts), flinkVersion: FlinkVersion.V2_1, checkpoints: true, ...decided };
}

export function planOf(facts: Facts, decided: Partial<SizingRequest> = {}): TuningPlan {
  return requestedPlanOf(facts, decided).plan;
}

export function requestedPlanOf(facts: Facts, decided: Partial<SizingRequest> = {}): RequestedPlan {
  const request: SizingRequest = { flinkVersion: FlinkVersion.V2_0, checkpoints: true, ...decided, workload: workloadOf(facts) };
  return { request, plan: derivePlan(request) };
}

const IMPOSSIBLE = ['workload-state', 'partitions-too-few', 'workload-too-large', 'recovery-time-objective', 'exactly-once-latency'];

/** The plan, or nothing for facts that no job can hold. */
export function planIfPossible(facts: Facts, decided: Partial<SizingRequest> = {}): TuningPlan | undefined {
  let plan: TuningPlan | undefined;
  isPossible(() => { plan = planOf(facts, decided); });
  return plan;
}

function isPossible(derive: () => void): boolean {
  const refusal = refusalIn(derive);
  if (refusal !== undefined && !IMPOSSIBLE.includes(refusal.code)) {
    throw refusal;
  }
  return refusal === undefined;
}

export const possibleFacts = anyFacts.filter((facts) => planIfPossible(facts) !== undefined);

const assumptions = perhaps(fc.constantFrom<Record<string, number>>(
  { targetUtilization: 0.7 }, { slotsPerTaskManager: 3, networkHeadroom: 3 }, { workingSet: 0.2 },
));

/** Requests whose plan exists; many without anything decided. */
export const anyRequest: fc.Arbitrary<SizingRequest> = fc.record({
  workload: anyFacts.map(workloadOf),
  flinkVersion: fc.constantFrom(FlinkVersion.V1_20, FlinkVersion.V2_1),
  checkpoints: fc.constant(true),
  assumptions,
}).filter((request) => isPossible(() => derivePlan(request)));
