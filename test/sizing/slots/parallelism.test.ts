import { SizingRequest } from '../../../src/sizing/facts/sizing-request';
import { refusalOf, says } from '../../refusals';
import { planOf } from '../arbitrary-workload';
import { WorkloadKind } from 'cdk8s-flink';

const FACTS = { kind: WorkloadKind.DEDUPLICATION, rate: 20_000, recordBytes: 512, stateMebibytes: 1_024 };

test.each<[number, number | undefined, number, number, number]>([
  // records a second, partitions, parallelism, task slots, TaskManagers
  [1, undefined, 1, 1, 1],
  [20_000, 24, 2, 2, 1],
  [20_000, undefined, 2, 2, 1],
  [20_000, 1, 1, 1, 1],
  [20_000, 2, 2, 2, 1],
  [20_000, 3, 3, 1, 3],
  [70_000, 24, 8, 2, 4],
  [1_000_000, 24, 24, 2, 12],
])('%d records a second from %p partitions', (rate, partitions, parallelism, taskSlots, taskManagers) => {
  expect(planOf({ ...FACTS, rate, partitions })).toMatchObject({ parallelism, taskSlots, taskManagers });
});

test.each<[string, string, Partial<SizingRequest>, string, number]>([
  ['parallelism', 'parallelism', { parallelism: 0 }, '0', 32_768], ['parallelism', 'parallelism', { parallelism: 32_769 }, '32769', 32_768],
  ['maxParallelism', 'max-parallelism', { maxParallelism: 1.5 }, '1.5', 32_768], ['maxParallelism', 'max-parallelism', { maxParallelism: -1 }, '-1', 32_768],
  ['taskManager.taskSlots', 'task-slots', { taskSlots: NaN }, 'NaN', 1024], ['taskManager.taskSlots', 'task-slots', { taskSlots: 1025 }, '1025', 1024],
])('%s that is no count is refused (case %#)', (property, code, decided, got, most) => {
  expect(refusalOf(() => planOf(FACTS, decided)).message).toBe(says(
    `${property} must be a whole number [${code}]`, got, `1 to ${most}`, `leave ${property} out to have it derived`,
  ));
});

test('a max parallelism below the parallelism is refused', () => {
  expect(refusalOf(() => planOf(FACTS, { parallelism: 8, maxParallelism: 4 })).message).toBe(says(
    'maxParallelism is below the parallelism [max-parallelism-below-parallelism]',
    'maxParallelism 4, parallelism 8', '8 to 32768', 'leave it out for 120, or raise it',
  ));
});

test('what the user decides stands, and TaskManagers follow', () => {
  expect(planOf(FACTS, { parallelism: 7, taskSlots: 3 })).toMatchObject({ parallelism: 7, taskSlots: 3, taskManagers: 3, maxParallelism: 120 });
});

test('a workload beyond Flink\'s largest parallelism is refused, unless the parallelism is given', () => {
  const huge = { ...FACTS, rate: 1e9 };
  expect(refusalOf(() => planOf(huge)).message).toBe(says(
    'one Flink job cannot hold this workload [workload-too-large]', '91,877 slots needed for 1,000,000,000 records a second',
    'up to 32,768, Flink\'s largest parallelism, so about 356,650,739 records a second',
    'split the stream over several jobs, or set the parallelism that you have measured',
  ));
  expect(planOf(huge, { parallelism: 32_768, taskSlots: 4 })).toMatchObject({ parallelism: 32_768, maxParallelism: 32_768, taskManagers: 8_192 });
});

test('partitions that carry the load at no published rate are refused, unless the parallelism is given', () => {
  const narrow = { ...FACTS, rate: 1_000_000, partitions: 2 };
  expect(refusalOf(() => planOf(narrow)).message).toBe(says(
    'the source has too few partitions for its throughput, even at the best published rates [partitions-too-few]',
    'workload.sourcePartitions 2, 1,000,000 records a second',
    '6 partitions and more, or about 333,333 records a second', 'add partitions to the topic, or set the parallelism that you have measured',
  ));
  expect(planOf({ ...narrow, partitions: 10 })).toMatchObject({ parallelism: 10 });
  expect(planOf(narrow, { parallelism: 2 })).toMatchObject({ parallelism: 2 });
});
