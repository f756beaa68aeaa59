import { Duration, SizeRoundingBehavior } from 'cdk8s';
import { Calibration } from './calibration';
import { refuseAmount, refuseCount, refuseShare } from './refuse-amount';
import { Workload } from './workload';
import { WorkloadFacts } from './workload-facts';
import { Refusal } from '../refusal';
import { grouped } from '../units/grouped-number';

/** Throws for facts that no job can have. */
export function refuseWorkload({ facts }: Workload): void {
  refuseThroughput(facts);
  refuseState(facts);
  refuseDuration('workload-latency', 'latencyObjective', facts.latencyObjective);
  refuseDuration('workload-objective', 'recoveryTimeObjective', facts.recoveryTimeObjective);
  refuseDuration('workload-objective', 'recoveryPointObjective', facts.recoveryPointObjective);
  refuseDuration('workload-lookup', 'lookupTime', facts.lookupTime);
  refuseAmount('workload-outputs', 'workload.outputsPerRecord', facts.outputsPerRecord, 'records');
  const leaveOut = 'leave it out when it is not known';
  refuseCount('workload-partitions', 'workload.sourcePartitions', facts.sourcePartitions, 1,
    'give the partitions of the topic, or leave it out when they are not known');
  refuseCount('workload-topology', 'workload.operators', facts.operators, 1, leaveOut);
  refuseCount('workload-topology', 'workload.shuffles', facts.shuffles, 0, leaveOut);
  refuseCount('workload-lookup', 'workload.lookupsAtOnce', facts.lookupsAtOnce, 1, leaveOut);
  refuseCount('workload-windows', 'workload.windowOverlap', facts.windowOverlap, 1, 'divide the size of the window by its slide');
  refuseShare('workload-share', 'workload.keyedShare', facts.keyedShare, (share) => share > 0 && share <= 1, 'above 0, at most 1');
  refuseShare('workload-skew', 'the share of the hottest key', facts.keySkew?.hottestKeyShare, (share) => share > 0 && share < 1, 'above 0, below 1');
}

/** Throws for measurements that nobody can have made, or that have no fact to stand on. */
export function refuseCalibration(calibration: Calibration, { facts }: Workload): void {
  const code = 'calibration-value';
  refuseAmount(code, 'calibration.recordsPerSecondPerCore', calibration.recordsPerSecondPerCore, 'records a second');
  refuseShare(code, 'calibration.coreUtilization', calibration.coreUtilization, (share) => share > 0 && share <= 1, 'above 0, at most 1');
  refuseAmount(code, 'calibration.stateBytesPerKey', calibration.stateBytesPerKey, 'bytes');
  refuseShare(code, 'calibration.cacheHitRate', calibration.cacheHitRate, (share) => share >= 0 && share <= 1, '0 to 1');
  refuseDuration(code, 'checkpointDuration', calibration.checkpointDuration, 'calibration');
  refuseAmount(code, 'calibration.checkpointSize', calibration.checkpointSize?.toKibibytes({ rounding: SizeRoundingBehavior.NONE }), 'KiB');
  refuseAmount(code, 'calibration.uploadBytesPerSecond', calibration.uploadBytesPerSecond, 'bytes a second');
  refuseUploadRate(calibration.uploadBytesPerSecond);
  refuseDuration(code, 'restartTime', calibration.restartTime, 'calibration');
  if (calibration.stateBytesPerKey !== undefined && facts.distinctKeys === undefined) {
    throw withoutKeys('calibration.stateBytesPerKey', `${grouped(calibration.stateBytesPerKey)} bytes a key`);
  }
}

/** Below a byte a second a checkpoint would take longer than a duration can say. */
function refuseUploadRate(bytesPerSecond = 1): void {
  if (bytesPerSecond < 1) {
    throw new Refusal({
      code: 'calibration-value',
      what: 'calibration.uploadBytesPerSecond is less than a byte a second',
      got: `${bytesPerSecond} bytes a second`,
      allowed: '1 and more',
      fix: 'give bytes a second of one TaskManager, not mebibytes',
    });
  }
}

function refuseThroughput({ throughput }: WorkloadFacts): void {
  const { recordsPerSecond, peakRecordsPerSecond, averageRecordBytes, growth } = throughput;
  refuseAmount('workload-throughput', 'workload.throughput.recordsPerSecond', recordsPerSecond, 'records a second');
  refuseAmount('workload-throughput', 'workload.throughput.peakRecordsPerSecond', peakRecordsPerSecond, 'records a second');
  refuseAmount('workload-record-size', 'workload.throughput.averageRecordBytes', averageRecordBytes, 'bytes');
  if (peakRecordsPerSecond < recordsPerSecond) {
    throw new Refusal({
      code: 'workload-peak',
      what: 'the peak of the throughput is below its average',
      got: `peakRecordsPerSecond ${grouped(peakRecordsPerSecond)}, recordsPerSecond ${grouped(recordsPerSecond)}`,
      allowed: `a peak of ${grouped(recordsPerSecond)} and more`,
      fix: 'swap the two, or leave the peak out for a steady rate',
    });
  }
  if (!(growth >= 1 && growth <= 1000)) {
    throw new Refusal({
      code: 'workload-growth',
      what: 'workload.throughput.growth is not a growth',
      got: String(growth),
      allowed: '1 to 1,000: how many times as much in the end',
      fix: 'write a growth by half as 1.5; leave it out to size for now',
    });
  }
}

function refuseState(facts: WorkloadFacts): void {
  const { expectedState, distinctKeys, bytesPerKey, stateTimeToLive } = facts;
  refuseAmount('workload-state', 'workload.expectedState', expectedState?.toKibibytes({ rounding: SizeRoundingBehavior.NONE }), 'KiB');
  refuseAmount('workload-keys', 'workload.distinctKeys', distinctKeys, 'keys');
  refuseAmount('workload-keys', 'workload.bytesPerKey', bytesPerKey, 'bytes');
  refuseDuration('workload-keys', 'stateTimeToLive', stateTimeToLive);
  refuseCount('workload-state', 'workload.states', facts.states, 1, 'count the state descriptors, or leave it out');
  if (distinctKeys === undefined && stateTimeToLive !== undefined) {
    throw withoutKeys('workload.stateTimeToLive', stateTimeToLive.toHumanString());
  }
  if (distinctKeys === undefined && bytesPerKey !== undefined) {
    throw withoutKeys('workload.bytesPerKey', `${grouped(bytesPerKey)} bytes`);
  }
  if (expectedState !== undefined && distinctKeys !== undefined) {
    throw new Refusal({
      code: 'workload-state-twice',
      what: 'the state is given twice, as a size and by its keys',
      got: `expectedState ${expectedState.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) / 1024} MiB, distinctKeys ${grouped(distinctKeys)}`,
      allowed: 'one of the two',
      fix: 'keep the one that was measured',
    });
  }
}

function withoutKeys(property: string, got: string): Refusal {
  return new Refusal({
    code: 'workload-keys',
    what: `${property} says nothing without the number of keys`,
    got: `${got}, no distinctKeys`,
    allowed: `${property} together with distinctKeys, or expectedState alone`,
    fix: 'add distinctKeys, an upper bound will do, or give the whole state as expectedState',
  });
}

function refuseDuration(code: string, name: string, duration: Duration | undefined, of = 'workload'): void {
  refuseAmount(code, `${of}.${name}`, duration?.toMilliseconds(), 'ms');
}
