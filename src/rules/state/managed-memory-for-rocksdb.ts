import { renderBytes } from '../../units/bytes';
import { Category, Pack, Rule, Severity } from '../rule';

const KEY = 'state.backend.rocksdb.writebuffer.size';

/** A size of write buffers that is written has a rule of its own. */
export const managedMemoryForRocksDb: Rule = {
  id: 'managed-memory-too-small',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'RocksDB with next to no managed memory',
  why: 'RocksDB has neither a cache nor room for one write buffer, flushes with every write, and takes memory that nobody has counted',
  fix: 'raise taskmanager.memory.managed.fraction or the memory of the TaskManager; a state that fits the heap can do with state.backend.type: hashmap',
  source: 'Flink RocksDBMemoryControllerUtils; write buffers of 64 MiB are RocksDB\'s own',
  fires: `
flinkConfiguration:
  state.backend.type: rocksdb
  taskmanager.memory.managed.size: 16m
`,
  passes: `
flinkConfiguration:
  state.backend.type: rocksdb
  taskmanager.memory.managed.size: 1g
`,
  check: (cluster) => {
    // A session job is looked at without the TaskManagers of its session.
    const known = cluster.manifest.spec.taskManager !== undefined && !cluster.written.has(KEY);
    const rocksDb = known ? cluster.rocksDb : undefined;
    return rocksDb === undefined || rocksDb.arenaBlockFits ? [] : [{
      path: ['spec', 'taskManager'],
      what: 'managed memory is the cache and the write buffers of RocksDB, and a slot has too little of it for one of them',
      got: `${renderBytes(cluster.slot.managed)} of managed memory in a slot`,
      allowed: '28m and more',
      inConstruct: 'leave the memory of the TaskManager and its pools to the plan, or use HashMapStateBackend for state that fits the heap',
    }];
  },
};
