import {
  Bound, HEAP_OBJECT_FACTOR, MOST_CORES_PER_SLOT, PROFILES, ROCKSDB_SLOT_CEILING, ROCKSDB_SLOT_FLOOR, SLOT_HEAP, WORKING_SET,
} from './constants';
import { Decided } from './decide';
import { Amount } from './decision';
import { SizingRequest } from './sizing-request';
import { describeState, expectedState } from './state-backend-choice';
import { StateLocation } from './state-location';
import { jvmMemoryBesideFlink } from '../flink/memory/process-memory';
import { TASK_MANAGER_PROCESS } from '../flink/memory/task-manager-memory';
import { KIBIBYTE, MEBIBYTE } from '../units/bytes';
import { Cpu } from '../units/cpu';
import { grouped } from '../units/grouped-number';
import { MemorySize } from '../units/memory-size';
import { Workload } from '../workload/workload';

/** The job, as far as one TaskManager carries it. */
export interface TaskManagerShare {
  readonly workload: Workload;
  readonly location: StateLocation;
  readonly taskSlots: number;
  readonly parallelism: number;
}

/** Process sizes are whole multiples of this, so that pods of many jobs pack. */
const STEP = 256n * MEBIBYTE;
/** Framework heap and off-heap, by Flink's defaults. */
const FRAMEWORK = 256n * MEBIBYTE;
const BUFFER = 32n * KIBIBYTE;
const NETWORK_FLOOR = 64;
/** How many times Flink's target of buffers: bare, as planned, generous. */
const BUFFER_FACTOR = { low: 1, value: 2, high: 4 };

export function taskManagerCpu(request: SizingRequest, share: TaskManagerShare, demand: number): Decided<Cpu> {
  const { coresPerSlot } = PROFILES[share.workload.kind];
  const needed = Math.min(demand / share.parallelism, MOST_CORES_PER_SLOT);
  const cores = (perSlot: number) => Cpu.millis(Math.ceil(1000 * share.taskSlots * perSlot));
  return new Decided('task-manager-cpu', cores(Math.max(coresPerSlot.value, needed)), request.taskManagerCpu, Amount._cpu, () => ({
    title: 'TaskManager CPU',
    low: cores(coresPerSlot.low),
    high: cores(Math.max(coresPerSlot.high, needed)),
    reason: 'each slot gets the cores that it can use; a smaller request is throttled and looks like backpressure',
    inputs: [`task slots ${share.taskSlots}`, `cores per slot ${coresPerSlot.value}`, `CPU for the work ${grouped(demand)} cores`],
    rule: 'cores-per-slot',
    source: coresPerSlot.source,
  }));
}

/** What RocksDB gets; nothing for state on the heap, where managed memory would lie idle. */
export function managedMemory(share: TaskManagerShare): Decided<MemorySize> {
  const onDisk = share.location === StateLocation.LOCAL_DISK;
  const managed = (bound: Bound) => MemorySize.ofMebibytes(managedMebibytes(share, bound));
  return new Decided('managed-memory', managed('value'), undefined, Amount._memory, () => ({
    title: 'Managed memory',
    low: managed('low'),
    high: managed('high'),
    reason: onDisk
      ? `RocksDB caches ${WORKING_SET.value * 100}% of the state of each slot, within ${ROCKSDB_SLOT_FLOOR.value} and ${ROCKSDB_SLOT_CEILING.value} MiB`
      : 'nothing in this job uses managed memory, so the heap gets it',
    inputs: [`expected state ${describeState(share.workload)}`, `parallelism ${share.parallelism}`, `task slots ${share.taskSlots}`],
    rule: onDisk ? 'rocksdb-working-set' : 'no-managed-memory-for-heap-state',
    source: onDisk
      ? `${WORKING_SET.source}; ${ROCKSDB_SLOT_FLOOR.source}; ${ROCKSDB_SLOT_CEILING.source}`
      : 'Flink docs, memory tuning: set managed memory to zero for heap or no state',
  }));
}

