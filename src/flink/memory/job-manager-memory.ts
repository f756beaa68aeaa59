import { exactBytes } from './exact-bytes';
import { readMemory } from './memory-settings';
import { JvmMemory, jvmMemoryBesideFlink, jvmMemoryOfProcess, notConfigured, partsExceedFlink, processOptions } from './process-memory';
import { Refusal } from '../../refusal';
import { MEBIBYTE, renderBytes } from '../../units/bytes';
import { FlinkSettings } from '../configuration/flink-settings';
import { KeyedOption } from '../configuration/option-reading';

/** Every part of a JobManager's memory, in bytes; the parts sum to the process. */
export interface JobManagerMemory extends JvmMemory {
  readonly totalProcess: bigint;
  readonly totalFlink: bigint;
  readonly heap: bigint;
  readonly offHeap: bigint;
}

type FlinkParts = Pick<JobManagerMemory, 'totalFlink' | 'heap' | 'offHeap'>;

export const JOB_MANAGER_PROCESS = processOptions('JobManager');
const HEAP: KeyedOption = { key: 'jobmanager.memory.heap.size' };
const OFF_HEAP: KeyedOption = { key: 'jobmanager.memory.off-heap.size' };
const DEFAULT_OFF_HEAP = 128n * MEBIBYTE;

/**
 * What Flink makes of the memory settings of a JobManager (`JobManagerProcessUtils`), to the byte.
 * The order of the tests is Flink's: heap, then total Flink, then total process.
 */
export function jobManagerMemory(settings: FlinkSettings): JobManagerMemory {
  const heap = readMemory(settings, HEAP);
  if (heap !== undefined) {
    return withJvm(settings, fineGrained(settings, heap));
  }
  const flinkSize = readMemory(settings, JOB_MANAGER_PROCESS.flinkSize);
  if (flinkSize !== undefined) {
    return withJvm(settings, partsOf(settings, flinkSize));
  }
  const process = readMemory(settings, JOB_MANAGER_PROCESS.processSize);
  if (process === undefined) {
    throw notConfigured(JOB_MANAGER_PROCESS, HEAP.key);
  }
  const jvm = jvmMemoryOfProcess(settings, JOB_MANAGER_PROCESS, process);
  return total(partsOf(settings, process - jvm.jvmMetaspace - jvm.jvmOverhead), jvm);
}

/** Heap is what off-heap leaves; Flink refuses a heap of nothing, though it starts with one byte. */
function partsOf(settings: FlinkSettings, flink: bigint): FlinkParts {
  const offHeap = readMemory(settings, OFF_HEAP) ?? DEFAULT_OFF_HEAP;
  if (offHeap >= flink) {
    throw partsExceedFlink('JobManager', { offHeap, heap: 1n }, flink);
  }
  return { totalFlink: flink, heap: flink - offHeap, offHeap };
}

function fineGrained(settings: FlinkSettings, heap: bigint): FlinkParts {
  const offHeap = readMemory(settings, OFF_HEAP);
  const flink = readMemory(settings, JOB_MANAGER_PROCESS.flinkSize);
  if (flink === undefined) {
    return { totalFlink: exactBytes(heap + (offHeap ?? DEFAULT_OFF_HEAP)), heap, offHeap: offHeap ?? DEFAULT_OFF_HEAP };
  }
  if (offHeap === undefined && heap <= flink) {
    return { totalFlink: flink, heap, offHeap: flink - heap };
  }
  if (offHeap === undefined || exactBytes(heap + offHeap) !== flink) {
    throw new Refusal({
      code: 'memory-sum-mismatch',
      what: 'heap and off-heap of the JobManager do not sum to its total Flink memory',
      got: `heap ${renderBytes(heap)}${offHeap === undefined ? '' : `, off-heap ${renderBytes(offHeap)}`}`,
      allowed: `${renderBytes(flink)} in all, as ${JOB_MANAGER_PROCESS.flinkSize.key} says`,
      fix: `leave ${JOB_MANAGER_PROCESS.flinkSize.key} or ${HEAP.key} unset`,
    });
  }
  return { totalFlink: flink, heap, offHeap };
}

function withJvm(settings: FlinkSettings, parts: FlinkParts): JobManagerMemory {
  return total(parts, jvmMemoryBesideFlink(settings, JOB_MANAGER_PROCESS, parts.totalFlink));
}

function total(parts: FlinkParts, jvm: JvmMemory): JobManagerMemory {
  return { totalProcess: exactBytes(parts.totalFlink + jvm.jvmMetaspace + jvm.jvmOverhead), ...parts, ...jvm };
}
