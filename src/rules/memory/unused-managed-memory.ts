import { mebibytesShown, MEBIBYTE } from '../../units/bytes';
import { runsAsBatch } from '../checkpoints/checkpoint-schedule';
import { Category, Pack, Rule, Severity } from '../rule';
import { rocksDbMemoryMode, stateBackend, usesRocksDb } from '../state/state-backend';

const PYTHON = 'org.apache.flink.client.python.PythonDriver';
/** Below that there is nothing to gain. */
const WORTH_IT = 64n * MEBIBYTE;

export const unusedManagedMemory: Rule = {
  id: 'unused-managed-memory',
  pack: Pack.COST,
  category: Category.MEMORY,
  severity: Severity.INFO,
  title: 'managed memory that the state backend does not use',
  why: 'state on the heap takes nothing of the managed memory, which is 40 % of Flink\'s memory unless something else is said; '
    + 'only batch operators, Python and some windows of the Table API need it',
  fix: 'set taskmanager.memory.managed.size: "0" where none of these is used, and the memory becomes task heap',
  source: 'Flink docs, memory tuning: heap state backend; ManagedMemoryUtils, StateBackend.useManagedMemory',
  fires: 'flinkConfiguration: { state.backend.type: hashmap, execution.checkpointing.incremental: null }',
  passes: 'flinkConfiguration: { state.backend.type: hashmap, execution.checkpointing.incremental: null, taskmanager.memory.managed.size: "0" }',
  check: (cluster) => {
    const { configuration, manifest: { spec: { job } } } = cluster;
    const onHeap = ['hashmap', 'filesystem', 'jobmanager'].includes(stateBackend(configuration));
    if (job === undefined || !onHeap || runsAsBatch(configuration) || job.entryClass === PYTHON) {
      return [];
    }
    const { managed, taskHeap } = cluster.taskManager;
    return managed < WORTH_IT ? [] : [{
      path: ['spec', 'taskManager'],
      what: 'the state of this job lies on the heap, and managed memory is kept for others',
      got: `${mebibytesShown(managed)} of managed memory`,
      allowed: '0, unless the job runs Python, batch operators or windows of the Table API',
      becomes: `${mebibytesShown(managed)} idle in each TaskManager; without it task heap grows from ${mebibytesShown(taskHeap)} to ${mebibytesShown(taskHeap + managed)}`,
    }];
  },
};

export const managedMemoryBesideFixed: Rule = {
  id: 'managed-memory-beside-fixed',
  pack: Pack.COST,
  category: Category.MEMORY,
  severity: Severity.INFO,
  title: 'managed memory beside a memory of its own for RocksDB',
  why: 'with memory.fixed-per-slot, or unmanaged, RocksDB takes nothing of the managed memory, which stays reserved',
  fix: 'let RocksDB use managed memory, or set taskmanager.memory.managed.size: "0" and account for RocksDB in taskmanager.memory.jvm-overhead.min',
  source: 'Flink RocksDBSharedResourcesFactory.from',
  fires: 'flinkConfiguration: { state.backend.rocksdb.memory.fixed-per-slot: 256m }',
  passes: 'flinkConfiguration: { state.backend.rocksdb.memory.fixed-per-slot: 64m, taskmanager.memory.managed.size: "0" }',
  check: (cluster) => {
    const { configuration } = cluster;
    const mode = rocksDbMemoryMode(configuration);
    if (!usesRocksDb(configuration) || mode === 'managed' || cluster.taskManager.managed < WORTH_IT) {
      return [];
    }
    const managed = mebibytesShown(cluster.taskManager.managed);
    return [{
      path: ['spec', 'taskManager'],
      what: 'RocksDB does not use the managed memory that is kept for it',
      got: `${managed} of managed memory and memory of RocksDB that is ${mode}`,
      allowed: 'managed memory for RocksDB, or none',
      becomes: `${managed} reserved in each TaskManager and not used by RocksDB`,
    }];
  },
};
