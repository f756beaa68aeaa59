import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { refusalIn } from '../../src/refusal';
import { SizingRequest } from '../../src/sizing/facts/sizing-request';
import { derivePlan } from '../../src/sizing/plan/derive-plan';
import { FlinkApi, FlinkVersion, Throughput, Workload, WorkloadFacts, WorkloadKind } from 'cdk8s-flink';

/** Each order of magnitude as likely as another; a double would be near zero nearly always. */
const logarithmic = (min: number, max: number) =>
  fc.noBias(fc.integer({ min: 0, max: 10_000 })).map((step) => Math.round(min * (max / min) ** (step / 10_000)));
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

export function requestOf(kind: WorkloadKind, facts: WorkloadFacts, decided: Partial<SizingRequest> = {}): SizingRequest {
  return { workload: workloadOf(kind, facts), flinkVersion: FlinkVersion.V2_1, checkpoints: true, ...decided };
}

function workloadOf(kind: WorkloadKind, facts: WorkloadFacts): Workload {
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

const anyFacts: fc.Arbitrary<WorkloadFacts> = fc.record({
  throughput: fc.record({
    recordsPerSecond: logarithmic(1, 3e6),
    peak: fc.double({ min: 1, max: 5, noNaN: true }),
    averageRecordBytes: logarithmic(10, 1e4),
    growth: fc.constantFrom(1, 1, 2),
  }).map(({ peak, ...rest }) => Throughput.of({ ...rest, peakRecordsPerSecond: rest.recordsPerSecond * peak })),
  expectedState: sometimes(logarithmic(1, 1e7).map((size) => Size.mebibytes(size))),
  sourcePartitions: sometimes(fc.integer({ min: 1, max: 2_000 })),
  latencyObjective: sometimes(logarithmic(50, 60_000).map((millis) => Duration.millis(millis))),
  recoveryTimeObjective: sometimes(fc.constantFrom(5, 20, 60).map((minutes) => Duration.minutes(minutes))),
  api: sometimes(fc.constantFrom(...Object.values(FlinkApi))),
});

/** Requests whose plan exists; many without anything decided. */
export const anyRequest: fc.Arbitrary<SizingRequest> = fc.tuple(
  fc.constantFrom(...Object.values(WorkloadKind)),
  anyFacts,
  fc.constantFrom(FlinkVersion.V1_20, FlinkVersion.V2_1),
  sometimes(fc.constantFrom<Record<string, number>>({ targetUtilization: 0.7 }, { slotsPerTaskManager: 3, networkHeadroom: 3 }, { workingSet: 0.2 })),
).map(([kind, facts, flinkVersion, assumptions]) => requestOf(kind, facts, { flinkVersion, assumptions }))
  .filter((request) => refusalIn(() => derivePlan(request)) === undefined);
