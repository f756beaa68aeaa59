import { workloadOf } from './arbitrary-workload';
import { cpuDemand } from '../../src/sizing/cpu-demand';
import { WorkloadKind } from 'cdk8s-flink';

const demandOf = (facts: object) =>
  cpuDemand(workloadOf({ kind: WorkloadKind.DEDUPLICATION, rate: 22_000, recordBytes: 0.001, stateMebibytes: 1, ...facts })).value;

test('a core\'s worth of records, or of bytes, needs one core at 65 % busy', () => {
  expect(demandOf({})).toBeCloseTo(1 / 0.65, 5);
  expect(demandOf({ kind: WorkloadKind.STATELESS_TRANSFORMATION, rate: 60_000 })).toBeCloseTo(1 / 0.65, 5);
  expect(demandOf({ rate: 20, recordBytes: 1e6 })).toBeCloseTo((1 + 20 / 22_000) / 0.65, 5);
});

test.each<[number, number]>([[1, 1.5], [500, 1.5], [501, 1.2], [1_000, 1.2], [1_001, 1.1], [4_999, 1.1], [5_000, 1], [60_000, 1]])(
  'an answer within %d ms costs %d times the CPU', (latencyMillis, factor) => {
    expect(demandOf({ latencyMillis }) / demandOf({})).toBeCloseTo(factor, 10);
  },
);
