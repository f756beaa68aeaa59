import { managedMemoryOf, managedMemoryShare } from '../../../src/flink/memory/managed-memory-shares';
import { Facts, planOf } from '../arbitrary-workload';
import { FlinkApi, ProgrammingLanguage, StateLocation, WorkloadKind } from 'cdk8s-flink';

const { HEAP, LOCAL_DISK } = StateLocation;
const WINDOWS: Facts = { kind: WorkloadKind.WINDOWED_AGGREGATION, rate: 1_000, recordBytes: 100, stateMebibytes: 100 };
const SQL = { api: FlinkApi.SQL };
const PYTHON = { language: ProgrammingLanguage.PYTHON };

/** Managed memory of one slot, in MiB. */
const slotOf = (facts: Partial<Facts>, stateLocation: StateLocation, decided = {}) =>
  planOf({ ...WINDOWS, ...facts }, { stateLocation, parallelism: 1, taskSlots: 1, ...decided }).managedMemory!;

test.each<[string, Partial<Facts>, StateLocation, number]>([
  ['nothing for state on the heap', {}, HEAP, 0],
  ['the buffers of SQL windows', { more: SQL }, HEAP, 64],
  ['a Python process', { more: PYTHON }, HEAP, 256],
  // Two states and timers: three column families of 32 MiB in a third of it.
  ['write buffers', {}, LOCAL_DISK, 288],
  ['write buffers of ten states', { more: { states: 10 } }, LOCAL_DISK, 3 * 11 * 32],
  ['a tenth of the state', { stateMebibytes: 10_000 }, LOCAL_DISK, 1_000],
  ['not more than 2 GiB', { stateMebibytes: 100_000 }, LOCAL_DISK, 2_048],
  // Weights of 70 for windows and RocksDB and of 30 for Python: the neediest decides.
  ['RocksDB beside SQL windows', { more: SQL }, LOCAL_DISK, 2 * 288],
  ['Python beside RocksDB', { more: PYTHON }, LOCAL_DISK, Math.ceil(256 / 0.3)],
  ['all three', { more: { ...SQL, ...PYTHON } }, LOCAL_DISK, Math.ceil((256 * 170) / 30)],
])('managed memory holds %s', (_, facts, location, mebibytes) => expect(slotOf(facts, location).mebibytes).toBe(mebibytes));

test('each consumer gets what it needs by Flink\'s own division', () => {
  const slot = slotOf({ more: { ...SQL, ...PYTHON } }, LOCAL_DISK)._bytes;
  const all = ['OPERATOR', 'STATE_BACKEND', 'PYTHON'] as const;
  const [operator, stateBackend, python] = all.map((consumer) => Number(managedMemoryOf(slot, managedMemoryShare(consumer, all))) / 2 ** 20);
  expect(operator).toBeGreaterThanOrEqual(64);
  expect(stateBackend).toBeGreaterThanOrEqual(288);
  expect(python).toBeGreaterThanOrEqual(256);
});

test('twice as much where the measured cache misses too often', () => {
  expect(slotOf({}, LOCAL_DISK, { calibration: { cacheHitRate: 0.79 } }).mebibytes).toBe(2 * 288);
  expect(slotOf({}, LOCAL_DISK, { calibration: { cacheHitRate: 0.8 } }).mebibytes).toBe(288);
});

test('no assumption leaves SQL windows less than they start with', () => {
  expect(slotOf({ more: SQL }, HEAP, { assumptions: { sqlWindowPerSlot: 0.5 } }).mebibytes).toBe(3);
});
