import { allocatorWithoutJemalloc } from '../../../src/rules/state/allocator-without-jemalloc';
import { found, Read } from '../examples';

describe('allocator-without-jemalloc', () => {
  test('the variable is found as an option', () => expect(found(allocatorWithoutJemalloc)).toEqual([{
    at: 'spec.flinkConfiguration["containerized.taskmanager.env.DISABLE_JEMALLOC"]',
    what: 'RocksDB runs without jemalloc, and its memory grows beyond what Flink counts',
    got: 'DISABLE_JEMALLOC is set',
    allowed: 'nothing, or false',
  }]));

  test.each<[string, Partial<Read>]>([
    ['podTemplate: { spec: { containers: [{ name: flink-main-container, env: [{ name: DISABLE_JEMALLOC, value: "1" }] }] } }', { at: 'spec.podTemplate' }],
  ])('%s is found', (part, read) => expect(found(allocatorWithoutJemalloc, part)).toMatchObject([read]));

  test.each([
    allocatorWithoutJemalloc.passes!,
    'jobManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, env: [{ name: DISABLE_JEMALLOC, value: "true" }] }] } } }',
    'flinkConfiguration: { state.backend.type: "hashmap", containerized.taskmanager.env.DISABLE_JEMALLOC: "true" }',
  ])('%s is none', (part) => expect(found(allocatorWithoutJemalloc, part)).toEqual([]));
});
