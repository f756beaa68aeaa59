import { managedMebibytes } from './managed-memory';
import { Cpu } from '../../units/cpu';
import { grouped } from '../../units/grouped-number';
import { DiskKind } from '../../workload/node-shape';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { onOrOff } from '../decision/on-or-off';
import { SizingRequest } from '../facts/sizing-request';
import { PlacedJob, stateOfSlot } from '../slots/placed-job';

/** Index and filter blocks of small values take about this share of the state. */
const INDEX_SHARE = 0.02;
const BYTES_OF_A_TIMER = 100;
/** Timers on the heap of a slot that nobody notices, in MiB. */
const FEW_TIMERS = 16;
/** Flink's default, and that of its predefined options for flash and spinning disks. */
const THREADS = { low: 2, high: 4 };
/** Managed memory of a slot whose third for write buffers holds the four of 64 MiB of the high-memory options, in MiB. */
const HIGH_MEMORY = 1024;

export function bloomFilter({ facts: { profile, request, kind } }: PlacedJob): Decided<boolean> {
  return onOrOff('rocksdb-bloom-filter', 'Bloom filters', profile.looksUpAbsentKeys, request.bloomFilter, {
    reason: profile.looksUpAbsentKeys
      ? 'keys are looked up that are often absent; a filter spares the read of each file without them'
      : 'keys are mostly there, so that filters would only take room in the cache',
    inputs: [`kind of work ${kind}`],
    rule: 'bloom-filter-for-absent-keys',
    source: 'tuning chapter §6: they reduce disk reads of point lookups; Flink blog 2021-01-18: for read-heavy jobs',
  });
}

export function partitionedIndexFilters(job: PlacedJob): Decided<boolean> {
  const given = job.facts.request.partitionedIndexFilters;
  const cache = managedMebibytes(job, 'value') / job.shape.taskSlots;
  const index = stateOfSlot(job) * INDEX_SHARE;
  const derived = index > cache / 4;
  return onOrOff('rocksdb-partitioned-index-filters', 'Partitioned index', derived, given, {
    reason: derived
      ? 'index and filters would push the data out of the cache; in parts, only the top stays in it'
      : 'index and filters fit the cache beside the data',
    inputs: [`index and filters of a slot about ${grouped(Math.ceil(index))} MiB`, `managed memory of a slot ${grouped(Math.floor(cache))} MiB`],
    rule: 'partition-what-outgrows-the-cache',
    source: 'Flink option state.backend.rocksdb.memory.partitioned-index-filters; 2 % of the state and a quarter of the cache are our assumptions',
  });
}

export function backgroundThreads({ facts: { request } }: PlacedJob, taskManagerCpu: Cpu, options: string): Decided<number> {
  // Flink's options for a kind of disk set as many; written out beside them, fewer would take their place.
  const derived = options === 'DEFAULT'
    ? Math.max(THREADS.low, Math.min(THREADS.high, Math.round(2 * taskManagerCpu.amountInCores)))
    : THREADS.high;
  return new Decided('rocksdb-background-threads', derived, request.backgroundThreads, (count) => Amount._count(count, ''), () => ({
    title: 'RocksDB threads',
    low: THREADS.low,
    high: THREADS.high,
    reason: 'flushes and compactions must keep up with the writes, and not take the cores of the slots',
    inputs: [`TaskManager CPU ${taskManagerCpu}`, `disk ${diskOf(request) ?? 'not given'}`],
    rule: 'two-threads-a-core',
    source: 'Flink blog 2021-01-18: the default of 2 is usually too small for production; Flink\'s options for flash use 4',
  }));
}

export function timersOnHeap(job: PlacedJob): Decided<boolean> {
  const { profile, request } = job.facts;
  const timers = timersOfSlot(job);
  const derived = timers !== undefined && profile.timersPerKey > 0 && timerMebibytes(timers) <= FEW_TIMERS;
  return onOrOff('rocksdb-timers-on-heap', 'Timers on heap', derived, request.timersOnHeap, {
    reason: derived ? 'they are few, and the heap fires them faster' : profile.timersPerKey === 0 ? 'this work sets no timers' : 'they may be many; RocksDB holds any number',
    inputs: [`timers of a slot ${timers === undefined ? 'not known' : grouped(Math.ceil(timers))}`],
    rule: 'few-timers-on-heap',
    source: 'Flink docs, large state: few timers may be faster on the heap; the figure is our assumption',
  });
}

/** Undefined where the keys are not known. */
function timersOfSlot({ facts: { profile, state: { liveKeys, recordsPerKey }, windowOverlap }, shape }: PlacedJob): number | undefined {
  return liveKeys === undefined ? undefined : (liveKeys * recordsPerKey * profile.timersPerKey * windowOverlap) / shape.parallelism;
}

function timerMebibytes(timers: number): number {
  return (timers * BYTES_OF_A_TIMER) / 2 ** 20;
}

/** Heap of a slot that timers take, in MiB, where they are too many to go unnoticed. */
export function noticedTimerHeap(job: PlacedJob): number | undefined {
  const mebibytes = timerMebibytes(timersOfSlot(job) ?? 0);
  return mebibytes > FEW_TIMERS ? mebibytes : undefined;
}

/** The disk that the state was given, or what the nodes have. */
function diskOf({ diskKind, nodeShape }: SizingRequest): DiskKind | undefined {
  return diskKind ?? nodeShape?.diskKind;
}

export function predefinedOptions(job: PlacedJob): Decided<string> {
  const managed = managedMebibytes(job, 'value') / job.shape.taskSlots;
  const { request } = job.facts;
  const kind = diskOf(request);
  const derived = kind === DiskKind.LOCAL_SSD ? 'FLASH_SSD_OPTIMIZED'
    : kind === DiskKind.SPINNING ? (managed >= HIGH_MEMORY ? 'SPINNING_DISK_OPTIMIZED_HIGH_MEM' : 'SPINNING_DISK_OPTIMIZED')
      : 'DEFAULT';
  return new Decided('rocksdb-predefined-options', derived, request.predefinedOptions, Amount._choice, () => ({
    title: 'RocksDB options',
    low: derived,
    high: derived,
    reason: kind === undefined ? 'the kind of disk is not known' : kind === DiskKind.NETWORK ? 'Flink has none for a volume over the network' : `made for a ${kind}`,
    inputs: [`disk ${kind ?? 'not given'}`],
    rule: 'predefined-options-by-disk',
    source: 'Flink option state.backend.rocksdb.predefined-options (PredefinedOptions)',
  }));
}
