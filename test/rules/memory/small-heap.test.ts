import { smallJobManagerHeap, smallTaskHeap } from '../../../src/rules/memory/small-heap';
import { found, Read } from '../examples';

describe('small-task-heap', () => {
  test('a process that its other parts nearly fill is found, with all of them', () => expect(found(smallTaskHeap)).toEqual([{
    at: 'spec.taskManager',
    what: 'the code of the job has next to no heap',
    got: '12 MiB of task heap for each of 2 slots',
    allowed: '64 MiB and more for each slot',
    becomes: 'task heap 25 MiB, framework heap 128 MiB, managed 230 MiB, network 64 MiB, metaspace 256 MiB, JVM overhead 192 MiB, of a process of 1,024 MiB',
  }]));

  test.each<[string, Partial<Read>]>([
    ['taskManager: { resource: { memory: 4096m } }\nflinkConfiguration: { taskmanager.memory.managed.size: "2710m" }', { got: '60 MiB of task heap for each of 2 slots' }],
  ])('%s is found', (part, read) => expect(found(smallTaskHeap, part)).toMatchObject([read]));

  test.each([
    smallTaskHeap.passes!,
    'flinkConfiguration: { taskmanager.memory.managed.size: "2700m" }',
    'taskManager: { resource: { memory: 1200m } }\nflinkConfiguration: { taskmanager.memory.managed.size: "0" }',
  ])('%s is none', (part) => expect(found(smallTaskHeap, part)).toEqual([]));
});

describe('small-job-manager-heap', () => {
  test('less than Flink recommends is found', () => expect(found(smallJobManagerHeap)).toEqual([{
    at: 'spec.jobManager',
    what: 'the JobManager has less heap than Flink recommends',
    got: '64 MiB of heap',
    allowed: '128 MiB and more',
    becomes: 'heap 64 MiB, off-heap 128 MiB, metaspace 256 MiB, JVM overhead 192 MiB, of a process of 640 MiB',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { jobmanager.memory.off-heap.size: "1480m" }', { got: '107 MiB of heap' }],
  ])('%s is found', (part, read) => expect(found(smallJobManagerHeap, part)).toMatchObject([read]));

  test.each([
    smallJobManagerHeap.passes!,
    'jobManager: { resource: { memory: 704m } }',
  ])('%s is none', (part) => expect(found(smallJobManagerHeap, part)).toEqual([]));
});
