import { Duration, SizeRoundingBehavior } from 'cdk8s';
import { MemorySize } from '../../units/memory-size';
import { FlinkApi } from '../../workload/workload-kind';
import { Bound, OPPOSITE } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { describeState } from '../facts/expected-state';
import { StateLocation } from '../facts/state-location';
import { PlacedJob } from '../slots/placed-job';

/** What one checkpoint uploads, over all TaskManagers, when the last one was so long ago. */
export function checkpointMebibytes(job: PlacedJob, intervalSeconds: number, at: Bound): number {
  const { facts: { state, assume, averageRate, keyedShare, windowOverlap, calibration, given: { api }, request }, location } = job;
  if (calibration.checkpointSize !== undefined) {
    return calibration.checkpointSize.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
  }
  switch (location) {
    case StateLocation.HEAP: return state.mebibytes;
    case StateLocation.REMOTE: return 0;
    case StateLocation.LOCAL_DISK: {
      // A record changes itself and no other of its key, and in SQL one slice of all windows.
      const bytesOfRecord = state.bytesPerKey / state.recordsPerKey / (api === FlinkApi.SQL ? windowOverlap : 1);
      const writtenPerSecond = (averageRate * keyedShare * bytesOfRecord * assume.compactionAmplification[at]) / 2 ** 20;
      return request.incrementalCheckpoints === false ? state.mebibytes : Math.min(state.mebibytes, writtenPerSecond * intervalSeconds);
    }
  }
}

/** How long it is expected to take; in whole milliseconds, so that the same figure given as a measurement makes the same plan. */
export function checkpointSeconds(job: PlacedJob, intervalSeconds: number, at: Bound): number {
  const { facts: { assume, calibration }, shape } = job;
  if (calibration.checkpointDuration !== undefined) {
    return calibration.checkpointDuration.toMilliseconds() / 1000;
  }
  const upload = checkpointMebibytes(job, intervalSeconds, at) / shape.taskManagers / assume.uploadRate[OPPOSITE[at]];
  return Math.ceil((assume.checkpointSeconds[at] + upload) * 1000) / 1000;
}

export function checkpointDuration(job: PlacedJob, interval: Duration): Decided<Duration> {
  const { facts: { assume, state, calibration }, shape } = job;
  const every = interval.toMilliseconds() / 1000;
  const duration = (at: Bound) => Duration.millis(Math.round(checkpointSeconds(job, every, at) * 1000));
  const measured = calibration.checkpointDuration !== undefined || calibration.checkpointSize !== undefined;
  return new Decided('checkpoint-duration', duration('value'), undefined, Amount._duration, () => ({
    title: 'Checkpoint duration',
    low: duration('low'),
    high: duration('high'),
    reason: calibration.checkpointDuration !== undefined
      ? 'as measured'
      : `what changes in an interval is uploaded by ${shape.taskManagers === 1 ? 'one TaskManager' : `${shape.taskManagers} TaskManagers at the same time`}`,
    inputs: [
      `to upload ${MemorySize.ofBytes(Math.ceil(checkpointMebibytes(job, every, 'value') * 2 ** 20))}`,
      `expected state ${describeState(state)}`,
      `upload of one TaskManager ${Math.round(assume.uploadRate.value)} MiB/s`,
    ],
    rule: 'changed-state-over-upload-rate',
    source: [assume.uploadRate, assume.compactionAmplification, assume.checkpointSeconds].map(({ source }) => source).join('; '),
    measured: measured || assume.uploadRate.replacedBy === 'measurement' || state.knowledge === 'measured',
  }));
}
