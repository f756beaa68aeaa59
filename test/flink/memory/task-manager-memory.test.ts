import fc from 'fast-check';
import { taskManagerJvmArguments } from '../../../src/flink/memory/jvm-arguments';
import { smallestProcess } from '../../../src/flink/memory/smallest-process';
import { TASK_MANAGER_PROCESS, TaskManagerMemory, taskManagerMemory } from '../../../src/flink/memory/task-manager-memory';
import { MEBIBYTE } from '../../../src/units/bytes';
import { refusalOf, says } from '../../refusals';

type Sizes = Record<string, string>;
const derive = (sizes: Sizes) => taskManagerMemory(new Map(Object.entries(sizes).map(([name, value]) => [`taskmanager.memory.${name}`, value])));
const PARTS = ['frameworkHeap', 'frameworkOffHeap', 'taskHeap', 'taskOffHeap', 'managed', 'network', 'jvmMetaspace', 'jvmOverhead'] as const;
const sumOf = (memory: TaskManagerMemory) => PARTS.reduce((sum, part) => sum + memory[part], 0n);

describe('what Flink answered', () => {
  test.each<[string, bigint, bigint, bigint, bigint, bigint, bigint]>([
    // process, overhead, total Flink, managed, network, task heap, -Xmx
    ['1024m', 201326592n, 603979776n, 241591914n, 67108864n, 26843542n, 161061270n],
    ['1728m', 201326592n, 1342177280n, 536870920n, 134217730n, 402653174n, 536870902n],
    ['2048m', 214748368n, 1664299824n, 665719939n, 166429984n, 563714445n, 697932173n],
    ['4096m', 429496736n, 3597035104n, 1438814063n, 359703515n, 1530082070n, 1664299798n],
    ['8g', 858993472n, 7462505664n, 2985002310n, 746250577n, 3462817321n, 3597035049n],
    ['16g', 1073741824n, 15837691904n, 6335076856n, 1583769214n, 7650410378n, 7784628106n],
  ])('process.size %s', (process, jvmOverhead, totalFlink, managed, network, taskHeap, heap) => {
    const memory = derive({ 'process.size': process });
    expect(memory).toMatchObject({
      jvmOverhead,
      totalFlink,
      managed,
      network,
      taskHeap,
      taskOffHeap: 0n,
      frameworkHeap: 134217728n,
      frameworkOffHeap: 134217728n,
      jvmMetaspace: 268435456n,
    });
    const direct = 134217728n + network;
    expect(taskManagerJvmArguments(memory)).toEqual(
      [`-Xmx${heap}`, `-Xms${heap}`, `-XX:MaxDirectMemorySize=${direct}`, '-XX:MaxMetaspaceSize=268435456'],
    );
  });

  test.each<[string, bigint]>([['1024m', 268435456n], ['1728m', 939524094n], ['2048m', 1229434384n], ['4096m', 2968896133n]])(
    'process.size %s without managed memory',
    (process, taskHeap) => expect(derive({ 'process.size': process, 'managed.size': '0' })).toMatchObject({ taskHeap, managed: 0n }),
  );

  test.each<[string, Sizes, Partial<TaskManagerMemory>]>([
    ['flink.size alone', { 'flink.size': '4g' },
      { totalProcess: 5070447510n, jvmOverhead: 507044758n, managed: 1717986944n, network: 429496736n, taskHeap: 1879048160n }],
    ['process and flink.size', { 'process.size': '4g', 'flink.size': '3400m' }, { jvmOverhead: 461373440n, totalProcess: 4294967296n }],
    ['task heap and managed', { 'task.heap.size': '1g', 'managed.size': '1g' }, { network: 268435460n, totalProcess: 3280877805n }],
    ['task heap, managed and flink.size', { 'task.heap.size': '1g', 'managed.size': '1g', 'flink.size': '3g' },
      { network: 805306368n, totalProcess: 3877401037n }],
    ['task heap and process', { 'task.heap.size': '1g', 'process.size': '4g' }, { network: 816043761n, managed: 1438814063n }],
    ['managed.fraction 0.7', { 'managed.fraction': '0.7', 'process.size': '4g' }, { managed: 2517924529n, taskHeap: 450971604n }],
    ['network pinned', { 'network.min': '256m', 'network.max': '256m', 'process.size': '4g' }, { network: 268435456n, taskHeap: 1621350129n }],
    ['the older managed key', { 'size': '0', 'process.size': '2048m' }, { managed: 0n, taskHeap: 1229434384n }],
  ])('%s', (_, sizes, expected) => expect(derive(sizes)).toMatchObject(expected));

  test('flink.size 1280m is process.size 1728m', () => expect(derive({ 'flink.size': '1280m' })).toEqual(derive({ 'process.size': '1728m' })));
});

