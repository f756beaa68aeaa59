import { Duration } from 'cdk8s';
import { Refusal } from '../refusal';
import { Bound, CHANGED_SHARE, OPPOSITE, UPLOAD_RATE } from './constants';
import { Decided } from './decide';
import { Amount } from './decision';
import { SizingRequest } from './sizing-request';
import { describeState, expectedState } from './state-backend-choice';
import { StateLocation } from './state-location';

const SHORTEST = 30;
const LONGEST = 300;
/** Barriers, acknowledgements and metadata, before any state is written; in seconds. */
const FIXED = 2;
/** An interval shorter than this many durations leaves no room between checkpoints (tuning chapter §5). */
const SMALLEST_RATIO = 1.5;
const USUAL_RATIO = 3;
/** Flink's own default, which is also the tuning chapter's. */
const SHORTEST_TIMEOUT = 600;

/** Seconds that one checkpoint is expected to take, at the best, as used here, or at the worst. */
function expectedCheckpointSeconds(request: SizingRequest, location: StateLocation, taskManagers: number, at: Bound): number {
  const share = location === StateLocation.LOCAL_DISK ? CHANGED_SHARE[at] : 1;
  return FIXED + (expectedState(request.workload).mebibytes * share) / taskManagers / UPLOAD_RATE[OPPOSITE[at]];
}

export function checkpointInterval(request: SizingRequest, location: StateLocation, taskManagers: number): Decided<Duration> {
  refuseSchedule('interval', request.checkpointInterval);
  const seconds = (at: Bound) => expectedCheckpointSeconds(request, location, taskManagers, at);
  const usual = Math.min(Math.max(seconds('value') * USUAL_RATIO, SHORTEST), LONGEST);
  const derived = inSteps(Math.max(usual, seconds('value') * SMALLEST_RATIO), SHORTEST);
  return new Decided('checkpoint-interval', derived, request.checkpointInterval, Amount._duration, () => ({
    title: 'Checkpoint interval',
    low: inSteps(Math.max(10, seconds('low') * SMALLEST_RATIO), 10),
    high: inSteps(Math.max(LONGEST, seconds('high') * SMALLEST_RATIO), SHORTEST),
    reason: `a checkpoint is expected to take ${Math.ceil(seconds('value'))} s; when a TaskManager fails at most one interval is replayed, `
      + 'and an exactly-once sink shows its records once an interval',
    inputs: [`expected state ${describeState(request.workload)}`, `TaskManagers ${taskManagers}`, `upload of one ${UPLOAD_RATE.value} MiB/s`],
    rule: 'interval-from-checkpoint-duration',
    source: `tuning chapter §5: 30 s to 5 min, at least 1.5 times the duration; ${UPLOAD_RATE.source}`,
  }));
}

export function checkpointTimeout(request: SizingRequest, location: StateLocation, taskManagers: number): Decided<Duration> {
  refuseSchedule('timeout', request.checkpointTimeout);
  const seconds = (at: Bound) => expectedCheckpointSeconds(request, location, taskManagers, at);
  const derived = inSteps(Math.max(SHORTEST_TIMEOUT, seconds('value') * 5), 60);
  return new Decided('checkpoint-timeout', derived, request.checkpointTimeout, Amount._duration, () => ({
    title: 'Checkpoint timeout',
    low: inSteps(Math.max(60, seconds('low') * 2), 60),
    high: inSteps(Math.max(SHORTEST_TIMEOUT, seconds('high') * 10), 60),
    reason: 'long enough for a slow checkpoint under backpressure, short enough to give a stuck one up',
    inputs: [`expected duration ${Math.ceil(seconds('value'))} s`],
    rule: 'timeout-from-checkpoint-duration',
    source: 'tuning chapter §5: 2 to 10 times the duration; Flink default 10 min',
  }));
}

function inSteps(seconds: number, step: number): Duration {
  return Duration.seconds(Math.ceil(seconds / step) * step);
}

function refuseSchedule(property: string, given: Duration | undefined): void {
  if (given !== undefined && given.toMilliseconds() < 10) {
    throw new Refusal({
      code: 'checkpoint-schedule',
      what: `the checkpoint ${property} is too short for Flink`,
      got: `${given.toMilliseconds()} ms`,
      allowed: '10 ms and more',
      fix: `leave ${property} out to have it derived`,
    });
  }
}
