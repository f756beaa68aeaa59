import { networkByRemainder, twoMemorySizes } from '../../../src/rules/memory/memory-by-remainder';
import { found, Read } from '../examples';

describe('two-memory-sizes', () => {
  test('the size of Flink beside that of the process is found, with what is left', () => expect(found(twoMemorySizes)).toEqual([{
    at: 'spec.flinkConfiguration["taskmanager.memory.flink.size"]',
    what: 'taskmanager.memory.flink.size beside the memory of the whole process leaves the JVM overhead to chance',
    got: '"3392m" in a process of 4,096 MiB',
    allowed: 'one of the two',
    becomes: 'JVM overhead is what is left, 448 MiB',
    edits: [{ remove: ['spec', 'flinkConfiguration', 'taskmanager.memory.flink.size'] }],
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { jobmanager.memory.flink.size: "1600m" }', { at: 'spec.flinkConfiguration["jobmanager.memory.flink.size"]', becomes: 'JVM overhead is what is left, 192 MiB' }],
  ])('%s is found', (part, read) => expect(found(twoMemorySizes, part)).toMatchObject([read]));

  test.each([
    twoMemorySizes.passes!,
    'taskManager: { resource: { memory: null } }\nflinkConfiguration: { taskmanager.memory.flink.size: "3392m" }',
  ])('%s is none', (part) => expect(found(twoMemorySizes, part)).toEqual([]));
});

describe('network-by-remainder', () => {
  test('a fixed task heap is found, with what network memory becomes', () => expect(found(networkByRemainder)).toEqual([{
    at: 'spec.flinkConfiguration["taskmanager.memory.task.heap.size"]',
    what: 'with a fixed task heap the network memory is whatever is left',
    got: '"1024m"',
    allowed: 'nothing, so that task heap is what is left',
    becomes: 'network memory 778 MiB, task heap 1,024 MiB',
  }]));

  test.each([
    networkByRemainder.passes!,
    'flinkConfiguration: { taskmanager.memory.task.heap.size: "1024m", taskmanager.memory.managed.size: "1g" }',
  ])('%s is none', (part) => expect(found(networkByRemainder, part)).toEqual([]));
});
