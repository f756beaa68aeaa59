import { Duration } from 'cdk8s';
import { requestedPlanOf } from './arbitrary-workload';
import { planSettings } from '../../src/sizing/plan-settings';
import { SizingRequest } from '../../src/sizing/sizing-request';
import { MemorySize } from '../../src/units/memory-size';
import { DecisionBasis, WorkloadKind } from 'cdk8s-flink';

const FACTS = { kind: WorkloadKind.DEDUPLICATION, rate: 20_000, recordBytes: 512, stateMebibytes: 40 * 1024, partitions: 24 };
const valuesOf = (basis: DecisionBasis, decided: Partial<SizingRequest> = {}) =>
  Object.fromEntries(planSettings(requestedPlanOf(FACTS, decided))[basis].map(({ key, value }) => [key, value]));

test('a plan by rules is settings by rules, in the texts of Flink', () => {
  expect(Object.keys(valuesOf(DecisionBasis.RULE))).toEqual([
    'taskmanager.numberOfTaskSlots', 'pipeline.max-parallelism', 'taskmanager.memory.managed.size', 'taskmanager.memory.network.min',
    'taskmanager.memory.network.max', 'execution.checkpointing.interval', 'execution.checkpointing.timeout',
  ]);
  expect(valuesOf(DecisionBasis.RULE)).toMatchObject({ 'taskmanager.numberOfTaskSlots': '2', 'execution.checkpointing.timeout': '10min' });
  expect(valuesOf(DecisionBasis.EXPLICIT)).toEqual({});
});

test('what the user decided is told apart', () => {
  const decided = { taskSlots: 4, checkpointInterval: Duration.seconds(90) };
  expect(valuesOf(DecisionBasis.EXPLICIT, decided)).toEqual({ 'taskmanager.numberOfTaskSlots': '4', 'execution.checkpointing.interval': '90s' });
  expect(valuesOf(DecisionBasis.RULE, decided)).not.toHaveProperty(['taskmanager.numberOfTaskSlots']);
});

test('an explicit process leaves the pools to Flink', () => {
  const keys = Object.keys(valuesOf(DecisionBasis.RULE, { taskManagerMemory: MemorySize.ofMebibytes(8192) }));
  expect(keys.filter((key) => key.startsWith('taskmanager.memory'))).toEqual([]);
});

test('without checkpoints there is no schedule', () => {
  expect(Object.keys(valuesOf(DecisionBasis.RULE, { checkpoints: false })).filter((key) => key.includes('checkpoint'))).toEqual([]);
});
