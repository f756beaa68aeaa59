import { Duration } from 'cdk8s';
import { SizingRequest } from '../../../src/sizing/facts/sizing-request';
import { planSettings } from '../../../src/sizing/plan/plan-settings';
import { MemorySize } from '../../../src/units/memory-size';
import { Facts, requestedPlanOf } from '../arbitrary-workload';
import { WorkloadKind } from 'cdk8s-flink';

const FACTS: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 20_000, recordBytes: 512, stateMebibytes: 40 * 1024, partitions: 24 };
const URGENT: Facts = { ...FACTS, latencyMillis: 200, recoveryTimeSeconds: 600, more: { objectReuseSafe: true } };
const settingsOf = (decided: Partial<SizingRequest> = {}, facts = FACTS) => {
  const { derived, explicit } = planSettings(requestedPlanOf(facts, decided));
  return [derived, explicit].map((settings) => Object.fromEntries(settings.map(({ key, value }) => [key, value])));
};

test('a plan by rules is settings by rules, in the texts of Flink; what stays off is not written', () => {
  expect(settingsOf()).toEqual([{
    'taskmanager.numberOfTaskSlots': '2',
    'pipeline.max-parallelism': '120',
    'taskmanager.memory.managed.size': '4096m',
    'taskmanager.memory.network.min': '64m',
    'taskmanager.memory.network.max': '64m',
    'execution.checkpointing.interval': '30s',
    'execution.checkpointing.timeout': '10min',
    'execution.checkpointing.min-pause': '10s',
    'execution.checkpointing.num-retained': '3',
    'restart-strategy.type': 'exponential-delay',
    'restart-strategy.exponential-delay.max-backoff': '1min',
  }, {}]);
});

test('what is urgent switches on what helps', () => {
  expect(settingsOf({}, URGENT)[0]).toMatchObject({
    'execution.checkpointing.unaligned.enabled': 'true',
    'execution.checkpointing.aligned-checkpoint-timeout': '15s',
    'execution.state-recovery.from-local': 'true',
    'execution.buffer-timeout.interval': '20ms',
    'taskmanager.network.memory.buffer-debloat.enabled': 'true',
    'pipeline.object-reuse': 'true',
  });
});

test('what the user decided is told apart, and written even where it is off', () => {
  const decided = { taskSlots: 4, checkpointInterval: Duration.seconds(90), unalignedCheckpoints: false };
  const [derived, explicit] = settingsOf(decided, URGENT);
  expect(explicit).toEqual({
    'taskmanager.numberOfTaskSlots': '4', 'execution.checkpointing.interval': '90s', 'execution.checkpointing.unaligned.enabled': 'false',
  });
  expect(Object.keys(explicit).filter((key) => key in derived)).toEqual([]);
});

test('an explicit process leaves the pools to Flink', () => {
  const [derived] = settingsOf({ taskManagerMemory: MemorySize.ofMebibytes(8192) });
  expect(Object.keys(derived).filter((key) => key.startsWith('taskmanager.memory'))).toEqual([]);
});

test('without checkpoints there is no schedule', () => {
  expect(Object.keys(settingsOf({ checkpoints: false })[0]).filter((key) => key.includes('checkpoint'))).toEqual([]);
});
