import { sizingFacts } from '../../../src/sizing/facts/sizing-facts';
import { checkpointMebibytes } from '../../../src/sizing/runtime/checkpoint-duration';
import { Facts, requestedPlanOf } from '../arbitrary-workload';
import { FlinkApi, StateLocation, WorkloadKind } from 'cdk8s-flink';

const DAY = 86_400;
const KEYS = { distinct: 1e6 };
const A_DAY_OF_KEYS = { ...KEYS, liveForSeconds: DAY };
const HOPPING = { windowOverlap: 60 };

/** A thousand records of 100 B a second. */
const factsOf = (kind: WorkloadKind, keys: Facts['keys'], more: Facts['more']) =>
  sizingFacts(requestedPlanOf({ kind, rate: 1_000, recordBytes: 100, stateMebibytes: 1, keys, more }).request);

test.each<[string, WorkloadKind, Facts['keys'], Facts['more'], number]>([
  ['a key each', WorkloadKind.DEDUPLICATION, KEYS, {}, 64e6],
  ['no more keys than records come within the time to live', WorkloadKind.DEDUPLICATION, { ...KEYS, liveForSeconds: 10 }, {}, 64e4],
  ['an answer for each window that a key is in', WorkloadKind.WINDOWED_AGGREGATION, KEYS, HOPPING, 60 * 128e6],
  ['what is said of a key, whatever its windows', WorkloadKind.WINDOWED_AGGREGATION, { ...KEYS, bytes: 500 }, HOPPING, 500e6],
  ['every record of an interval join', WorkloadKind.INTERVAL_JOIN, A_DAY_OF_KEYS, {}, DAY * 1_000 * 132],
  ['every record, where keys are more', WorkloadKind.INTERVAL_JOIN, { ...A_DAY_OF_KEYS, distinct: 1e12 }, {}, DAY * 1_000 * 132],
  ['one record of a key in a regular join', WorkloadKind.REGULAR_JOIN, A_DAY_OF_KEYS, {}, 132e6],
])('state holds %s', (_, kind, keys, more, bytes) => {
  expect(factsOf(kind, keys, more).state.mebibytes * 2 ** 20).toBeCloseTo(bytes, 0);
});

test.each<[string, WorkloadKind, Facts['keys'], Facts['more'], number]>([
  ['itself and no other of its key', WorkloadKind.INTERVAL_JOIN, A_DAY_OF_KEYS, {}, 132],
  ['the answers of all its windows', WorkloadKind.WINDOWED_AGGREGATION, KEYS, HOPPING, 60 * 128],
  ['one slice of its windows in SQL', WorkloadKind.WINDOWED_AGGREGATION, KEYS, { ...HOPPING, api: FlinkApi.SQL }, 128],
])('a record changes %s', (_, kind, keys, more, bytes) => {
  const job = { facts: factsOf(kind, keys, more), location: StateLocation.LOCAL_DISK, shape: { parallelism: 1, taskSlots: 1, taskManagers: 1 } };
  // A second of them, three times over for compaction.
  expect((checkpointMebibytes(job, 1, 'value') * 2 ** 20) / 1_000 / 3).toBeCloseTo(bytes, 6);
});
