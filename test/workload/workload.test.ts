import { Duration, Size } from 'cdk8s';
import { refuseCalibration, refuseWorkload } from '../../src/workload/refuse-workload';
import { refusalOf, says } from '../refusals';
import { Calibration, KeySkew, Throughput, Workload, WorkloadFacts, WorkloadKind } from 'cdk8s-flink';

const throughput = Throughput.of({ recordsPerSecond: 1_000 });

test.each<[WorkloadKind, boolean, Workload]>([
  [WorkloadKind.STATELESS_TRANSFORMATION, false, Workload.statelessTransformation({ throughput })],
  [WorkloadKind.FAN_OUT, false, Workload.fanOut({ throughput })],
  [WorkloadKind.ASYNC_ENRICHMENT, false, Workload.asyncEnrichment({ throughput })],
  [WorkloadKind.DEDUPLICATION, true, Workload.deduplication({ throughput })],
  [WorkloadKind.WINDOWED_AGGREGATION, true, Workload.windowedAggregation({ throughput })],
  [WorkloadKind.UNBOUNDED_AGGREGATION, true, Workload.unboundedAggregation({ throughput })],
  [WorkloadKind.INTERVAL_JOIN, true, Workload.intervalJoin({ throughput })],
  [WorkloadKind.TEMPORAL_JOIN, true, Workload.temporalJoin({ throughput })],
  [WorkloadKind.REGULAR_JOIN, true, Workload.regularJoin({ throughput })],
  [WorkloadKind.PATTERN_DETECTION, true, Workload.patternDetection({ throughput })],
])('%s: stateful is %s', (kind, stateful, workload) => expect(workload).toMatchObject({ kind, stateful }));

test('a workload is what was said, nothing more', () => {
  const facts = { throughput, expectedState: Size.gibibytes(40), latencyObjective: Duration.seconds(1), sourcePartitions: 24 };
  expect(Workload.regularJoin(facts).facts).toEqual(facts);
});

test('a rate is steady, does not grow and has records of 512 bytes unless said', () => {
  expect(throughput).toEqual({ recordsPerSecond: 1_000, peakRecordsPerSecond: 1_000, averageRecordBytes: 512, growth: 1 });
});

test('a key is even, moderate, high, or has a share', () => {
  expect([KeySkew.EVEN, KeySkew.MODERATE, KeySkew.HIGH, KeySkew.hottestKey(0.07)].map(String)).toEqual([
    'even', 'moderate', 'high', 'hottest key with 7% of the records',
  ]);
});

const refusing = (rest: object, rate = 1_000, bytes = 512) => refusalOf(() => refuseWorkload(
  Workload.deduplication({ throughput: Throughput.of({ recordsPerSecond: rate, averageRecordBytes: bytes }), ...rest }),
)).message;
const FIX = 'give what was counted or measured; leave optional facts out when they are not known';

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

const messageOf = (rest: Partial<WorkloadFacts>) => refusalOf(() => refuseWorkload(Workload.windowedAggregation({ throughput, ...rest }))).message;
const ABOVE_ZERO = (unit: string) => `above 0, at most 1,000,000,000,000,000 ${unit}`;
const LEAVE_OUT = 'leave it out when it is not known';

test('a peak below the average is refused with both', () => {
  expect(messageOf({ throughput: Throughput.of({ recordsPerSecond: 2_000, peakRecordsPerSecond: 1_500 }) })).toBe(says(
    'the peak of the throughput is below its average [workload-peak]', 'peakRecordsPerSecond 1,500, recordsPerSecond 2,000',
    'a peak of 2,000 and more', 'swap the two, or leave the peak out for a steady rate',
  ));
});

test.each([0.5, NaN, 1_001])('a growth of %p is refused', (factor) => {
  expect(messageOf({ throughput: Throughput.of({ recordsPerSecond: 1, growth: factor }) })).toBe(says(
    'workload.throughput.growth is not a growth [workload-growth]', String(factor), '1 to 1,000: how many times as much in the end',
    'write a growth by half as 1.5; leave it out to size for now',
  ));
});

test('a state given twice is refused with both', () => {
  expect(messageOf({ expectedState: Size.gibibytes(1), distinctKeys: 1_000 })).toBe(says(
    'the state is given twice, as a size and by its keys [workload-state-twice]', 'expectedState 1024 MiB, distinctKeys 1,000', 'one of the two',
    'keep the one that was measured',
  ));
});

test.each<[string, Partial<WorkloadFacts>, string]>([
  ['stateTimeToLive', { stateTimeToLive: Duration.days(1) }, '1 day'], ['bytesPerKey', { bytesPerKey: 64 }, '64 bytes'],
])('%s without keys is refused', (property, facts, got) => {
  expect(messageOf(facts)).toBe(says(
    `workload.${property} says nothing without the number of keys [workload-keys]`, `${got}, no distinctKeys`,
    `workload.${property} together with distinctKeys, or expectedState alone`,
    'add distinctKeys, an upper bound will do, or give the whole state as expectedState',
  ));
});

