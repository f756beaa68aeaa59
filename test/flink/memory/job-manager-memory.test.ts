import fc from 'fast-check';
import { JOB_MANAGER_PROCESS, jobManagerMemory } from '../../../src/flink/memory/job-manager-memory';
import { jobManagerJvmArguments } from '../../../src/flink/memory/jvm-arguments';
import { smallestProcess } from '../../../src/flink/memory/smallest-process';
import { MEBIBYTE } from '../../../src/units/bytes';
import { refusalOf, says } from '../../refusals';

type Sizes = Record<string, string>;
const settingsOf = (sizes: Sizes) => new Map(Object.entries(sizes).map(([name, value]) => [`jobmanager.memory.${name}`, value]));
const derive = (sizes: Sizes) => jobManagerMemory(settingsOf(sizes));

test.each<[string, bigint, bigint, bigint]>([
  // process, overhead, total Flink, heap
  ['1024m', 201326592n, 603979776n, 469762048n],
  ['1600m', 201326592n, 1207959552n, 1073741824n],
  ['2048m', 214748368n, 1664299824n, 1530082096n],
  ['4096m', 429496736n, 3597035104n, 3462817376n],
  ['8g', 858993472n, 7462505664n, 7328287936n],
  ['16g', 1073741824n, 15837691904n, 15703474176n],
  ['704m', 201326592n, 268435456n, 134217728n],
  ['640m', 201326592n, 201326592n, 67108864n],
  ['577m', 201326592n, 135266304n, 1048576n],
])('Flink makes of process.size %s', (process, jvmOverhead, totalFlink, heap) => {
  expect(derive({ 'process.size': process })).toMatchObject({ jvmOverhead, totalFlink, heap, offHeap: 134217728n, jvmMetaspace: 268435456n });
});

test.each<[string, Sizes, object]>([
  ['heap alone', { 'heap.size': '1g' }, { totalProcess: 1677721600n, offHeap: 134217728n }],
  ['heap and flink.size leave off-heap', { 'heap.size': '1g', 'flink.size': '1300m' }, { offHeap: 276n * MEBIBYTE }],
  ['heap, off-heap and flink.size that agree', { 'heap.size': '1g', 'off-heap.size': '256m', 'flink.size': '1280m' }, { heap: 1024n * MEBIBYTE }],
  ['flink.size alone', { 'flink.size': '1152m' }, { heap: 1024n * MEBIBYTE, totalProcess: 1677721600n }],
])('%s', (_, sizes, expected) => expect(derive(sizes)).toMatchObject(expected));

test('direct memory is bounded only when asked for', () => {
  const memory = derive({ 'process.size': '1600m' });
  expect(jobManagerJvmArguments(memory, new Map())).toEqual(['-Xmx1073741824', '-Xms1073741824', '-XX:MaxMetaspaceSize=268435456']);
  expect(jobManagerJvmArguments(memory, settingsOf({ 'enable-jvm-direct-memory-limit': 'TRUE' })))
    .toEqual(['-Xmx1073741824', '-Xms1073741824', '-XX:MaxDirectMemorySize=134217728', '-XX:MaxMetaspaceSize=268435456']);
});

const MISMATCH = 'heap and off-heap of the JobManager do not sum to its total Flink memory [memory-sum-mismatch]';
const UNSET = 'leave jobmanager.memory.flink.size or jobmanager.memory.heap.size unset';
test.each<[string, Sizes, string]>([
  ['nothing', {}, says('the memory of the JobManager is not configured [memory-not-configured]', 'nothing',
    'jobmanager.memory.process.size, jobmanager.memory.flink.size or jobmanager.memory.heap.size', 'set the memory of the JobManager')],
  ['no byte for heap', { 'process.size': '576m' }, says('the parts of the JobManager memory need more than Flink has [memory-parts-exceed-flink]',
    'offHeap 128m + heap 1b', '128m of total Flink memory', 'raise the memory of the JobManager, or make its parts smaller')],
  ['heap above flink.size', { 'heap.size': '2g', 'flink.size': '1g' }, says(MISMATCH, 'heap 2048m', '1024m in all, as jobmanager.memory.flink.size says', UNSET)],
  ['parts that do not sum', { 'heap.size': '1g', 'off-heap.size': '128m', 'flink.size': '2g' },
    says(MISMATCH, 'heap 1024m, off-heap 128m', '2048m in all, as jobmanager.memory.flink.size says', UNSET)],
  ['a JVM above the process', { 'process.size': '400m' }, says('the JVM alone needs more than the whole JobManager process [memory-jvm-exceeds-process]',
    'jobmanager.memory.process.size 400m', 'above metaspace 256m plus overhead 192m', 'raise the memory of the JobManager')],
])('Flink refuses %s', (_, sizes, message) => expect(refusalOf(() => derive(sizes)).message).toBe(message));

test('the smallest process that starts is 577 MiB', () => {
  expect(smallestProcess(new Map(), JOB_MANAGER_PROCESS.processSize.key, jobManagerMemory)).toBe(577n * MEBIBYTE);
});

test('the parts sum to the process on every path, and more process never means less', () => {
  const sizes = fc.record({
    path: fc.constantFrom('process.size', 'flink.size', 'heap.size'),
    size: fc.integer({ min: 2000, max: 60_000 }),
    more: fc.integer({ min: 1, max: 9000 }),
    offHeap: fc.integer({ min: 1, max: 700 }),
    metaspace: fc.integer({ min: 64, max: 600 }),
  });
  fc.assert(fc.property(sizes, ({ path, size, more, offHeap, metaspace }) => {
    const [small, large] = [size, size + more].map((amount) =>
      derive({ [path]: `${amount}m`, 'off-heap.size': `${offHeap}m`, 'jvm-metaspace.size': `${metaspace}m` }));
    expect(small.heap + small.offHeap + small.jvmMetaspace + small.jvmOverhead).toBe(small.totalProcess);
    expect([large.heap >= small.heap, large.jvmOverhead >= small.jvmOverhead, large.totalProcess > small.totalProcess]).toEqual([true, true, true]);
  }));
});
