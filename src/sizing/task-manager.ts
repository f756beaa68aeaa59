import {
  HEAP_OBJECT_FACTOR, MOST_CORES_PER_SLOT, PROFILES, ROCKSDB_SLOT_CEILING, ROCKSDB_SLOT_FLOOR, SLOT_HEAP, SizingConstant, WORKING_SET,
} from './constants';
import { decide, Decided } from './decide';
import { Amount } from './decision';
import { SizingRequest } from './sizing-request';
import { describeState, expectedState } from './state-backend-choice';
import { StateLocation } from './state-location';
import { taskManagerMemory } from '../flink/memory/task-manager-memory';
import { MEBIBYTE, renderBytes } from '../units/bytes';
import { Cpu } from '../units/cpu';
import { MemorySize } from '../units/memory-size';

/** The shape of the cluster that one TaskManager is a part of. */
export interface ClusterShape {
  readonly location: StateLocation;
  readonly taskSlots: number;
  readonly parallelism: number;
}

/** Process sizes are whole multiples of this, so that pods of many jobs pack. */
const STEP = 256n * MEBIBYTE;
const BUFFER_BYTES = 32n * 1024n;
const NETWORK_FLOOR = 64;

type Pick3 = 'low' | 'value' | 'high';

export function taskManagerCpu(request: SizingRequest, shape: ClusterShape, demand: Decided<number>): Decided<Cpu> {
  const { coresPerSlot } = PROFILES[request.workload.kind];
  const cores = (perSlot: number, needed: number) =>
    Cpu.millis(Math.ceil(1000 * shape.taskSlots * Math.max(perSlot, Math.min(needed / shape.parallelism, MOST_CORES_PER_SLOT))));
  return decide({
    quantity: 'task-manager-cpu',
    title: 'TaskManager CPU',
    value: cores(coresPerSlot.value, demand.value),
    low: cores(coresPerSlot.low, 0),
    high: cores(Math.max(coresPerSlot.high, coresPerSlot.value), demand.value),
    reason: 'each slot gets the cores that it can use; a smaller request is throttled and looks like backpressure',
    inputs: [`task slots ${shape.taskSlots}`, `cores per slot ${coresPerSlot.value}`, `CPU for the work ${demand.decision.value.text}`],
    rule: 'cores-per-slot',
    source: coresPerSlot.source,
  }, Amount._cpu, request.taskManagerCpu);
}

/** What RocksDB gets; nothing for state on the heap, where managed memory would lie idle. */
export function managedMemory(request: SizingRequest, shape: ClusterShape): Decided<MemorySize> {
  const onDisk = shape.location === StateLocation.LOCAL_DISK;
  const perSlot = expectedState(request.workload).mebibytes / shape.parallelism;
  const managed = (bound: Pick3) => MemorySize.ofMebibytes(!onDisk ? 0 : shape.taskSlots * Math.ceil(
    Math.min(Math.max(perSlot * WORKING_SET[bound], ROCKSDB_SLOT_FLOOR[bound]), ROCKSDB_SLOT_CEILING[bound]),
  ));
  return decide({
    quantity: 'managed-memory',
    title: 'Managed memory',
    value: managed('value'),
    low: managed('low'),
    high: managed('high'),
    reason: onDisk
      ? `RocksDB caches ${WORKING_SET.value * 100} % of the state of each slot, within ${ROCKSDB_SLOT_FLOOR.value} and ${ROCKSDB_SLOT_CEILING.value} MiB`
      : 'nothing in this job uses managed memory, so the heap gets it',
    inputs: [`expected state ${describeState(request.workload)}`, `parallelism ${shape.parallelism}`, `task slots ${shape.taskSlots}`],
    rule: onDisk ? 'rocksdb-working-set' : 'no-managed-memory-for-heap-state',
    source: onDisk
      ? `${WORKING_SET.source}; ${ROCKSDB_SLOT_FLOOR.source}; ${ROCKSDB_SLOT_CEILING.source}`
      : 'Flink docs, memory tuning: set managed memory to zero for heap or no state',
  }, memoryAmount);
}