test('a sum beyond 64 bits is refused before a process size that cannot be read', () => {
  expect(refusalOf(() => derive({ 'process.size': '-', 'flink.size': '9223372036854775807' })).code).toBe('memory-overflow');
});

describe('what Flink refuses', () => {
  const RAISE = 'raise the memory of the TaskManager, or make its parts smaller';
  test.each<[string, Sizes, string]>([
    ['nothing', {}, says('the memory of the TaskManager is not configured [memory-not-configured]', 'nothing',
      'taskmanager.memory.process.size, taskmanager.memory.flink.size or taskmanager.memory.task.heap.size with taskmanager.memory.managed.size',
      'set the memory of the TaskManager')],
    ['a bare number, which is bytes', { 'process.size': '4096' }, says('the JVM alone needs more than the whole TaskManager process [memory-jvm-exceeds-process]',
      'taskmanager.memory.process.size 4k', 'above metaspace 256m plus overhead 192m', 'raise the memory of the TaskManager')],
    ['task heap above total Flink', { 'task.heap.size': '2g', 'process.size': '4g' }, says(
      'the parts of the TaskManager memory need more than Flink has [memory-parts-exceed-flink]',
      'frameworkHeap 128m + frameworkOffHeap 128m + taskOffHeap 0m + taskHeap 2048m + managed 1438814063b',
      '3597035104b of total Flink memory', RAISE)],
    ['a process that is too small', { 'process.size': '981m' }, says(
      'the parts of the TaskManager memory need more than Flink has [memory-parts-exceed-flink]',
      'frameworkHeap 128m + frameworkOffHeap 128m + taskOffHeap 0m + managed 223556406b + network 64m',
      '533m of total Flink memory', RAISE)],
    ['no room for overhead', { 'process.size': '4g', 'flink.size': '3800m' }, says(
      'taskmanager.memory.process.size and the other TaskManager sizes leave no valid JVM overhead [memory-overhead-remainder]',
      'process 4096m, Flink 3800m, metaspace 256m, so overhead 40m', 'an overhead of 192m to 1024m',
      'leave the parts to Flink: the memory of the TaskManager is already given as a process')],
    ['a negative overhead', { 'process.size': '4g', 'flink.size': '4g' }, says(
      'taskmanager.memory.process.size and the other TaskManager sizes leave no valid JVM overhead [memory-overhead-remainder]',
      'process 4096m, Flink 4096m, metaspace 256m', 'a process that holds its parts',
      'leave the parts to Flink: the memory of the TaskManager is already given as a process')],
    ['overhead min above max', { 'jvm-overhead.min': '2g', 'process.size': '4g' }, says(
      'taskmanager.memory.jvm-overhead.min is above taskmanager.memory.jvm-overhead.max [memory-range]',
      'min 2048m, max 1024m', 'min up to max', 'set both')],
    ['network as a remainder below its minimum', { 'task.heap.size': '1g', 'managed.size': '1g', 'flink.size': '2310m' }, says(
      'the sizes that are set leave network memory outside its bounds [memory-network-remainder]', '6m', '64m to no limit',
      'leave taskmanager.memory.task.heap.size unset, so that task heap is the remainder, '
      + 'or move taskmanager.memory.network.min and taskmanager.memory.network.max')],
    ['an overflow', { 'jvm-overhead.fraction': '0.9999999', 'flink.size': '8t' }, says(
      'an amount of memory overflows Flink\'s 64 bits [memory-overflow]', '73789219298290434048 bytes',
      'less than 2^63 bytes', 'use smaller sizes and fractions')],
  ])('%s', (_, sizes, message) => expect(refusalOf(() => derive(sizes)).message).toBe(message));

  test.each([['1.0', '1'], ['-0.1', '-0.1'], ['NaN', 'NaN'], ['10%', '"10%"'], ['0,5', '"0,5"']])('managed.fraction %s', (fraction, got) => {
    expect(refusalOf(() => derive({ 'managed.fraction': fraction, 'process.size': '4g' })).message).toBe(says(
      'taskmanager.memory.managed.fraction is not a fraction that Flink accepts [memory-fraction]', got,
      '0 up to, not including, 1', 'write a decimal such as 0.4',
    ));
  });

  test('managed.fraction 0.95 leaves too little', () => {
    expect(refusalOf(() => derive({ 'managed.fraction': '0.95', 'process.size': '4g' })).code).toBe('memory-parts-exceed-flink');
  });
});

