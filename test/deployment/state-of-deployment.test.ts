import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { deploymentOf } from './sample-deployment';
import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { Refusal, refusalIn } from '../../src/refusal';
import { refusalOf, says } from '../refusals';
import { someCluster } from '../some-cluster';
import {
  FlinkVersion, HashMapStateBackend, LocalDisk, RocksDbCompactionStyle, RocksDbCompression, RocksDbMetric, RocksDbPredefinedOptions,
  RocksDbStateBackend, RocksDbStateBackendProps, TunedFlinkDeployment,
} from 'cdk8s-flink';

const twinOf = (deployment: TunedFlinkDeployment): EffectiveCluster => someCluster(deployment.toJson().spec);
const rocksDbOf = (props: RocksDbStateBackendProps) => twinOf(deploymentOf({ stateBackend: new RocksDbStateBackend(props) })).rocksDb!;

test('write buffers take their share of managed memory, in the twin too', () => {
  const [usual, more] = [rocksDbOf({}), rocksDbOf({ memory: { writeBufferRatio: 0.8 } })];
  expect(more.writeBufferManagerCapacity * 5n).toBeGreaterThan(usual.writeBufferManagerCapacity * 8n - 16n);
  expect(more.cacheCapacity).toBeLessThan(usual.cacheCapacity);
});

test('shares that leave no cache are refused', () => {
  const stateBackend = new RocksDbStateBackend({ memory: { writeBufferRatio: 0.9, highPriorityPoolRatio: 0.2 } });
  expect(refusalOf(() => deploymentOf({ stateBackend })).code).toBe('rocksdb-memory-ratios');
});

test('a write buffer beyond the slot is refused', () => {
  const stateBackend = new RocksDbStateBackend({ writeBuffers: { size: Size.gibibytes(32) } });
  expect(refusalOf(() => deploymentOf({ stateBackend })).code).toBe('write-buffer-above-share');
});

test('what was set wins over the plan, and is told as such', () => {
  const props: RocksDbStateBackendProps = {
    backgroundThreads: 7,
    predefinedOptions: RocksDbPredefinedOptions.SPINNING_DISK_OPTIMIZED_HIGH_MEM,
    bloomFilter: false,
    partitionedIndexFilters: true,
    timersOnHeap: true,
    localRecovery: true,
  };
  const deployment = deploymentOf({ stateBackend: new RocksDbStateBackend(props) });
  expect(deployment.toJson().spec.flinkConfiguration).toMatchObject({
    'state.backend.rocksdb.thread.num': '7',
    'state.backend.rocksdb.predefined-options': 'SPINNING_DISK_OPTIMIZED_HIGH_MEM',
    // These options would switch it on.
    'state.backend.rocksdb.use-bloom-filter': 'false',
    'state.backend.rocksdb.memory.partitioned-index-filters': 'true',
    'state.backend.rocksdb.timer-service.factory': 'HEAP',
    'execution.state-recovery.from-local': 'true',
  });
  const names = [
    'rocksdb-background-threads', 'rocksdb-predefined-options', 'rocksdb-bloom-filter', 'rocksdb-partitioned-index-filters', 'rocksdb-timers-on-heap',
    'local-recovery',
  ];
  expect(names.map((name) => deployment.plan.tryDecision(name)!.basis)).toEqual(names.map(() => 'explicit'));
});

test('without a copy the disk is smaller', () => {
  const disk = (localRecovery: boolean) => deploymentOf({ stateBackend: new RocksDbStateBackend({ localRecovery }) }).plan.localDisk!.mebibytes;
  expect(disk(true)).toBeGreaterThan(disk(false));
});

test.each<[Record<string, string>, string]>([
  [{ 'state.backend.rocksdb.block-cache-size': '1024m' }, 'unknown-option'],
  [{ 'state.backend.rocksdb.block-size': '1024m' }, 'unknown-option'],
  [{ 'state.backend.rocksdb.block-size-multiplier': '10' }, 'unknown-option'],
  [{ 'state.backend.rocksdb.block.cache-size': '1024m' }, 'idle-state-option'],
  [{ 'state.backend.rocksdb.memory.managed': 'false' }, 'contradicts-plan'],
  [{ 'state.backend.rocksdb.memory.fixed-per-slot': '1g' }, 'contradicts-plan'],
  [{ 'state.backend.rocksdb.compaction.style': 'FIFO' }, 'state-losing-compaction'],
  [{ 'state.checkpoints.dir': 'file:///flink-local/checkpoints' }, 'snapshots-in-the-pod'],
])('%j is refused', (flinkConfiguration, code) => expect(refusalOf(() => deploymentOf({ flinkConfiguration })).code).toBe(code));

