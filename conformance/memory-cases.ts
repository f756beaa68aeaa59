import * as fc from 'fast-check';
import { Question } from './answers';
import { FlinkVersion } from '../src/flink/flink-version';

type Settings = Record<string, string>;

/** Sizes as people write them: mostly whole mebibytes and gibibytes, sometimes odd bytes. */
const size = (most: number) => fc.oneof(
  { weight: 60, arbitrary: fc.integer({ min: 0, max: most }).map((mebibytes) => `${mebibytes}m`) },
  { weight: 10, arbitrary: fc.integer({ min: 0, max: Math.ceil(most / 1024) }).map((gibibytes) => `${gibibytes} gb`) },
  { weight: 10, arbitrary: fc.integer({ min: 0, max: most * 1024 }).map((kibibytes) => `${kibibytes}kb`) },
  { weight: 20, arbitrary: fc.maxSafeNat().map((bytes) => `${bytes % (most * 1024 * 1024)}`) },
  { weight: 1, arbitrary: fc.constantFrom('1Gi', '', '1.5g', '-1', '9223372036854775807', '9223372036854775808') },
);
const fraction = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 99 }).map((percent) => `${percent / 100}`) },
  { weight: 6, arbitrary: fc.double({ min: 0, max: 0.999, noNaN: true }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('1', '1.0', '-0.1', '0', '.5', '1e-3', '0.1f', 'x', '99e-2') },
);

/** In bytes: more than this many pages of 32 KiB the MemoryManager does not count. */
const LARGEST_SLOT = (2 ** 31 - 1) * 32_768;

/** Each key, present in about as many percent of the configurations as it says. */
function settings(options: Record<string, [percent: number, value: fc.Arbitrary<string>]>): fc.Arbitrary<Settings> {
  return fc.record(Object.fromEntries(Object.entries(options).map(([key, [percent, value]]) =>
    [key, fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary: value })])))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Settings);
}

const taskManager = settings({
  'taskmanager.memory.process.size': [85, size(32_768)],
  'taskmanager.memory.flink.size': [15, size(32_768)],
  'taskmanager.memory.framework.heap.size': [10, size(512)],
  'taskmanager.memory.framework.off-heap.size': [10, size(512)],
  'taskmanager.memory.task.heap.size': [15, size(4_096)],
  'taskmanager.memory.task.off-heap.size': [15, size(512)],
  'taskmanager.memory.managed.size': [15, size(8_192)],
  'taskmanager.memory.size': [3, size(8_192)],
  'taskmanager.memory.managed.fraction': [20, fraction],
  'taskmanager.memory.network.fraction': [15, fraction],
  'taskmanager.memory.network.min': [15, size(256)],
  'taskmanager.memory.network.max': [15, size(2_048)],
  'taskmanager.network.memory.fraction': [3, fraction],
  'taskmanager.network.memory.min': [3, size(256)],
  'taskmanager.network.memory.max': [3, size(2_048)],
  'taskmanager.memory.jvm-metaspace.size': [15, size(512)],
  'taskmanager.memory.jvm-overhead.fraction': [15, fraction],
  'taskmanager.memory.jvm-overhead.min': [15, size(512)],
  'taskmanager.memory.jvm-overhead.max': [15, size(2_048)],
  'taskmanager.numberOfTaskSlots': [50, fc.integer({ min: 1, max: 16 }).map(String)],
});

const jobManager = settings({
  'jobmanager.memory.process.size': [85, size(16_384)],
  'jobmanager.memory.flink.size': [20, size(16_384)],
  'jobmanager.memory.heap.size': [20, size(8_192)],
  'jobmanager.memory.off-heap.size': [20, size(1_024)],
  'jobmanager.memory.jvm-metaspace.size': [20, size(512)],
  'jobmanager.memory.jvm-overhead.fraction': [20, fraction],
  'jobmanager.memory.jvm-overhead.min': [20, size(512)],
  'jobmanager.memory.jvm-overhead.max': [20, size(2_048)],
  'jobmanager.memory.enable-jvm-direct-memory-limit': [30, fc.constantFrom('true', 'false', 'TRUE')],
});

/** TaskManager: every pool, the JVM arguments and one slot's share. */
export function taskManagers(cases: number, seed: number): Question[] {
  return configurations('taskManagerMemory', taskManager, cases, seed);
}

export function jobManagers(cases: number, seed: number): Question[] {
  return configurations('jobManagerMemory', jobManager, cases, seed);
}

/** How RocksDB divides a slot's managed memory. */
export function slots(cases: number, seed: number): Question[] {
  const ratio = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
  const slot = fc.record({
    op: fc.constant('rocksDbMemory'),
    totalMemory: fc.maxSafeNat().map((bytes) => String(bytes % (64 * 1024 ** 3))),
    writeBufferRatio: ratio,
    highPriorityPoolRatio: ratio,
    writeBufferSize: fc.integer({ min: 1, max: 1024 * 1024 * 1024 }).map(String),
  });
  return fc.sample(slot, { numRuns: cases, seed });
}

/** Any mix of consumers; shares of a slot up to as much as Flink manages, and what it takes to get so much. */
export function managedMemoryShares(cases: number, seed: number): Question[] {
  const consumers = ['OPERATOR', 'STATE_BACKEND', 'PYTHON'];
  const bytes = (most: number) => fc.oneof(fc.nat(100), fc.maxSafeNat().map((any) => any % most)).map(String);
  const share = fc.record({
    op: fc.constant('managedMemoryShare'),
    consumer: fc.constantFrom(...consumers),
    others: fc.subarray(consumers),
    slotManaged: bytes(LARGEST_SLOT),
    // A consumer gets a sixth of its slot at least.
    wanted: bytes(LARGEST_SLOT / 8),
  });
  return fc.sample(share, { numRuns: cases, seed });
}

/** Tasks with gates and partitions of any parallelism. */
export function networkBuffers(cases: number, seed: number, { minorLine }: FlinkVersion): Question[] {
  const ends = fc.array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 512 }) }, fc.integer({ min: 1, max: 32_768 })), { maxLength: 4 });
  const task = fc.record({
    op: fc.constant('networkBuffers'),
    flink: fc.constant(minorLine),
    networkMemory: fc.maxSafeNat().map((bytes) => String(bytes % (64 * 1024 ** 3))),
    gates: ends,
    partitions: ends,
  });
  return fc.sample(task, { numRuns: cases, seed });
}

/** Without the library's bias towards small values, which Flink would mostly refuse. */
function configurations(op: string, arbitrary: fc.Arbitrary<Settings>, numRuns: number, seed: number): Question[] {
  return fc.sample(fc.noBias(arbitrary), { numRuns, seed }).map((configuration) => ({ op, configuration }));
}
