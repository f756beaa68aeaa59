import { planOf } from './arbitrary-workload';
import { StateLocation, WorkloadKind } from 'cdk8s-flink';

const planFor = (stateMebibytes: number, stateLocation: StateLocation) => planOf(
  { kind: WorkloadKind.DEDUPLICATION, rate: 1, recordBytes: 10, stateMebibytes },
  { stateLocation, parallelism: 1, taskSlots: 1 },
);
const { HEAP, LOCAL_DISK } = StateLocation;

test.each<[string, number, StateLocation, number, number]>([
  // state in MiB, interval and timeout in seconds; a checkpoint takes 2 s and the upload at 50 MiB/s
  ['little state: the shortest interval', 100, HEAP, 30, 600],
  ['three times 22 s, in steps of 30 s', 1_000, HEAP, 90, 600],
  ['RocksDB uploads a tenth', 10_000, LOCAL_DISK, 90, 600],
  ['no longer than five minutes', 7_500, HEAP, 300, 780],
  ['but one and a half times the duration at least', 50_000, HEAP, 1_530, 5_040],
])('%s', (_, state, location, interval, timeout) => {
  const plan = planFor(state, location);
  expect([plan.checkpointInterval!.toSeconds(), plan.checkpointTimeout!.toSeconds()]).toEqual([interval, timeout]);
});

test('without checkpoints there is neither', () => {
  const plan = planOf({ kind: WorkloadKind.DEDUPLICATION, rate: 1, recordBytes: 10, stateMebibytes: 1 }, { checkpoints: false });
  expect([plan.checkpointInterval, plan.checkpointTimeout, plan.tryDecision('checkpoint-interval')]).toEqual([undefined, undefined, undefined]);
});
