import { Size } from 'cdk8s';
import { Facts, planOf } from '../sizing/arbitrary-workload';
import { CONTEXT } from '../strategy-context';
import {
  DiskKind, FlinkVersion, Cpu, ForStStateBackend, HashMapStateBackend, LocalDisk, NodeShape, RocksDbStateBackend, RocksDbStateBackendProps,
  StateBackend, StateLocation, WorkloadKind,
} from 'cdk8s-flink';

const FACTS: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 1_024 };
const bound = (backend: StateBackend, facts = FACTS, nodeShape?: NodeShape) => {
  const { incremental, bloomFilter } = backend.decisions;
  const plan = planOf(facts, { stateLocation: backend.location, incrementalCheckpoints: incremental, bloomFilter, nodeShape });
  const { rocksDb, localDisk, checkpoints } = plan;
  return backend.bind({ ...CONTEXT, flinkVersion: FlinkVersion.V2_0, rocksDb, localDisk, incrementalCheckpoints: checkpoints?.incremental ?? false });
};
const settingsOf = (...of: Parameters<typeof bound>) => Object.fromEntries(bound(...of).settings!.map(({ key, value }) => [key, value]));

test('the heap backend has no options and no incremental checkpoints', () => {
  expect(new HashMapStateBackend().location).toBe(StateLocation.HEAP);
  expect(bound(new HashMapStateBackend())).toEqual({
    settings: [{ key: 'state.backend.type', value: 'hashmap', reason: 'state as objects on the heap' }],
  });
});

const ROCKSDB = {
  'state.backend.type': 'rocksdb',
  'process.taskmanager.working-dir': '/flink-local',
  'execution.checkpointing.incremental': 'true',
  'state.backend.rocksdb.use-bloom-filter': 'true',
  'state.backend.rocksdb.thread.num': '2',
};

test('RocksDB does as the plan has it', () => {
  expect(new RocksDbStateBackend().location).toBe(StateLocation.LOCAL_DISK);
  expect(settingsOf(new RocksDbStateBackend())).toEqual(ROCKSDB);
});

test.each<[RocksDbStateBackendProps, string]>([
  [{ incremental: false }, 'execution.checkpointing.incremental'], [{ bloomFilter: false }, 'state.backend.rocksdb.use-bloom-filter'],
])('RocksDB with %j leaves that out', (props, key) => {
  const { [key as keyof typeof ROCKSDB]: _, ...others } = ROCKSDB;
  expect(settingsOf(new RocksDbStateBackend(props))).toEqual(others);
});

test('few timers, a large index and a fast disk show', () => {
  const facts = { ...FACTS, kind: WorkloadKind.WINDOWED_AGGREGATION, keys: { distinct: 1_000, bytes: 64_000_000 } };
  const nodeShape = { cpu: Cpu.cores(8), memory: Size.gibibytes(32), diskKind: DiskKind.LOCAL_SSD };
  expect(settingsOf(new RocksDbStateBackend(), facts, nodeShape)).toMatchObject({
    'state.backend.rocksdb.memory.partitioned-index-filters': 'true',
    'state.backend.rocksdb.timer-service.factory': 'HEAP',
    'state.backend.rocksdb.predefined-options': 'FLASH_SSD_OPTIMIZED',
  });
});

const claimOf = (backend: StateBackend) => bound(backend).taskManagerPods!.volumes![0].source.ephemeral.volumeClaimTemplate.spec;

test('the disk is a claim of each TaskManager, of the size in the plan', () => {
  expect(claimOf(new RocksDbStateBackend())).toEqual({ accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '12Gi' } } });
  expect(claimOf(new RocksDbStateBackend({ disk: LocalDisk.localSsd({ storageClassName: 'local-ssd' }) }))).toMatchObject({ storageClassName: 'local-ssd' });
});

test('ForSt is of Flink 2.0, takes native savepoints and bounds its cache', () => {
  const forSt = new ForStStateBackend();
  expect(forSt.location).toBe(StateLocation.REMOTE);
  expect(bound(forSt).since).toBe(FlinkVersion.V2_0);
  expect(settingsOf(forSt)).toEqual({
    'state.backend.type': 'forst',
    'execution.checkpointing.incremental': 'true',
    'kubernetes.operator.savepoint.format.type': 'NATIVE',
    'table.exec.async-state.enabled': 'true',
    'state.backend.forst.cache.size-based-limit': '8448m',
    'process.taskmanager.working-dir': '/flink-local',
  });
});
