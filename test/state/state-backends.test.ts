import { planOf } from '../sizing/arbitrary-workload';
import { FlinkVersion, HashMapStateBackend, RocksDbStateBackend, StateBackend, StateLocation, WorkloadKind } from 'cdk8s-flink';

const plan = planOf({ kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 1_024 });
const settingsOf = (backend: StateBackend) => backend.bind({ flinkVersion: FlinkVersion.V1_20, plan });

test('the heap backend has no options and no incremental checkpoints', () => {
  expect(new HashMapStateBackend().location).toBe(StateLocation.HEAP);
  expect(settingsOf(new HashMapStateBackend())).toEqual({
    settings: [{ key: 'state.backend.type', value: 'hashmap', reason: 'state as objects on the heap' }],
  });
});

test('RocksDB checkpoints incrementally and filters reads, unless told otherwise', () => {
  expect(new RocksDbStateBackend().location).toBe(StateLocation.LOCAL_DISK);
  expect(settingsOf(new RocksDbStateBackend())).toEqual({
    settings: [
      { key: 'state.backend.type', value: 'rocksdb', reason: 'state on local disk, cached in managed memory' },
      { key: 'execution.checkpointing.incremental', value: 'true', reason: 'upload only what changed' },
      { key: 'state.backend.rocksdb.use-bloom-filter', value: 'true', reason: 'spare disk reads for absent keys' },
    ],
  });
});

test.each([
  [{ incremental: false }, ['state.backend.type', 'state.backend.rocksdb.use-bloom-filter']],
  [{ bloomFilter: false }, ['state.backend.type', 'execution.checkpointing.incremental']],
  [{ incremental: false, bloomFilter: false }, ['state.backend.type']],
])('RocksDB with %j writes no more than it needs', (props, keys) => {
  expect(settingsOf(new RocksDbStateBackend(props)).settings.map(({ key }) => key)).toEqual(keys);
});
