import { thinJvmOverhead } from '../../../src/rules/memory/thin-jvm-overhead';
import { found } from '../examples';

describe('thin-jvm-overhead', () => {
  test('less than Flink\'s least is found', () => expect(found(thinJvmOverhead)).toEqual([{
    at: 'spec.taskManager',
    what: 'RocksDB may take memory beyond its cache, and there is little room for it',
    got: '64 MiB of JVM overhead',
    allowed: '192 MiB, which Flink gives every TaskManager, and more',
    becomes: '64 MiB for all native memory beside heap, managed and network, of a process of 4,096 MiB',
  }]));

  test.each([
    thinJvmOverhead.passes!,
    'flinkConfiguration: { taskmanager.memory.jvm-overhead.min: "192m", taskmanager.memory.jvm-overhead.max: "192m" }',
    'flinkConfiguration: { state.backend.type: "hashmap", taskmanager.memory.jvm-overhead.max: "64m", taskmanager.memory.jvm-overhead.min: "64m" }',
  ])('%s is none', (part) => expect(found(thinJvmOverhead, part)).toEqual([]));
});
