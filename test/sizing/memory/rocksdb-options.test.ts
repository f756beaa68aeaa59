import { Size } from 'cdk8s';
import { Facts, planOf } from '../arbitrary-workload';
import { Cpu, DiskKind, RocksDbTuning, StateLocation, WorkloadKind } from 'cdk8s-flink';

const WINDOWS: Facts = { kind: WorkloadKind.WINDOWED_AGGREGATION, rate: 1_000, recordBytes: 100, stateMebibytes: 10_000 };
const rocksDbOf = (facts: Partial<Facts>, decided = {}): RocksDbTuning =>
  planOf({ ...WINDOWS, ...facts }, { stateLocation: StateLocation.LOCAL_DISK, parallelism: 1, taskSlots: 1, ...decided }).rocksDb!;

test.each<[string, Partial<Facts>, boolean]>([
  // 16 MiB of a hundred bytes each: 167,772
  ['of few keys', { keys: { distinct: 160_000 } }, true],
  ['of many keys', { keys: { distinct: 170_000 } }, false],
  ['of few keys in many windows', { keys: { distinct: 100_000 }, more: { windowOverlap: 2 } }, false],
  ['of keys that nobody counted', {}, false],
  ['where none are set', { kind: WorkloadKind.DEDUPLICATION, keys: { distinct: 10 } }, false],
  ['of each record in an interval join', { kind: WorkloadKind.INTERVAL_JOIN, keys: { distinct: 10, liveForSeconds: 200 } }, false],
])('timers on the heap: %s', (_, facts, onHeap) => expect(rocksDbOf(facts).timersOnHeap).toBe(onHeap));

test.each<[string, Partial<Facts>, boolean]>([
  // A tenth of it is cached, and a fiftieth is index: a fifth of the cache, up to 2 GiB of cache.
  ['fit beside the data', { stateMebibytes: 20_000 }, false],
  ['would take over a quarter of the cache', { stateMebibytes: 26_000 }, true],
])('index and filters that %s', (_, facts, inParts) => expect(rocksDbOf(facts).partitionedIndexFilters).toBe(inParts));

test.each<[DiskKind, number, string]>([
  [DiskKind.LOCAL_SSD, 1_000, 'FLASH_SSD_OPTIMIZED'],
  [DiskKind.NETWORK, 1_000, 'DEFAULT'],
  [DiskKind.SPINNING, 1_000, 'SPINNING_DISK_OPTIMIZED'],
  [DiskKind.SPINNING, 20_000, 'SPINNING_DISK_OPTIMIZED_HIGH_MEM'],
])('%s under %d MiB of state: %s', (diskKind, stateMebibytes, options) => {
  const nodeShape = { cpu: Cpu.cores(8), memory: Size.gibibytes(32), diskKind };
  expect(rocksDbOf({ stateMebibytes }, { nodeShape }).predefinedOptions).toBe(options);
});

test('filters where keys are often absent; two threads a core, from two to four', () => {
  expect(rocksDbOf({})).toMatchObject({ bloomFilter: true, backgroundThreads: 2 });
  const sums = rocksDbOf({ kind: WorkloadKind.UNBOUNDED_AGGREGATION }, { taskManagerCpu: Cpu.cores(8) });
  expect(sums).toMatchObject({ bloomFilter: false, backgroundThreads: 4 });
});

test.each<[DiskKind, number]>([[DiskKind.LOCAL_SSD, 4], [DiskKind.SPINNING, 4], [DiskKind.NETWORK, 2]])(
  'on one core and a %s, %d threads: no fewer than the options of that disk set', (diskKind, threads) => {
    const nodeShape = { cpu: Cpu.cores(8), memory: Size.gibibytes(32), diskKind };
    expect(rocksDbOf({}, { nodeShape }).backgroundThreads).toBe(threads);
  },
);