/** Flink's target of buffers for every all-to-all exchange, twice, so that a rescale does not run out. */
export function networkMemory(request: SizingRequest, shape: ClusterShape): Decided<MemorySize> {
  const { shuffles } = PROFILES[request.workload.kind];
  const buffers = shuffles * shape.taskSlots * (4 * shape.parallelism + 16);
  const mebibytes = (factor: number) => Math.max(NETWORK_FLOOR, Math.ceil((factor * buffers * Number(BUFFER_BYTES)) / Number(MEBIBYTE)));
  return decide({
    quantity: 'network-memory',
    title: 'Network memory',
    value: MemorySize.ofMebibytes(mebibytes(2)),
    low: MemorySize.ofMebibytes(mebibytes(1)),
    high: MemorySize.ofMebibytes(mebibytes(4)),
    reason: `${buffers} buffers of 32 KiB for ${shuffles === 1 ? 'one exchange' : `${shuffles} exchanges`} between all slots, doubled, `
      + `and never below Flink's ${NETWORK_FLOOR} MiB`,
    inputs: [`exchanges ${shuffles}`, `task slots ${shape.taskSlots}`, `parallelism ${shape.parallelism}`],
    rule: 'network-buffers-for-all-to-all',
    source: 'Flink: two buffers a channel and eight floating ones a gate, in and out; minimum 64 MiB',
  }, memoryAmount);
}

/** The process that leaves the task heap what it needs, found through Flink's own arithmetic. */
export function taskManagerProcess(
  request: SizingRequest, shape: ClusterShape, managed: Decided<MemorySize>, network: Decided<MemorySize>,
): Decided<MemorySize> {
  const state = expectedState(request.workload).mebibytes / shape.parallelism;
  const heap = (bound: Pick3) => shape.taskSlots
    * Math.ceil(SLOT_HEAP[bound] + (shape.location === StateLocation.HEAP ? state * HEAP_OBJECT_FACTOR[bound] : 0));
  const process = (bound: Pick3) => processFor(
    BigInt(heap(bound)) * MEBIBYTE,
    BigInt(Math.ceil(managed.decision[bound].value!)) * MEBIBYTE,
    BigInt(network.decision[bound].value!) * MEBIBYTE,
  );
  return decide({
    quantity: 'task-manager-memory',
    title: 'TaskManager memory',
    value: process('value'),
    low: process('low'),
    high: process('high'),
    reason: `${heap('value')} MiB of task heap, managed and network memory, and what Flink and the JVM add, in steps of 256 MiB`,
    inputs: [
      `task heap per slot ${SLOT_HEAP.value} MiB`,
      ...(shape.location === StateLocation.HEAP ? [`state per slot ${Math.ceil(state)} MiB, as objects × ${HEAP_OBJECT_FACTOR.value}`] : []),
      `managed memory ${managed.decision.value.text}`,
      `network memory ${network.decision.value.text}`,
    ],
    rule: 'process-from-its-parts',
    source: sources(SLOT_HEAP, HEAP_OBJECT_FACTOR),
  }, memoryAmount, request.taskManagerMemory);
}

function processFor(taskHeap: bigint, managed: bigint, network: bigint): MemorySize {
  const pools = new Map([
    ['taskmanager.memory.managed.size', renderBytes(managed)],
    ['taskmanager.memory.network.min', renderBytes(network)],
    ['taskmanager.memory.network.max', renderBytes(network)],
  ]);
  // The framework's two parts are fixed, so any Flink size tells them; the overhead follows from the sum.
  const framework = 256n * MEBIBYTE;
  const exact = taskManagerMemory(new Map(pools).set('taskmanager.memory.flink.size', renderBytes(framework + taskHeap + managed + network)));
  let process = ((exact.totalProcess + STEP - 1n) / STEP) * STEP;
  while (taskManagerMemory(new Map(pools).set('taskmanager.memory.process.size', renderBytes(process))).taskHeap < taskHeap) {
    process += STEP;
  }
  return MemorySize._of(process);
}

function memoryAmount(size: MemorySize): Amount {
  return Amount._memory(size);
}

function sources(...constants: SizingConstant[]): string {
  return constants.map((constant) => constant.source).join('; ');
}
