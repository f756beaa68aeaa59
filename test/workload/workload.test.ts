import { Duration, Size } from 'cdk8s';
import { refuseWorkload } from '../../src/workload/refuse-workload';
import { refusalOf, says } from '../refusals';
import { Throughput, Workload, WorkloadKind } from 'cdk8s-flink';

const throughput = Throughput.of({ recordsPerSecond: 1_000 });

test.each<[WorkloadKind, boolean, Workload]>([
  [WorkloadKind.STATELESS_TRANSFORMATION, false, Workload.statelessTransformation({ throughput })],
  [WorkloadKind.ASYNC_ENRICHMENT, false, Workload.asyncEnrichment({ throughput })],
  [WorkloadKind.DEDUPLICATION, true, Workload.deduplication({ throughput })],
  [WorkloadKind.WINDOWED_AGGREGATION, true, Workload.windowedAggregation({ throughput })],
  [WorkloadKind.STREAM_JOIN, true, Workload.streamJoin({ throughput })],
  [WorkloadKind.PATTERN_DETECTION, true, Workload.patternDetection({ throughput })],
])('%s: stateful is %s', (kind, stateful, workload) => expect(workload).toMatchObject({ kind, stateful }));

test('a workload is what was said, nothing more', () => {
  const facts = { throughput, expectedState: Size.gibibytes(40), latencyObjective: Duration.seconds(1), sourcePartitions: 24 };
  expect(Workload.streamJoin(facts)).toMatchObject(facts);
  expect(Workload.streamJoin({ throughput })).toMatchObject({ expectedState: undefined, latencyObjective: undefined, sourcePartitions: undefined });
});

test('a record is 512 bytes unless said', () => {
  expect(throughput.bytesPerSecond).toBe(512_000);
  expect(Throughput.of({ recordsPerSecond: 10, averageRecordBytes: 7 }).bytesPerSecond).toBe(70);
});

const refusing = (rest: object, rate = 1_000, bytes = 512) => refusalOf(() => refuseWorkload(
  Workload.deduplication({ throughput: Throughput.of({ recordsPerSecond: rate, averageRecordBytes: bytes }), ...rest }),
)).message;
const FIX = 'give the value of the busiest time; leave optional facts out when they are not known';

test.each([0, -1, NaN, Infinity, -Infinity, 1e16])('throughput of %p is refused', (rate) => {
  expect(refusing({}, rate)).toBe(says('workload.throughput.recordsPerSecond must be above zero and finite [workload-throughput]',
    `${rate} records a second`, 'above 0, at most 1,000,000,000,000,000 records a second', FIX));
});

test.each([0, -1, NaN, Infinity])('records of %p bytes are refused', (bytes) => {
  expect(refusing({}, 1_000, bytes)).toBe(says('workload.throughput.averageRecordBytes must be above zero and finite [workload-record-size]',
    `${bytes} bytes`, 'above 0, at most 1,000,000,000,000,000 bytes', FIX));
});

test.each<[string, Size]>([['0', Size.gibibytes(0)], ['NaN', Size.kibibytes(NaN)], ['Infinity', Size.kibibytes(Infinity)]])('state of %s is refused', (kibibytes, state) => {
  expect(refusing({ expectedState: state })).toBe(says('workload.expectedState must be above zero and finite [workload-state]',
    `${kibibytes} KiB`, 'above 0, at most 1,000,000,000,000,000 KiB', FIX));
});

test('a latency objective of nothing is refused', () => {
  expect(refusing({ latencyObjective: Duration.millis(0) })).toBe(says('workload.latencyObjective must be above zero and finite [workload-latency]',
    '0 ms', 'above 0, at most 1,000,000,000,000,000 ms', FIX));
});

test.each([0, -3, 1.5, NaN, Infinity])('%p source partitions are refused', (sourcePartitions) => {
  expect(refusing({ sourcePartitions })).toBe(says('workload.sourcePartitions must be a whole number from 1 [workload-partitions]',
    String(sourcePartitions), '1, 2, 3, …', 'give the partitions of the topic, or leave it out when they are not known'));
});

test('the facts of a possible job pass', () => {
  expect(() => refuseWorkload(Workload.deduplication({
    throughput: Throughput.of({ recordsPerSecond: 0.5, averageRecordBytes: 1 }),
    expectedState: Size.kibibytes(1),
    latencyObjective: Duration.millis(1),
    sourcePartitions: 1,
  }))).not.toThrow();
});
