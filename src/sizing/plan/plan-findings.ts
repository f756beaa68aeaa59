import { PlanFinding } from './plan-finding';
import { PlanValues } from './plan-values';
import { grouped } from '../../units/grouped-number';
import { FlinkApi } from '../../workload/workload-kind';
import { StateLocation } from '../facts/state-location';
import { managedMebibytes } from '../memory/managed-memory';
import { derivedProcess } from '../memory/task-manager';
import { checkpointSeconds } from '../runtime/checkpoint-duration';
import { coresInUse, slotsInUse } from '../slots/cpu-demand';
import { PlacedJob, stateOfSlot } from '../slots/placed-job';
import { catchUpRate, downtimeSeconds, easyRecoverySeconds, replayedSeconds, usualRate } from '../slots/recovery';
import { MOST_CORES_PER_SLOT } from '../slots/shape';
import { slotsNeeded } from '../slots/slots-needed';

/** Objects on a larger heap are addressed by wider pointers, and a full collection takes long, in MiB. */
const LARGE_HEAP = 31 * 1024;
/** Times the usual capacity from which a recovery time is what the job is sized by. */
const MUCH_MORE = 2;
/** Share of the state below which a cache hardly helps. */
const SMALL_CACHE = 0.01;

/** What of the facts this plan cannot make good. */
export function planFindings(job: PlacedJob, values: Omit<PlanValues, 'findings'>): PlanFinding[] {
  const looks = [
    tooFewSlots, tooLittleCpu, tooLittleMemory, hottestKey, recoveryPoint, recoveryTime, tightRecovery, sinkLatency,
    smallCache, largeHeap, slowNetwork, experimentalBackend,
  ];
  return looks.flatMap((look) => look(job, values) ?? []);
}

type Look = (job: PlacedJob, values: Omit<PlanValues, 'findings'>) => PlanFinding | undefined;

const tooFewSlots: Look = ({ facts, location, shape }) => {
  const { slots, because } = slotsNeeded(facts, location, shape.taskManagers, 'value');
  const { sourcePartitions } = facts.given;
  if (slots <= shape.parallelism) {
    return undefined;
  }
  const what = { work: 'the work', lookups: 'the look-ups under way', state: 'the state' }[because];
  const limited = facts.request.parallelism === undefined;
  return {
    code: limited ? 'partitions-limit-parallelism' : 'parallelism-too-low',
    message: `${what} needs ${grouped(Math.ceil(slots))} slots, and ${limited ? `${sourcePartitions} source partitions allow` : 'the parallelism that was set gives'} `
      + `${grouped(shape.parallelism)}; each may use up to ${MOST_CORES_PER_SLOT} cores`,
    fix: limited ? `add partitions: ${grouped(Math.ceil(slots))} and more` : 'leave parallelism out, or calibrate with the rate that was measured',
  };
};

/** Only of a CPU that was set: the rule's own carries the work, up to what partitions allow. */
const tooLittleCpu: Look = ({ facts, location, shape: { taskManagers } }, { taskManagerCpu }) => {
  const needed = coresInUse(facts, { location, taskManagers }, 'value');
  const given = taskManagers * taskManagerCpu.amountInCores;
  return facts.request.taskManagerCpu === undefined || needed <= given ? undefined : {
    code: 'cpu-too-low',
    message: `the work needs ${grouped(needed)} cores, and the CPU that was set gives ${grouped(given)} on ${grouped(taskManagers)} TaskManagers`,
    fix: 'leave the CPU of the TaskManager out, raise it or the parallelism, or calibrate with the rate that was measured',
  };
};

const tooLittleMemory: Look = (job, { taskManagerMemory }) => {
  if (job.facts.request.taskManagerMemory === undefined) {
    return undefined;
  }
  const { low, value } = derivedProcess(job);
  return taskManagerMemory.mebibytes >= low.mebibytes ? undefined : {
    code: 'memory-too-low',
    message: `a TaskManager of ${grouped(taskManagerMemory.mebibytes)} MiB was set; the rules ask for ${grouped(value.mebibytes)} MiB, and for `
      + `${grouped(low.mebibytes)} MiB at their lowest`,
    fix: 'leave the memory of the TaskManager out or raise it, or spread the job over more slots',
  };
};

const hottestKey: Look = ({ facts, location, shape: { taskManagers } }) => {
  const share = facts.given.keySkew?.hottestKeyShare;
  const busy = share === undefined ? 0 : share * slotsInUse({ ...facts, given: { ...facts.given, keySkew: undefined } }, { location, taskManagers }, 'value');
  return busy <= 1 ? undefined : {
    code: 'hottest-key',
    message: `the hottest key alone, with ${share! * 100}% of the records, keeps ${grouped(busy)} slots busy, and a key is worked on by one`,
    fix: 'salt the key or aggregate in two steps before you add parallelism',
  };
};

const recoveryPoint: Look = (job, { checkpoints }) => {
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

const recoveryTime: Look = (job, { checkpoints }) => {
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

const tightRecovery: Look = ({ facts, location, shape: { taskManagers } }) => {
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

const sinkLatency: Look = (job, { checkpoints }) => {
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

const smallCache: Look = (job) => {
  const { assume, calibration } = job.facts;
  if (job.location === StateLocation.HEAP || calibration.cacheHitRate !== undefined) {
    return undefined;
  }
  const cached = managedMebibytes(job, 'value') / job.shape.taskSlots / stateOfSlot(job);
  return cached >= SMALL_CACHE ? undefined : {
    code: 'small-cache',
    message: `managed memory holds ${grouped(cached * 100)}% of the state of a slot; the plan counts on ${assume.cacheHitRate.value * 100}% of the reads being answered from it`,
    fix: 'measure the cache hit rate and give it as calibration.cacheHitRate, or raise the parallelism',
  };
};

const largeHeap: Look = ({ location, facts }, { taskManagerMemory, managedMemory }) => {
  const heap = taskManagerMemory.mebibytes - (managedMemory?.mebibytes ?? 0);
  return location !== StateLocation.HEAP || facts.state.mebibytes === 0 || heap <= LARGE_HEAP ? undefined : {
    code: 'large-heap',
    message: `${grouped(heap)} MiB of a TaskManager are heap and what is beside it; above about ${grouped(LARGE_HEAP)} MiB pointers double and collections take seconds`,
    fix: 'keep the state in RocksDB, or spread it over more slots',
  };
};

const slowNetwork: Look = ({ facts }, { networkTraffic }) => {
  const offered = facts.request.nodeShape?.networkBytesPerSecond ?? Infinity;
  return networkTraffic <= offered ? undefined : {
    code: 'slow-network',
    message: `a TaskManager moves ${grouped(networkTraffic / 1e6)} MB/s at the peak, and its node carries ${grouped(offered / 1e6)} MB/s`,
    fix: 'use nodes with a faster network, or spread the job over more TaskManagers: set parallelism',
  };
};

const experimentalBackend: Look = ({ location, facts: { given: { api } } }) => (location !== StateLocation.REMOTE ? undefined : {
  code: 'experimental-state-backend',
  message: 'ForSt is experimental in Flink 2.0 to 2.3, takes native savepoints only, and its documentation announces a successor'
    + (api === FlinkApi.SQL ? '' : '; a DataStream that does not ask for asynchronous state keeps all of it on the local disk, which the plan has only for a cache'),
  fix: 'try it on a copy of the job first; RocksDB needs more partitions and larger disks, and is proven',
});
