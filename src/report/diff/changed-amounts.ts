import { AmountChange, AmountTable } from './manifest-diff';
import { readWholeNumber } from '../../flink/configuration/option-reading';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { podFootprint } from '../../operator/pods/pod-footprint';
import { Refusal } from '../../refusal';

type Read = (cluster: EffectiveCluster) => bigint | number | undefined;
type Row = readonly [name: string, unit: AmountChange['unit'], read: Read];

/** In the order of a report: what the cluster is made of, then its memory, to the pool. */
const TABLES: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  ['cluster', [
    ['parallelism', 'count', ({ parallelism }) => parallelism],
    ['max parallelism', 'count', ({ configuration }) => positive(readWholeNumber(configuration, 'pipeline.max-parallelism', -1))],
    ['slots of a TaskManager', 'count', ({ taskSlots }) => taskSlots],
    ['TaskManagers', 'count', ({ taskManagers }) => taskManagers],
    ['CPU asked for', 'millicores', (cluster) => asked(cluster, 'cpu')],
    ['memory asked for', 'bytes', (cluster) => asked(cluster, 'memory')],
  ]],
  ['memory of a TaskManager', [
    ['process', 'bytes', ({ taskManager }) => taskManager.totalProcess],
    ['task heap', 'bytes', ({ taskManager }) => taskManager.taskHeap],
    ['managed', 'bytes', ({ taskManager }) => taskManager.managed],
    ['network', 'bytes', ({ taskManager }) => taskManager.network],
    ['task off-heap', 'bytes', ({ taskManager }) => taskManager.taskOffHeap],
    ['framework', 'bytes', ({ taskManager }) => taskManager.frameworkHeap + taskManager.frameworkOffHeap],
    ['metaspace', 'bytes', ({ taskManager }) => taskManager.jvmMetaspace],
    ['overhead', 'bytes', ({ taskManager }) => taskManager.jvmOverhead],
  ]],
  ['RocksDB in one slot', [
    ['managed memory of the slot', 'bytes', ({ slot, rocksDb }) => rocksDb && slot.managed],
    ['block cache', 'bytes', ({ rocksDb }) => rocksDb?.cacheCapacity],
    ['write buffers', 'bytes', ({ rocksDb }) => rocksDb?.writeBufferManagerCapacity],
  ]],
  ['memory of a JobManager', [
    ['process', 'bytes', ({ jobManager }) => jobManager.totalProcess],
    ['heap', 'bytes', ({ jobManager }) => jobManager.heap],
    ['off-heap', 'bytes', ({ jobManager }) => jobManager.offHeap],
    ['metaspace', 'bytes', ({ jobManager }) => jobManager.jvmMetaspace],
    ['overhead', 'bytes', ({ jobManager }) => jobManager.jvmOverhead],
  ]],
];

/** Every table in which an amount changes; of the cluster only those that do. */
export function changedAmounts(before: EffectiveCluster, after: EffectiveCluster): AmountTable[] {
  return TABLES.flatMap(([title, rows]) => {
    const amounts = rows.map(([name, unit, read]): AmountChange => ({ name, unit, before: known(before, read), after: known(after, read) }));
    const changed = amounts.filter((amount) => amount.before !== amount.after);
    return changed.length === 0 ? [] : [{
      title,
      amounts: title === 'cluster' ? changed : amounts.filter((amount) => (amount.before ?? 0n) > 0n || (amount.after ?? 0n) > 0n),
    }];
  });
}

/** What Flink could not make has no amount. */
function known(cluster: EffectiveCluster, read: Read): bigint | undefined {
  try {
    const amount = read(cluster);
    return amount === undefined ? undefined : BigInt(amount);
  } catch (error) {
    if (error instanceof Refusal) {
      return undefined;
    }
    throw error;
  }
}

function asked({ pods: { jobManager, taskManager }, taskManagers }: EffectiveCluster, resource: 'cpu' | 'memory'): bigint {
  const { replicas, template } = jobManager.deployment.spec;
  const worker = taskManager.kind === 'Pod' ? taskManager.spec : taskManager.spec.template.spec;
  return BigInt(replicas) * podFootprint(template.spec).requests[resource] + BigInt(taskManagers) * podFootprint(worker).requests[resource];
}

function positive(count: number): number | undefined {
  return count > 0 ? count : undefined;
}