describe('the smallest process that starts', () => {
  const smallest = (settings: [string, string][]) => smallestProcess(new Map(settings), TASK_MANAGER_PROCESS.processSize.key, taskManagerMemory);

  test.each<[string, [string, string][], bigint]>([
    ['with defaults', [], 982n],
    ['without managed memory', [['taskmanager.memory.managed.size', '0']], 768n],
  ])('%s', (_, settings, mebibytes) => {
    expect(smallest(settings)).toBe(mebibytes * MEBIBYTE);
    const starting = (size: bigint) => taskManagerMemory(new Map(settings).set('taskmanager.memory.process.size', `${size}m`));
    expect(starting(mebibytes).taskHeap).toBe(mebibytes === 982n ? 419_428n : 0n);
    expect(refusalOf(() => starting(mebibytes - 1n)).code).toBe('memory-parts-exceed-flink');
  });

  test('none, where no process size helps', () => expect(smallest([['taskmanager.memory.managed.fraction', '1.5']])).toBeUndefined());
});

describe('laws', () => {
  const mebibytes = (min: number, max: number) => fc.integer({ min, max }).map((size) => `${size}m`);
  const common = {
    'framework.heap.size': mebibytes(0, 512),
    'framework.off-heap.size': mebibytes(0, 512),
    'task.off-heap.size': mebibytes(0, 512),
    'jvm-metaspace.size': mebibytes(64, 512),
    'managed.fraction': fc.constantFrom('0', '0.1', '0.33', '0.4', '0.5'),
    'network.fraction': fc.constantFrom('0.05', '0.1', '0.2'),
    'jvm-overhead.fraction': fc.constantFrom('0', '0.1', '0.17'),
  };
  const path = (given: Record<string, fc.Arbitrary<string>>) =>
    fc.record({ ...common, ...given }, { requiredKeys: Object.keys(given) as never[] }) as fc.Arbitrary<Sizes>;
  const anyPath = fc.oneof(
    path({ 'process.size': mebibytes(6000, 60_000) }),
    path({ 'flink.size': mebibytes(6000, 60_000) }),
    path({ 'task.heap.size': mebibytes(0, 9000), 'managed.size': mebibytes(0, 9000) }),
    path({ 'process.size': mebibytes(6000, 60_000), 'managed.size': mebibytes(0, 1000) }),
    path({ 'process.size': mebibytes(9000, 60_000), 'task.heap.size': mebibytes(0, 1000) }),
  );

  test('the parts sum to the process on every path', () => {
    fc.assert(fc.property(anyPath, (sizes) => {
      const memory = derive(sizes);
      expect(sumOf(memory)).toBe(memory.totalProcess);
      expect(memory.totalFlink + memory.jvmMetaspace + memory.jvmOverhead).toBe(memory.totalProcess);
      expect(PARTS.every((part) => memory[part] >= 0n)).toBe(true);
    }));
  });

  test('the parts, frozen as Flink passes them on, derive the same', () => {
    fc.assert(fc.property(anyPath, (sizes) => {
      const memory = derive(sizes);
      const bytes = (part: keyof TaskManagerMemory) => `${memory[part]}b`;
      expect(derive({
        'framework.heap.size': bytes('frameworkHeap'),
        'framework.off-heap.size': bytes('frameworkOffHeap'),
        'task.heap.size': bytes('taskHeap'),
        'task.off-heap.size': bytes('taskOffHeap'),
        'managed.size': bytes('managed'),
        'network.min': bytes('network'),
        'network.max': bytes('network'),
        'jvm-metaspace.size': bytes('jvmMetaspace'),
        'jvm-overhead.min': bytes('jvmOverhead'),
        'jvm-overhead.max': bytes('jvmOverhead'),
      })).toEqual(memory);
    }));
  });

  test('more process never means less of any pool', () => {
    fc.assert(fc.property(fc.record(common), fc.integer({ min: 6000, max: 60_000 }), fc.integer({ min: 1, max: 9000 }), (sizes, size, more) => {
      const [small, large] = [size, size + more].map((process) => derive({ ...sizes, 'process.size': `${process}m` }));
      expect(PARTS.filter((part) => large[part] < small[part])).toEqual([]);
    }));
  });
});