test('incremental checkpoints of the heap have no expression, and are refused raw', () => {
  const heap = { stateBackend: new HashMapStateBackend(), flinkConfiguration: { 'state.backend.incremental': 'true' } };
  expect(refusalOf(() => deploymentOf(heap)).code).toBe('idle-state-option');
  expect(Object.keys(new HashMapStateBackend().decisions)).not.toContain('incremental');
});

test('memory beside the managed one is refused with its reason', () => {
  expect(refusalOf(() => deploymentOf({ flinkConfiguration: { 'state.backend.rocksdb.memory.fixed-per-slot': '1g' } })).movedTo(undefined).message).toBe(says(
    'state.backend.rocksdb.memory.fixed-per-slot in flinkConfiguration contradicts the plan, and other values rest on it [contradicts-plan]',
    '"1g"', 'nothing', 'set taskManager.memory, of which managed memory is a part',
  ));
});

test('a raw setting of an option that is typed too wins, and stands in the manifest', () => {
  const stateBackend = new RocksDbStateBackend({ transferThreads: 8 });
  const { spec } = deploymentOf({ stateBackend, flinkConfiguration: { 'state.backend.rocksdb.checkpoint.transfer.thread.num': '2' } }).toJson();
  expect(spec.flinkConfiguration['state.backend.rocksdb.checkpoint.transfer.thread.num']).toBe('2');
});

/** Any of these, or mostly nothing: what is set must go together often enough. */
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const flag = perhaps(fc.boolean());
const size = (mebibytes: number[]) => perhaps(fc.constantFrom(...mebibytes).map((each) => Size.mebibytes(each)));
const count = perhaps(fc.constantFrom(0, 1, 2, 3, 8, 64, 1.5));
const share = perhaps(fc.constantFrom(0, 0.1, 0.5, 0.8, 0.95, 1, NaN));
const time = perhaps(fc.constantFrom(0, 1, 500, 1_000, 60_000).map((milliseconds) => Duration.millis(milliseconds)));
const oneOf = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));

const anyProps: fc.Arbitrary<RocksDbStateBackendProps> = fc.record({
  incremental: flag,
  localRecovery: flag,
  disk: perhaps(fc.constantFrom(LocalDisk.ephemeralClaim(), LocalDisk.localSsd({ storageClassName: 'nvme' }), LocalDisk.emptyDir({ size: Size.gibibytes(30) }))),
  bloomFilter: flag,
  partitionedIndexFilters: flag,
  timersOnHeap: flag,
  backgroundThreads: count,
  predefinedOptions: perhaps(oneOf(RocksDbPredefinedOptions)),
  memory: perhaps(fc.record({ writeBufferRatio: share, highPriorityPoolRatio: share })),
  writeBuffers: perhaps(fc.record({ size: size([1, 16, 64, 256, 4096]), count, merged: count })),
  blockSize: size([0, 1, 2]),
  bloomFilterBitsPerKey: perhaps(fc.constantFrom(0.1, 1, 10, 101)),
  compressionPerLevel: perhaps(fc.array(oneOf(RocksDbCompression), { maxLength: 8 })),
  compaction: perhaps(fc.record({ style: perhaps(oneOf(RocksDbCompactionStyle)), targetFileSize: size([0, 1, 64]), rewriteAfter: time })),
  manualCompaction: perhaps(fc.record({ minInterval: time.map((each) => each ?? Duration.minutes(1)), minFiles: count, maxFiles: count })),
  restore: perhaps(fc.record({ overlapThreshold: share, ingestFiles: flag })),
  nativeMetrics: perhaps(fc.array(oneOf(RocksDbMetric), { maxLength: 5 })),
  timerCacheSize: count,
  changelog: perhaps(fc.record({ maxInFlight: size([1, 10, 100]), uploadTimeout: time })),
});

test('whatever is set, it is refused in words or RocksDB has memory', () => {
  const seen = { refused: 0, made: 0 };
  fc.assert(fc.property(anyProps, fc.constantFrom(FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_2), (props, flinkVersion) => {
    let made: TunedFlinkDeployment | undefined;
    const refusal = refusalIn(() => { made = deploymentOf({ stateBackend: new RocksDbStateBackend(props), flinkVersion }); });
    if (refusal instanceof Refusal) {
      seen.refused++;
      expect(refusal.message).toMatch(/\[[a-z-]+\]\n {2}got {6}.+\n {2}allowed {2}.+\n {2}fix {6}.+/);
      return;
    }
    seen.made++;
    const cluster = twinOf(made!);
    expect(cluster.failures).toEqual([]);
    const { cacheCapacity, writeBufferManagerCapacity, arenaBlockFits } = cluster.rocksDb!;
    expect(cacheCapacity > writeBufferManagerCapacity && writeBufferManagerCapacity > 0n && arenaBlockFits).toBe(true);
  }), { numRuns: 400 });
  expect(seen.made).toBeGreaterThan(20);
  expect(seen.refused).toBeGreaterThan(20);
});
