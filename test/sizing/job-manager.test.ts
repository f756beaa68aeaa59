import { planOf } from './arbitrary-workload';
import { WorkloadKind } from 'cdk8s-flink';

const memoryOf = (parallelism: number, kind = WorkloadKind.DEDUPLICATION) =>
  planOf({ kind, rate: 1, recordBytes: 10, stateMebibytes: 1_024 }, { parallelism }).jobManagerMemory.mebibytes;

test.each<[number, number]>([[1, 1_024], [32, 1_024], [33, 1_280], [100, 1_536], [500, 3_072], [10_000, 40_960]])(
  'parallelism %d of two vertices needs %d MiB', (parallelism, mebibytes) => expect(memoryOf(parallelism)).toBe(mebibytes),
);

test('more vertices are more tasks', () => expect(memoryOf(500, WorkloadKind.REGULAR_JOIN)).toBe(5_120));
