import { exactBytes, sumOf } from './exact-bytes';
import { Fraction, parseFloatText } from './fraction';
import { BoundedFraction, isSet, RangeOptions, readMemory } from './memory-settings';
import {
  JvmMemory, jvmMemoryBesideFlink, jvmMemoryOfProcess, notConfigured, partsExceedFlink, processOptions,
} from './process-memory';
import { Refusal } from '../../refusal';
import { MEBIBYTE, renderBytes } from '../../units/bytes';
import { LONG_MAX } from '../../units/java-text';
import { FlinkSettings } from '../configuration/flink-settings';
import { KeyedOption } from '../configuration/option-reading';

/** Every part of a TaskManager's memory, in bytes; the parts sum to the process. */
export interface TaskManagerMemory extends JvmMemory {
  readonly totalProcess: bigint;
  readonly totalFlink: bigint;
  readonly frameworkHeap: bigint;
  readonly frameworkOffHeap: bigint;
  readonly taskHeap: bigint;
  readonly taskOffHeap: bigint;
  readonly network: bigint;
  readonly managed: bigint;
}

type FlinkParts = Omit<TaskManagerMemory, 'totalProcess' | keyof JvmMemory>;

const option = (name: string, ...older: string[]): KeyedOption => ({ key: `taskmanager.memory.${name}`, older });

export const TASK_MANAGER_PROCESS = processOptions('TaskManager');
const FRAMEWORK_HEAP = option('framework.heap.size');
const FRAMEWORK_OFF_HEAP = option('framework.off-heap.size');
const DEFAULT_FRAMEWORK = 128n * MEBIBYTE;
const TASK_HEAP = option('task.heap.size');
const TASK_OFF_HEAP = option('task.off-heap.size');
const MANAGED = option('managed.size', 'taskmanager.memory.size');
const MANAGED_FRACTION = option('managed.fraction');
const DEFAULT_MANAGED_FRACTION = new Fraction(MANAGED_FRACTION.key, 0.4);
const NETWORK: RangeOptions = {
  fraction: option('network.fraction', 'taskmanager.network.memory.fraction'),
  min: option('network.min', 'taskmanager.network.memory.min'),
  max: option('network.max', 'taskmanager.network.memory.max'),
  defaultFraction: new Fraction('taskmanager.memory.network.fraction', 0.1),
  defaultMin: 64n * MEBIBYTE,
  defaultMax: LONG_MAX,
};

/**
 * What Flink makes of the memory settings of a TaskManager (`TaskExecutorProcessUtils`), to the byte.
 * The order of the tests is Flink's: fine-grained sizes, then total Flink, then total process.
 */
export function taskManagerMemory(settings: FlinkSettings): TaskManagerMemory {
  if (isSet(settings, TASK_HEAP) && isSet(settings, MANAGED)) {
    return withJvm(settings, fineGrained(settings));
  }
  const flinkSize = readMemory(settings, TASK_MANAGER_PROCESS.flinkSize);
  if (flinkSize !== undefined) {
    return withJvm(settings, partsOf(settings, flinkSize));
  }
  const process = readMemory(settings, TASK_MANAGER_PROCESS.processSize);
  if (process === undefined) {
    throw notConfigured(TASK_MANAGER_PROCESS, `${TASK_HEAP.key} with ${MANAGED.key}`);
  }
  const jvm = jvmMemoryOfProcess(settings, TASK_MANAGER_PROCESS, process);
  return total(partsOf(settings, process - jvm.jvmMetaspace - jvm.jvmOverhead), jvm);
}

/** Total Flink memory is known: task heap is what the others leave, or network when task heap is set. */
function partsOf(settings: FlinkSettings, flink: bigint): FlinkParts {
  const fixed = fixedParts(settings);
  const taskHeap = readMemory(settings, TASK_HEAP);
  const managed = readMemory(settings, MANAGED) ?? managedFraction(settings).of(flink);
  if (taskHeap !== undefined) {
    return networkAsRemainder(settings, flink, { ...fixed, taskHeap, managed });
  }
  const network = BoundedFraction.read(settings, NETWORK).of(flink);
  const rest = { ...fixed, managed, network };
  const used = sumOf(rest);
  if (used > flink) {
    throw partsExceedFlink('TaskManager', rest, flink);
  }
  return { totalFlink: flink, taskHeap: flink - used, ...rest };
}

/** Task heap and managed memory are both set: everything else is added to them. */
function fineGrained(settings: FlinkSettings): FlinkParts {
  const taskHeap = readMemory(settings, TASK_HEAP)!;
  const managed = readMemory(settings, MANAGED)!;
  const parts = { taskHeap, managed, ...fixedParts(settings) };
  const used = sumOf(parts);
  const flink = readMemory(settings, TASK_MANAGER_PROCESS.flinkSize);
  if (flink !== undefined) {
    return networkAsRemainder(settings, flink, parts);
  }
  const network = BoundedFraction.read(settings, NETWORK).besides(used);
  return { ...parts, network, totalFlink: exactBytes(used + network) };
}

function networkAsRemainder(settings: FlinkSettings, flink: bigint, parts: Omit<FlinkParts, 'network' | 'totalFlink'>): FlinkParts {
  const used = sumOf(parts);
  if (used > flink) {
    throw partsExceedFlink('TaskManager', parts, flink);
  }
  const network = flink - used;
  const range = BoundedFraction.read(settings, NETWORK);
  if (!range.holds(network)) {
    throw new Refusal({
      code: 'memory-network-remainder',
      what: 'the sizes that are set leave network memory outside its bounds',
      got: renderBytes(network),
      allowed: range.toString(),
      fix: `leave ${TASK_HEAP.key} unset, so that task heap is the remainder, or move ${NETWORK.min.key} and ${NETWORK.max.key}`,
    });
  }
  return { ...parts, network, totalFlink: flink };
}

function fixedParts(settings: FlinkSettings): Pick<FlinkParts, 'frameworkHeap' | 'frameworkOffHeap' | 'taskOffHeap'> {
  return {
    frameworkHeap: readMemory(settings, FRAMEWORK_HEAP) ?? DEFAULT_FRAMEWORK,
    frameworkOffHeap: readMemory(settings, FRAMEWORK_OFF_HEAP) ?? DEFAULT_FRAMEWORK,
    taskOffHeap: readMemory(settings, TASK_OFF_HEAP) ?? 0n,
  };
}

function managedFraction(settings: FlinkSettings): Fraction {
  const text = settings.get(MANAGED_FRACTION.key);
  return text === undefined ? DEFAULT_MANAGED_FRACTION : new Fraction(MANAGED_FRACTION.key, parseFloatText(MANAGED_FRACTION.key, text));
}

function withJvm(settings: FlinkSettings, parts: FlinkParts): TaskManagerMemory {
  return total(parts, jvmMemoryBesideFlink(settings, TASK_MANAGER_PROCESS, parts.totalFlink));
}

function total(parts: FlinkParts, jvm: JvmMemory): TaskManagerMemory {
  return { totalProcess: exactBytes(parts.totalFlink + jvm.jvmMetaspace + jvm.jvmOverhead), ...parts, ...jvm };
}