/** Flink's target of buffers for every all-to-all exchange, twice, so that a rescale does not run out. */
export function networkMemory(share: TaskManagerShare): Decided<MemorySize> {
  const { shuffles } = PROFILES[share.workload.kind];
  const network = (bound: Bound) => MemorySize.ofMebibytes(networkMebibytes(share, bound));
  return new Decided('network-memory', network('value'), undefined, Amount._memory, () => ({
    title: 'Network memory',
    low: network('low'),
    high: network('high'),
    reason: shuffles === 0
      ? `nothing is exchanged between operators, so Flink's minimum of ${NETWORK_FLOOR} MiB`
      : `${grouped(networkBuffers(share))} buffers of 32 KiB for ${shuffles === 1 ? 'one exchange' : `${shuffles} exchanges`} between all slots, `
        + `doubled, and never below Flink's ${NETWORK_FLOOR} MiB`,
    inputs: [`exchanges ${shuffles}`, `task slots ${share.taskSlots}`, `parallelism ${share.parallelism}`],
    rule: 'network-buffers-for-all-to-all',
    source: 'Flink: two buffers a channel and eight floating ones a gate, in and out; minimum 64 MiB',
  }));
}

/** The process that leaves the task heap what it needs, found through Flink's own arithmetic. */
export function taskManagerProcess(request: SizingRequest, share: TaskManagerShare): Decided<MemorySize> {
  const statePerSlot = share.location === StateLocation.HEAP ? expectedState(share.workload).mebibytes / share.parallelism : 0;
  const heap = (bound: Bound) => share.taskSlots * Math.ceil(SLOT_HEAP[bound] + statePerSlot * HEAP_OBJECT_FACTOR[bound]);
  const process = (bound: Bound) => processFor(heap(bound), managedMebibytes(share, bound), networkMebibytes(share, bound));
  return new Decided('task-manager-memory', process('value'), request.taskManagerMemory, Amount._memory, () => ({
    title: 'TaskManager memory',
    low: process('low'),
    high: process('high'),
    reason: `at least ${grouped(heap('value'))} MiB of task heap, managed and network memory, and what Flink and the JVM add, in steps of 256 MiB`,
    inputs: [
      `task heap per slot ${SLOT_HEAP.value} MiB`,
      ...(statePerSlot > 0 ? [`state per slot ${Math.ceil(statePerSlot)} MiB, as objects × ${HEAP_OBJECT_FACTOR.value}`] : []),
      `managed memory ${managedMebibytes(share, 'value')} MiB`,
      `network memory ${networkMebibytes(share, 'value')} MiB`,
    ],
    rule: 'process-from-its-parts',
    source: `${SLOT_HEAP.source}; ${HEAP_OBJECT_FACTOR.source}`,
  }));
}

function managedMebibytes({ workload, location, taskSlots, parallelism }: TaskManagerShare, bound: Bound): number {
  if (location !== StateLocation.LOCAL_DISK) {
    return 0;
  }
  const workingSet = (expectedState(workload).mebibytes / parallelism) * WORKING_SET[bound];
  return taskSlots * Math.ceil(Math.min(Math.max(workingSet, ROCKSDB_SLOT_FLOOR[bound]), ROCKSDB_SLOT_CEILING[bound]));
}

function networkMebibytes(share: TaskManagerShare, bound: Bound): number {
  const bytes = BUFFER_FACTOR[bound] * networkBuffers(share) * Number(BUFFER);
  return Math.max(NETWORK_FLOOR, Math.ceil(bytes / Number(MEBIBYTE)));
}

/** In and out, for all slots of one TaskManager: s × (2p + 8) each way. */
function networkBuffers({ workload, taskSlots, parallelism }: TaskManagerShare): number {
  return PROFILES[workload.kind].shuffles * taskSlots * (4 * parallelism + 16);
}

/** Total Flink memory is the sum of the pools; on top come what the JVM takes and the rounding, which task heap gets. */
function processFor(taskHeap: number, managed: number, network: number): MemorySize {
  const flink = FRAMEWORK + BigInt(taskHeap + managed + network) * MEBIBYTE;
  const { jvmMetaspace, jvmOverhead } = jvmMemoryBesideFlink(new Map(), TASK_MANAGER_PROCESS, flink);
  return MemorySize._of(((flink + jvmMetaspace + jvmOverhead + STEP - 1n) / STEP) * STEP);
}
