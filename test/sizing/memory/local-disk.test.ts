import { Facts, planOf } from '../arbitrary-workload';
import { StateLocation, WorkloadKind } from 'cdk8s-flink';

const { LOCAL_DISK, REMOTE } = StateLocation;
const STATE: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 10 * 1024 };
const gibibytesOf = (facts: Partial<Facts>, stateLocation: StateLocation, decided = {}) =>
  planOf({ ...STATE, ...facts }, { stateLocation, parallelism: 2, taskSlots: 1, ...decided }).localDisk!.mebibytes / 1024;

// 5 GiB of state on each of two TaskManagers.
test.each<[string, Partial<Facts>, StateLocation, number]>([
  ['the state twice, and 10 GiB to spare', {}, LOCAL_DISK, 20],
  ['once more for local recovery', { recoveryTimeSeconds: 3_600 }, LOCAL_DISK, 25],
  ['a quarter of it beside ForSt', {}, REMOTE, 12],
])('a local disk holds %s', (_, facts, location, gibibytes) => expect(gibibytesOf(facts, location)).toBe(gibibytes));

test('the cache of ForSt is as large as one says', () => {
  expect(gibibytesOf({}, REMOTE, { assumptions: { remoteCache: 1 } })).toBe(15);
});

test('state on the heap has a disk for two copies of it where they are asked for', () => {
  expect(gibibytesOf({}, StateLocation.HEAP, { localRecovery: true })).toBe(20);
  expect(planOf(STATE, { stateLocation: StateLocation.HEAP }).localDisk).toBeUndefined();
});
