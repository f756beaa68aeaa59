import { MEBIBYTE, mebibytesShown } from '../../units/bytes';
import { Category, Pack, Rule, Severity } from '../rule';
import { usesRocksDb } from '../state/state-backend';

/** `TaskManagerOptions.JVM_OVERHEAD_MIN` */
const FLINKS_LEAST = 192n * MEBIBYTE;

export const thinJvmOverhead: Rule = {
  id: 'thin-jvm-overhead',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.WARNING,
  title: 'RocksDB with less room for native memory than Flink gives any JVM',
  why: 'the JVM overhead is the only room for stacks, code cache, the allocator and what RocksDB takes beyond its cache, whose limit is not strict: '
    + 'beyond it the container is killed for its memory, often during a checkpoint',
  fix: 'leave taskmanager.memory.jvm-overhead alone, or raise its min with RocksDB',
  source: 'Flink TaskManagerOptions.JVM_OVERHEAD_MIN; Flink docs, memory troubleshooting: container memory exceeded; FLINK-15532, the cache limit is not strict',
  fires: 'flinkConfiguration: { taskmanager.memory.jvm-overhead.min: 64m, taskmanager.memory.jvm-overhead.max: 64m }',
  passes: 'flinkConfiguration: { taskmanager.memory.jvm-overhead.min: 512m }',
  check: (cluster) => {
    if (!usesRocksDb(cluster.configuration)) {
      return [];
    }
    const { jvmOverhead, totalProcess } = cluster.taskManager;
    return jvmOverhead >= FLINKS_LEAST ? [] : [{
      path: ['spec', 'taskManager'],
      what: 'RocksDB may take memory beyond its cache, and there is little room for it',
      got: `${mebibytesShown(jvmOverhead)} of JVM overhead`,
      allowed: `${mebibytesShown(FLINKS_LEAST)}, which Flink gives every TaskManager, and more`,
      becomes: `${mebibytesShown(jvmOverhead)} for all native memory beside heap, managed and network, of a process of ${mebibytesShown(totalProcess)}`,
    }];
  },
};
