import { Duration } from 'cdk8s';
import { checkpointSeconds } from './checkpoint-duration';
import { Refusal } from '../../refusal';
import { Bound } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { describeObjectives } from '../facts/objectives';
import { SizingFacts } from '../facts/sizing-facts';
import { PlacedJob } from '../slots/placed-job';
import { LONGEST_USUAL_INTERVAL, replayedSeconds } from '../slots/recovery';

/** Intervals that people choose; below thirty seconds only where an objective asks for it. */
const INTERVALS = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, LONGEST_USUAL_INTERVAL];
const SHORTEST_USUAL_INTERVAL = 30;
/** An interval shorter than this many durations leaves no room between checkpoints (tuning chapter §5). */
const SMALLEST_RATIO = 1.5;
const USUAL_RATIO = 3;
/** Flink's own default, which is also the tuning chapter's. */
const SHORTEST_TIMEOUT = 600;

/** Seconds between the starts of two checkpoints. */
export function intervalSeconds(job: PlacedJob, at: Bound): number {
  const allowed = allowedSeconds(job.facts);
  const leavesRoom = (seconds: number, ratio: number) => seconds >= ratio * checkpointSeconds(job, seconds, at);
  const usual = INTERVALS.find((seconds) => seconds >= SHORTEST_USUAL_INTERVAL && leavesRoom(seconds, USUAL_RATIO)) ?? LONGEST_USUAL_INTERVAL;
  const wanted = usual <= allowed ? usual : INTERVALS.filter((seconds) => seconds <= allowed).pop() ?? INTERVALS[0];
  return INTERVALS.find((seconds) => seconds >= wanted && leavesRoom(seconds, SMALLEST_RATIO)) ?? longInterval(job, at);
}

/** Beyond the usual intervals: whole minutes, with the least room that there must be. */
function longInterval(job: PlacedJob, at: Bound): number {
  const [once, twice] = [checkpointSeconds(job, 0, at), checkpointSeconds(job, 1, at)];
  const whole = checkpointSeconds(job, Number.MAX_SAFE_INTEGER, at);
  // It grows with the interval until all of the state has changed.
  const growing = 1 - SMALLEST_RATIO * (twice - once);
  const least = Math.min(growing > 0 ? (SMALLEST_RATIO * once) / growing : Infinity, SMALLEST_RATIO * whole);
  const minutes = Math.max(1, Math.ceil(least / 60) - 1);
  return 60 * (minutes * 60 >= SMALLEST_RATIO * checkpointSeconds(job, minutes * 60, at) ? minutes : minutes + 1);
}

/**
 * The longest interval that all objectives hold with. What a failure repeats, and what a sink holds back, is an
 * interval and a checkpoint; a checkpoint takes two thirds of its interval at most, so three fifths are safe.
 */
function allowedSeconds(facts: SizingFacts): number {
  const { recoveryTimeObjective, recoveryPointObjective, exactlyOnceSink, latencyObjective } = facts.given;
  const share = SMALLEST_RATIO / (SMALLEST_RATIO + 1);
  return Math.min(
    recoveryTimeObjective === undefined ? Infinity : share * replayedSeconds(facts),
    recoveryPointObjective === undefined ? Infinity : share * (recoveryPointObjective.toMilliseconds() / 1000),
    exactlyOnceSink === true && latencyObjective !== undefined ? share * facts.latencySeconds : Infinity,
  );
}

export function checkpointInterval(job: PlacedJob): Decided<Duration> {
  const { facts, shape } = job;
  const given = facts.request.checkpointInterval;
  refuseTooShort('interval', given);
  const duration = (seconds: number) => Duration.millis(Math.floor(seconds * 1000));
  return new Decided('checkpoint-interval', duration(intervalSeconds(job, 'value')), given, Amount._duration, () => {
    const [low, high] = [intervalSeconds(job, 'low'), intervalSeconds(job, 'high')];
    const seconds = intervalSeconds(job, 'value');
    return {
      title: 'Checkpoint interval',
      low: duration(Math.min(low, seconds)),
      high: duration(Math.max(high, seconds, Math.min(LONGEST_USUAL_INTERVAL, allowedSeconds(facts)))),
      reason: `a checkpoint is expected to take ${Math.ceil(checkpointSeconds(job, seconds, 'value'))} s; what came since the last one is replayed when a TaskManager fails`
        + (facts.given.exactlyOnceSink === true ? ', and the sink shows its records once an interval' : ''),
      inputs: [`TaskManagers ${shape.taskManagers}`, ...describeObjectives(facts)],
      rule: 'interval-from-checkpoint-duration',
      source: 'tuning chapter §5: 30 s to 5 min, at least 1.5 times the duration; flink-estimator 8 to 16 s whatever the state, AWS 60 s, operator samples 1 to 3 min',
      measured: restsOnMeasurement(facts),
    };
  });
}

export function checkpointTimeout(job: PlacedJob, interval: Duration): Decided<Duration> {
  const given = job.facts.request.checkpointTimeout;
  refuseTooShort('timeout', given);
  const seconds = (at: Bound) => checkpointSeconds(job, interval.toMilliseconds() / 1000, at);
  const derived = inMinutes(Math.max(SHORTEST_TIMEOUT, seconds('value') * 5));
  return new Decided('checkpoint-timeout', derived, given, Amount._duration, () => ({
    title: 'Checkpoint timeout',
    low: inMinutes(Math.max(60, seconds('low') * 2)),
    high: inMinutes(Math.max(SHORTEST_TIMEOUT, seconds('high') * 10)),
    reason: 'long enough for a slow checkpoint under backpressure, short enough to give a stuck one up',
    inputs: [`expected duration ${seconds('value')} s`],
    rule: 'timeout-from-checkpoint-duration',
    source: 'tuning chapter §5: 2 to 10 times the duration; Flink default 10 min',
    measured: restsOnMeasurement(job.facts),
  }));
}

export function minPause(job: PlacedJob, interval: Duration): Decided<Duration> {
  const share = (parts: number) => Duration.millis(Math.floor(interval.toMilliseconds() / parts));
  return new Decided('checkpoint-min-pause', share(3), job.facts.request.minPauseBetweenCheckpoints, Amount._duration, () => ({
    title: 'Pause between checkpoints',
    low: share(12),
    high: share(2),
    reason: 'a checkpoint that takes longer than expected must not be followed by the next at once; records come first for a while',
    inputs: [`interval ${Amount._duration(interval)}`],
    rule: 'a-third-of-the-interval',
    source: 'Flink docs, large state: set min-pause; AWS 5 s of 60 s; no other figure is published',
  }));
}

function restsOnMeasurement({ calibration, assume, state }: SizingFacts): boolean {
  return calibration.checkpointDuration !== undefined || calibration.checkpointSize !== undefined
    || assume.uploadRate.replacedBy === 'measurement' || state.knowledge === 'measured';
}

function inMinutes(seconds: number): Duration {
  return Duration.seconds(Math.ceil(seconds / 60) * 60);
}

function refuseTooShort(property: string, given: Duration | undefined): void {
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
