import { readDecimal } from '../../flink/configuration/option-reading';
import { mebibytesShown } from '../../units/bytes';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { rocksDbMemoryMode, usesRocksDb } from './state-backend';

const FRACTION = 'taskmanager.memory.managed.fraction';
/** `TaskManagerOptions.MANAGED_MEMORY_FRACTION` */
const FLINKS_OWN = 0.4;

export const shrunkManagedMemory: Rule = {
  id: 'shrunk-managed-memory',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.INFO,
  title: 'RocksDB with a smaller share of managed memory than Flink gives it',
  why: 'managed memory is the cache and the write buffers of RocksDB: what the heap gains is read from the disk instead, and checkpoints and latency grow before anybody looks at the hit rate of the cache',
  fix: 'remove taskmanager.memory.managed.fraction, or keep it where the hit rate of the block cache was measured; more heap comes with more memory of the TaskManager',
  source: 'Flink TaskManagerOptions.MANAGED_MEMORY_FRACTION: 0.4; tuning chapter §1, shrinking managed memory without measuring',
  fires: 'flinkConfiguration: { taskmanager.memory.managed.fraction: "0.2" }',
  passes: 'flinkConfiguration: { taskmanager.memory.managed.fraction: "0.5" }',
  check: (cluster) => {
    const { configuration, written } = cluster;
    if (!usesRocksDb(configuration) || rocksDbMemoryMode(configuration) !== 'managed' || !written.has(FRACTION)
      || written.has('taskmanager.memory.managed.size') || readDecimal(configuration, FRACTION, FLINKS_OWN) >= FLINKS_OWN) {
      return [];
    }
    const { managed, taskHeap } = cluster.taskManager;
    return [{
      path: optionPath(FRACTION),
      what: 'RocksDB has a smaller share of the memory than Flink gives it',
      got: `"${written.get(FRACTION)}"`,
      allowed: '0.4, which is Flink\'s own, and more',
      becomes: `managed ${mebibytesShown(managed)}, ${mebibytesShown(cluster.slot.managed)} for each slot, task heap ${mebibytesShown(taskHeap)}`,
    }];
  },
};
