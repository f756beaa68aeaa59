import { FindingLook } from './finding-look';
import { packOnNodes } from './pack-on-nodes';
import { grouped, percent } from '../../units/grouped-number';
import { FlinkApi } from '../../workload/workload-kind';
import { StateLocation } from '../facts/state-location';
import { noticedTimerHeap } from '../memory/rocksdb-options';
import { derivedProcess } from '../memory/task-manager';
import { stateOfSlot } from '../slots/placed-job';

/** Objects on a larger heap are addressed by wider pointers, and a full collection takes long, in MiB. */
const LARGE_HEAP = 31 * 1024;
/** In MiB. */
const LARGE_JOB_MANAGER = 16 * 1024;
/** Share of the state below which a cache hardly helps. */
const SMALL_CACHE = 0.01;

const tooLittleMemory: FindingLook = (job, { taskManagerMemory }) => {
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

const smallCache: FindingLook = (job, { managedMemory }) => {
  const { assume, calibration } = job.facts;
  if (job.location === StateLocation.HEAP || managedMemory === undefined || calibration.cacheHitRate !== undefined) {
    return undefined;
  }
  const cached = managedMemory.mebibytes / job.shape.taskSlots / stateOfSlot(job);
  return cached >= SMALL_CACHE ? undefined : {
    code: 'small-cache',
    message: `managed memory holds ${percent(cached)} of the state of a slot; the plan counts on ${percent(assume.cacheHitRate.value)} of the reads being answered from it`,
    fix: 'measure the cache hit rate and give it as calibration.cacheHitRate, or raise the parallelism',
  };
};

const largeHeap: FindingLook = ({ location, facts }, { taskManagerMemory, managedMemory }) => {
  const heap = taskManagerMemory.mebibytes - (managedMemory?.mebibytes ?? 0);
  return location !== StateLocation.HEAP || facts.state.mebibytes === 0 || heap <= LARGE_HEAP ? undefined : {
    code: 'large-heap',
    message: `${grouped(heap)} MiB of a TaskManager are heap and what is beside it; above about ${grouped(LARGE_HEAP)} MiB pointers double and collections take seconds`,
    fix: 'keep the state in RocksDB, or spread it over more slots',
  };
};

const largeJobManager: FindingLook = (_, { jobManagerMemory }) => (jobManagerMemory.mebibytes <= LARGE_JOB_MANAGER ? undefined : {
  code: 'large-job-manager',
  message: `so many tasks would need a JobManager of ${grouped(jobManagerMemory.mebibytes)} MiB; nobody has published a job of this size`,
  fix: 'split the stream over several jobs',
});

const nodeTooSmall: FindingLook = ({ facts: { request: { nodeShape } } }, values) => {
  const problems = nodeShape === undefined ? [] : packOnNodes(values, nodeShape).problems;
  return problems.length === 0 ? undefined : {
    code: 'node-too-small',
    message: problems.join('; '),
    fix: 'use larger nodes, or decide for more and smaller TaskManagers: taskSlots 1, or a higher parallelism',
  };
};

const experimentalBackend: FindingLook = ({ location, facts: { given: { api } } }) => (location !== StateLocation.REMOTE ? undefined : {
  code: 'experimental-state-backend',
  message: 'ForSt is experimental in Flink 2.0 to 2.3, takes native savepoints only, and its documentation announces a successor'
    + (api === FlinkApi.SQL ? '' : '; a DataStream that does not ask for asynchronous state keeps all of it on the local disk, which the plan has only for a cache'),
  fix: 'try it on a copy of the job first; RocksDB needs more partitions and larger disks, and is proven',
});

const heapTimers: FindingLook = (job, { rocksDb }) => {
  const heap = rocksDb?.timersOnHeap === true ? noticedTimerHeap(job) : undefined;
  return heap === undefined ? undefined : {
    code: 'heap-timers',
    message: `timers were set to the heap, where those of a slot take about ${grouped(Math.ceil(heap))} MiB that the plan has not, and each checkpoint writes all of them at once while the task waits`,
    fix: 'leave timersOnHeap out; RocksDB holds any number of timers',
  };
};

/** What is too small or too large, in memory and on nodes. */
export const SIZE_FINDINGS: FindingLook[] = [tooLittleMemory, smallCache, largeHeap, largeJobManager, nodeTooSmall, heapTimers, experimentalBackend];
