import { FindingLook } from './finding-look';
import { grouped } from '../../units/grouped-number';
import { checkpointSeconds } from '../runtime/checkpoint-duration';
import { catchUpRate, downtimeSeconds, easyRecoverySeconds, replayedSeconds, usualRate } from '../slots/recovery';

/** Times the usual capacity from which a recovery time is what the job is sized by. */
const MUCH_MORE = 2;
/** So long a restore should be somebody's decision, in seconds. */
const LONG_RESTORE = 3600;

const recoveryPoint: FindingLook = (job, { checkpoints }) => {
  const objective = job.facts.given.recoveryPointObjective;
  if (objective === undefined || checkpoints === undefined) {
    return undefined;
  }
  const interval = checkpoints.interval.toMilliseconds() / 1000;
  const lost = Math.ceil(interval + checkpointSeconds(job, interval, 'value'));
  return lost <= objective.toMilliseconds() / 1000 ? undefined : {
    code: 'recovery-point-objective',
    message: `a failure may repeat ${grouped(lost)} s of work: an interval of ${grouped(interval)} s and a checkpoint of ${grouped(lost - interval)} s; `
      + `the recovery point objective is ${objective.toHumanString()}`,
    fix: `allow ${grouped(lost)} s, or measure the checkpoint and the upload and give them as calibration`,
  };
};

const recoveryTime: FindingLook = (job, { checkpoints }) => {
  const objective = job.facts.given.recoveryTimeObjective;
  if (objective === undefined || checkpoints === undefined) {
    return undefined;
  }
  const interval = checkpoints.interval.toMilliseconds() / 1000;
  const [repeated, counted] = [interval + checkpointSeconds(job, interval, 'value'), replayedSeconds(job.facts)];
  return repeated <= counted ? undefined : {
    code: 'recovery-time-objective',
    message: `a failure may repeat ${grouped(Math.ceil(repeated))} s of work, an interval and a checkpoint; the CPU to catch up within `
      + `${objective.toHumanString()} counts on ${grouped(Math.floor(counted))} s`,
    fix: 'allow more time, shorten the interval, or measure the checkpoint and the upload and give them as calibration',
  };
};

const tightRecovery: FindingLook = ({ facts, location, shape: { taskManagers } }) => {
  const objective = facts.given.recoveryTimeObjective;
  const [rate, usual] = [catchUpRate(facts, location, taskManagers), usualRate(facts, 'value')];
  if (objective === undefined || rate <= MUCH_MORE * usual) {
    return undefined;
  }
  const left = objective.toMilliseconds() / 1000 - downtimeSeconds(facts, location, taskManagers);
  const easy = easyRecoverySeconds(downtimeSeconds(facts, location, Math.ceil((taskManagers * usual) / rate)));
  return {
    code: 'tight-recovery-time',
    message: `most of this is there to recover within ${objective.toHumanString()}: restart and restore leave ${grouped(Math.floor(left))} s of it to catch up, `
      + `at ${grouped(Math.round(rate / facts.averageRate))} times the rate that arrives`,
    fix: `allow ${grouped(easy)} s, which twice that rate is enough for, or measure the restart and give it as calibration.restartTime`,
  };
};

const slowRestore: FindingLook = ({ facts, location, shape: { taskManagers } }) => {
  const seconds = downtimeSeconds(facts, location, taskManagers);
  return facts.given.recoveryTimeObjective !== undefined || seconds <= LONG_RESTORE ? undefined : {
    code: 'slow-restore',
    message: `after a failure the job is down for about ${grouped(Math.round(seconds / 60))} min, while ${grouped(taskManagers)} `
      + `${taskManagers === 1 ? 'TaskManager downloads' : 'TaskManagers download'} the state`,
    fix: 'state a recoveryTimeObjective, which spreads the state over more of them, or measure the upload and give it as calibration',
  };
};

const sinkLatency: FindingLook = (job, { checkpoints }) => {
  const { latencySeconds, given: { exactlyOnceSink, latencyObjective } } = job.facts;
  if (exactlyOnceSink !== true || latencyObjective === undefined || checkpoints === undefined) {
    return undefined;
  }
  const interval = checkpoints.interval.toMilliseconds() / 1000;
  const late = Math.ceil((interval + checkpointSeconds(job, interval, 'value')) * 10) / 10;
  return late <= latencySeconds ? undefined : {
    code: 'exactly-once-latency',
    message: `the sink shows a record up to ${grouped(late)} s late, with the checkpoint that holds it; the latency objective is ${latencySeconds} s`,
    fix: `allow ${grouped(late)} s, or use a sink that writes at once and again (at least once, or upserts)`,
  };
};

/** Objectives that the plan does not hold, or pays much for. */
export const OBJECTIVE_FINDINGS: FindingLook[] = [recoveryPoint, recoveryTime, tightRecovery, slowRestore, sinkLatency];