test.each<[string, Partial<WorkloadFacts>, string, string, string, string]>([
  ['a recovery time of nothing', { recoveryTimeObjective: Duration.millis(0) }, 'workload.recoveryTimeObjective must be above zero and finite [workload-objective]',
    '0 ms', ABOVE_ZERO('ms'), FIX],
  ['a recovery point of nothing', { recoveryPointObjective: Duration.millis(0) }, 'workload.recoveryPointObjective must be above zero and finite [workload-objective]',
    '0 ms', ABOVE_ZERO('ms'), FIX],
  ['no keys', { distinctKeys: 0 }, 'workload.distinctKeys must be above zero and finite [workload-keys]', '0 keys', ABOVE_ZERO('keys'), FIX],
  ['no outputs', { outputsPerRecord: 0 }, 'workload.outputsPerRecord must be above zero and finite [workload-outputs]', '0 records', ABOVE_ZERO('records'), FIX],
  ['no operators', { operators: 0 }, 'workload.operators must be a whole number from 1 [workload-topology]', '0', '1, 2, 3, …', LEAVE_OUT],
  ['half a shuffle', { shuffles: 0.5 }, 'workload.shuffles must be a whole number from 0 [workload-topology]', '0.5', '0, 1, 2, …', LEAVE_OUT],
  ['no look-up at once', { lookupsAtOnce: 0 }, 'workload.lookupsAtOnce must be a whole number from 1 [workload-lookup]', '0', '1, 2, 3, …', LEAVE_OUT],
  ['a look-up in no time', { lookupTime: Duration.millis(0) }, 'workload.lookupTime must be above zero and finite [workload-lookup]', '0 ms', ABOVE_ZERO('ms'), FIX],
  ['no window', { windowOverlap: 0 }, 'workload.windowOverlap must be a whole number from 1 [workload-windows]', '0', '1, 2, 3, …',
    'divide the size of the window by its slide'],
  ['no state descriptor', { states: 0 }, 'workload.states must be a whole number from 1 [workload-state]', '0', '1, 2, 3, …', 'count the state descriptors, or leave it out'],
  ['20 as a share', { keyedShare: 20 }, 'workload.keyedShare is not a share of one [workload-share]', '20', 'above 0, at most 1', 'write 20% as 0.2'],
  ['all records on one key', { keySkew: KeySkew.hottestKey(1) }, 'the share of the hottest key is not a share of one [workload-skew]', '1', 'above 0, below 1',
    'write 20% as 0.2'],
])('%s is refused', (_, facts, ...message) => expect(messageOf(facts)).toBe(says(...message)));

test.each<[string, Calibration, string, string, string, string]>([
  ['a core without records', { recordsPerSecondPerCore: 0 }, 'calibration.recordsPerSecondPerCore must be above zero and finite [calibration-value]',
    '0 records a second', ABOVE_ZERO('records a second'), FIX],
  ['a core that is busier than busy', { coreUtilization: 80 }, 'calibration.coreUtilization is not a share of one [calibration-value]', '80', 'above 0, at most 1',
    'write 20% as 0.2'],
  ['a cache hit rate in percent', { cacheHitRate: 95 }, 'calibration.cacheHitRate is not a share of one [calibration-value]', '95', '0 to 1', 'write 20% as 0.2'],
  ['a checkpoint in no time', { checkpointDuration: Duration.millis(0) }, 'calibration.checkpointDuration must be above zero and finite [calibration-value]',
    '0 ms', ABOVE_ZERO('ms'), FIX],
  ['a checkpoint of nothing', { checkpointSize: Size.kibibytes(0) }, 'calibration.checkpointSize must be above zero and finite [calibration-value]',
    '0 KiB', ABOVE_ZERO('KiB'), FIX],
  ['no upload', { uploadBytesPerSecond: -1 }, 'calibration.uploadBytesPerSecond must be above zero and finite [calibration-value]', '-1 bytes a second',
    ABOVE_ZERO('bytes a second'), FIX],
  ['hardly an upload', { uploadBytesPerSecond: 0.5 }, 'calibration.uploadBytesPerSecond is less than a byte a second [calibration-value]', '0.5 bytes a second',
    '1 and more', 'give bytes a second of one TaskManager, not mebibytes'],
  ['a restart in no time', { restartTime: Duration.millis(0) }, 'calibration.restartTime must be above zero and finite [calibration-value]', '0 ms', ABOVE_ZERO('ms'), FIX],
  ['bytes of a key without keys', { stateBytesPerKey: 64 }, 'calibration.stateBytesPerKey says nothing without the number of keys [workload-keys]',
    '64 bytes a key, no distinctKeys', 'calibration.stateBytesPerKey together with distinctKeys, or expectedState alone',
    'add distinctKeys, an upper bound will do, or give the whole state as expectedState'],
])('%s is refused', (_, calibration, ...message) => {
  expect(refusalOf(() => refuseCalibration(calibration, Workload.deduplication({ throughput }))).message).toBe(says(...message));
});
