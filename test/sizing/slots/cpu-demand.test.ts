import { Facts, planOf } from '../arbitrary-workload';
import { WorkloadKind } from 'cdk8s-flink';

const FACTS: Facts = { kind: WorkloadKind.STATELESS_TRANSFORMATION, rate: 100_000, recordBytes: 100, stateMebibytes: 1 };
const demandOf = (facts: Partial<Facts>) => planOf({ ...FACTS, ...facts }).cpuDemand;

test('100,000 records a second of 9 µs keep 0.9 cores busy, 65 % of 1.38', () => expect(demandOf({})).toBeCloseTo(0.9 / 0.65, 10));

test.each<[string, Partial<Facts>, number]>([
  ['a peak half as high again is within the headroom', { peak: 1.2 }, 0.9 / 0.65],
  ['a peak of twice the average may fill nine tenths', { peak: 2 }, 1.8 / 0.9],
  ['growth multiplies', { growth: 3 }, 2.7 / 0.65],
])('%s', (_, facts, cores) => expect(demandOf(facts)).toBeCloseTo(cores, 10));

test.each<[number, number]>([[1, 1.5], [500, 1.5], [501, 1.2], [1_000, 1.2], [1_001, 1.1], [4_999, 1.1], [5_000, 1], [60_000, 1]])(
  'an answer within %d ms costs %d times the CPU', (latencyMillis, factor) => expect(demandOf({ latencyMillis }) / demandOf({})).toBeCloseTo(factor, 10),
);

test('a recovery time asks for the rate that works off the backlog in what is left of it', () => {
  // down for 90 s, a quarter of the objective repeated: (90 + 60) / (240 - 90) as much again
  const plan = planOf({ ...FACTS, recoveryTimeSeconds: 240 });
  expect(plan.tryDecision('catch-up-rate')).toMatchObject({
    value: { value: 200_000 },
    reason: '4 minutes after a failure nothing must be left of what gathered: the job is down for 90 s and repeats up to 60 s',
  });
  expect([plan.parallelism, planOf(FACTS).parallelism]).toEqual([2, 2]);
  expect(planOf({ ...FACTS, recoveryTimeSeconds: 100 }).parallelism).toBe(12);
});

test('a slot that waits on other systems has the cores that its work asks for, up to two', () => {
  // 24 µs of a core for each record: 36.9 cores, and half as many slots.
  const plan = planOf({ ...FACTS, kind: WorkloadKind.ASYNC_ENRICHMENT, rate: 1_000_000, more: { lookupsAtOnce: 1_000 } });
  expect(plan.cpuDemand).toBeCloseTo(24 / 0.65, 10);
  expect([plan.parallelism, plan.taskManagerCpu.amountInCores]).toEqual([20, 3.693]);
  expect(plan.taskManagers * plan.taskManagerCpu.amountInCores).toBeCloseTo(plan.cpuDemand, 1);
});
