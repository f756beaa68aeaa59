import { planOf } from '../arbitrary-workload';
import { WorkloadKind } from 'cdk8s-flink';

const jobManagerOf = (parallelism: number, kind = WorkloadKind.DEDUPLICATION) => {
  const { jobManagerMemory, jobManagerCpu } = planOf({ kind, rate: 1, recordBytes: 10, stateMebibytes: 1_024 }, { parallelism });
  return [jobManagerMemory.mebibytes, jobManagerCpu.amountInCores];
};

test.each<[number, number, number]>([
  // two vertices; memory in MiB, cores
  [1, 1_024, 1], [32, 1_024, 1], [33, 1_280, 1], [100, 1_536, 1], [500, 3_072, 1], [2_000, 8_960, 1], [2_001, 8_960, 2], [10_000, 40_960, 4],
])('parallelism %d of two vertices needs %d MiB and %d cores', (parallelism, ...needs) => expect(jobManagerOf(parallelism)).toEqual(needs));

test('more vertices are more tasks', () => expect(jobManagerOf(500, WorkloadKind.REGULAR_JOIN)).toEqual([5_120, 1]));
