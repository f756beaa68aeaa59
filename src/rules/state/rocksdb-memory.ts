import { readWholeNumber } from '../../flink/configuration/option-reading';
import { readMemory } from '../../flink/memory/memory-settings';
import { MEBIBYTE, mebibytesShown, renderBytes } from '../../units/bytes';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { FIXED_PER_SLOT, FIXED_PER_TASK_MANAGER, rocksDbMemoryMode, usesRocksDb } from './state-backend';

const MANAGED = 'state.backend.rocksdb.memory.managed';
const WRITE_BUFFER = 'state.backend.rocksdb.writebuffer.size';
const DEFAULT_WRITE_BUFFER = 64n * MEBIBYTE;

export const unboundedRocksDbMemory: Rule = {
  id: 'unbounded-rocksdb-memory',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'RocksDB whose memory nothing bounds',
  why: 'each state of each operator in each slot then has a cache and write buffers of its own, which no pool of Flink counts: '
    + 'the container is killed for its memory as states and slots grow',
  fix: 'remove state.backend.rocksdb.memory.managed, or give state.backend.rocksdb.memory.fixed-per-slot',
  source: 'Flink RocksDBSharedResourcesFactory.from: nothing is shared; Flink docs, large state tuning: about 140 MB for each state and slot',
  fires: 'flinkConfiguration: { state.backend.rocksdb.memory.managed: "false" }',
  passes: 'flinkConfiguration: { state.backend.rocksdb.memory.managed: "true" }',
  check: (cluster) => {
    const { configuration } = cluster;
    if (!usesRocksDb(configuration) || rocksDbMemoryMode(configuration) !== 'unbounded') {
      return [];
    }
    const buffers = BigInt(readWholeNumber(configuration, 'state.backend.rocksdb.writebuffer.count', 2))
      * (readMemory(configuration, { key: WRITE_BUFFER }) ?? DEFAULT_WRITE_BUFFER);
    const ofState = buffers + (readMemory(configuration, { key: 'state.backend.rocksdb.block.cache-size' }) ?? 8n * MEBIBYTE);
    const slots = BigInt(cluster.taskSlots);
    return [{
      path: optionPath(MANAGED),
      what: 'each state of RocksDB takes memory of its own, which nothing bounds and nobody counts',
      got: `"${configuration.get(MANAGED)}"`,
      allowed: '"true", which is Flink\'s default, or a fixed size for each slot',
      becomes: `up to ${mebibytesShown(ofState)} for each state and slot, ${mebibytesShown(ofState * slots)} for each state in a TaskManager of ${slots} slot${slots === 1n ? '' : 's'}`,
      edits: [{ remove: optionPath(MANAGED) }],
    }];
  },
};

export const fixedRocksDbMemory: Rule = {
  id: 'fixed-rocksdb-memory',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'a memory of its own for RocksDB that the process has no room for',
  why: 'this memory is taken beside all pools of Flink, so that only JVM overhead, task off-heap and managed memory that nobody uses leave room for it; '
    + 'the container is killed once the caches are full',
  fix: 'let RocksDB use managed memory, or make room: taskmanager.memory.jvm-overhead.min and .max, or the memory of the TaskManager',
  source: 'Flink RocksDBSharedResourcesFactory: SLOT_SHARED_UNMANAGED and TM_SHARED_UNMANAGED take external memory',
  fires: 'flinkConfiguration: { state.backend.rocksdb.memory.fixed-per-slot: 2g }',
  passes: 'flinkConfiguration: { state.backend.rocksdb.memory.fixed-per-slot: 256m }',
  check: (cluster) => {
    const { configuration } = cluster;
    const mode = rocksDbMemoryMode(configuration);
    if (!usesRocksDb(configuration) || !mode.startsWith('fixed')) {
      return [];
    }
    const key = mode === 'fixed per slot' ? FIXED_PER_SLOT : FIXED_PER_TASK_MANAGER;
    const needed = readMemory(configuration, { key })! * (mode === 'fixed per slot' ? BigInt(cluster.taskSlots) : 1n);
    const { jvmOverhead, taskOffHeap, managed } = cluster.taskManager;
    const room = jvmOverhead + taskOffHeap + managed;
    return needed <= room ? [] : [{
      path: ['spec', 'taskManager'],
      what: 'RocksDB may take more memory than the process has beside its other pools',
      got: `${key} "${configuration.get(key)}", ${mebibytesShown(needed)} in a TaskManager`,
      allowed: `${mebibytesShown(room)} for all slots, of which the JVM needs a part`,
      becomes: `${mebibytesShown(needed)} of RocksDB against JVM overhead ${mebibytesShown(jvmOverhead)}, task off-heap ${mebibytesShown(taskOffHeap)}, managed ${mebibytesShown(managed)}`,
    }];
  },
};

export const smallRocksDbShare: Rule = {
  id: 'small-rocksdb-share',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'RocksDB with less memory in a slot than one of its write buffers can fill',
  why: 'all states of the slot together flush before one write buffer is full, into many small files that have to be merged, and little cache is left for reads',
  fix: 'raise the memory of the TaskManager or taskmanager.memory.managed.fraction, or use fewer slots',
  source: 'Flink RocksDBMemoryControllerUtils: write buffers flush at 7/8 of a third of the slot\'s managed memory; Flink docs, large state tuning; tuning chapter §3',
  fires: 'flinkConfiguration: { taskmanager.numberOfTaskSlots: "8" }\njob: { parallelism: 8 }',
  passes: 'flinkConfiguration: { taskmanager.numberOfTaskSlots: "4" }',
  check: (cluster) => {
    const { configuration, rocksDb } = cluster;
    if (rocksDb === undefined || !rocksDb.arenaBlockFits) {
      return [];
    }
    const writeBuffer = readMemory(configuration, { key: WRITE_BUFFER }) ?? DEFAULT_WRITE_BUFFER;
    return rocksDb.mutableLimit >= writeBuffer ? [] : [{
      path: ['spec', 'taskManager'],
      what: 'managed memory of a slot is too little for one full write buffer of RocksDB',
      got: `${mebibytesShown(cluster.slot.managed)} of managed memory for each of ${cluster.taskSlots} slot${cluster.taskSlots === 1 ? '' : 's'}`,
      allowed: `${mebibytesShown((writeBuffer * 24n) / 7n + MEBIBYTE)} and more for write buffers of ${renderBytes(writeBuffer)}`,
      becomes: `write buffers of a slot flush at ${mebibytesShown(rocksDb.mutableLimit)}, cache ${mebibytesShown(rocksDb.cacheCapacity)}`,
    }];
  },
};
