import { mebibytes } from './mebibytes';
import { textTable } from './text-table';
import { EffectiveCluster } from '../operator/effective-cluster';

const BAR = 24;

/** The parts of a TaskManager's process, by size. */
export function memoryPicture({ taskManager, slot, rocksDb, taskSlots }: EffectiveCluster, width: number): string {
  const parts: [name: string, bytes: bigint, use: string][] = [
    ['task heap', taskManager.taskHeap, 'user code and operators'],
    ['managed', taskManager.managed, rocksDb === undefined ? 'unused by this job' : `RocksDB, ${mebibytes(slot.managed)} a slot`],
    ['network', taskManager.network, 'buffers between operators'],
    ['framework', taskManager.frameworkHeap + taskManager.frameworkOffHeap, 'Flink itself, half on heap'],
    ['task off-heap', taskManager.taskOffHeap, 'direct memory of user code'],
    ['metaspace', taskManager.jvmMetaspace, 'classes'],
    ['overhead', taskManager.jvmOverhead, 'threads, native memory, whatever else'],
  ];
  const rows = parts.filter(([, bytes]) => bytes > 0n).map(([name, bytes, use]) => [
    name, mebibytes(bytes).padStart(mebibytes(taskManager.totalProcess).length), bar(bytes, taskManager.totalProcess), use,
  ]);
  const title = `MEMORY OF A TASKMANAGER: ${mebibytes(taskManager.totalProcess)}, ${taskSlots} ${taskSlots === 1 ? 'slot' : 'slots'}`;
  const lines = [title, textTable(rows, width, '  ')];
  if (rocksDb !== undefined) {
    lines.push(`  RocksDB in one slot: block cache ${mebibytes(rocksDb.cacheCapacity)}, of which write buffers ${mebibytes(rocksDb.writeBufferManagerCapacity)}`
      + (rocksDb.arenaBlockFits ? '' : '; too little for one write buffer, RocksDB will flush all the time'));
  }
  return lines.join('\n');
}

function bar(bytes: bigint, whole: bigint): string {
  const filled = Math.max(1, Math.round((Number(bytes) / Number(whole)) * BAR));
  return '█'.repeat(filled).padEnd(BAR, '·');
}
