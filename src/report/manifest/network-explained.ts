import { catalogueLine } from './catalogue-line';
import { NetworkExplanation, ShapeExplanation } from './manifest-explanation';
import { readMemory } from '../../flink/memory/memory-settings';
import { inputGateBuffers, resultPartitionBuffers, taskBuffers } from '../../flink/memory/network-buffers';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { grouped } from '../../units/grouped-number';

const SEGMENT = 'taskmanager.memory.segment-size';
const DEFAULT_SEGMENT = 32n * 1024n;
/** Options of Flink 1.x that say how many buffers a channel or a gate has. */
const COUNTS = ['taskmanager.network.memory.buffers-per-channel', 'taskmanager.network.memory.floating-buffers-per-gate'];

/** Network memory as buffers, and what they are enough for. */
export function networkExplained(cluster: EffectiveCluster, shape: ShapeExplanation): NetworkExplanation {
  const { configuration, taskManager: { network } } = cluster;
  const segment = readMemory(configuration, { key: SEGMENT }) ?? DEFAULT_SEGMENT;
  const buffers = segment === 0n ? 0 : Number(network / segment);
  const counts = COUNTS.filter((key) => configuration.has(key));
  return {
    memory: network,
    segment,
    buffers,
    reading: counts.length > 0 ? `not told: ${counts.join(' and ')} set how many an exchange takes` : reading(cluster, shape, buffers),
  };
}

/** An exchange as a keyBy or rebalance makes it: in each slot a subtask that sends to all, and one that receives from all. */
function reading({ manifest: { spec } }: EffectiveCluster, { parallelism, taskSlots }: ShapeExplanation, buffers: number): string {
  const version = catalogueLine(spec.flinkVersion);
  const needed = (width: number) => taskBuffers([inputGateBuffers(width), resultPartitionBuffers(version, width)]);
  if (parallelism === undefined || spec.job === undefined) {
    // 2 a channel and 8 for each end: the widest exchange of which every slot has its share with all buffers.
    const perSlot = Math.floor(buffers / taskSlots);
    const [fixed, slope] = [needed(0).most, needed(1).most - needed(0).most];
    const widest = Math.floor((perSlot - fixed) / slope);
    return widest < 1 ? 'not enough for one exchange between all subtasks in every slot, with all its buffers'
      : `enough for one exchange between all subtasks in every slot up to a parallelism of ${grouped(widest)}, with all its buffers`;
  }
  const busySlots = Math.min(taskSlots, parallelism);
  const { least, most } = needed(parallelism);
  const [starting, running] = [least, most].map((each) => Math.floor(buffers / (each * busySlots)));
  const exchanges = (count: number) => `${grouped(count)} ${count === 1 ? 'exchange' : 'exchanges'}`;
  const take = `${grouped(most * busySlots)} buffers in a TaskManager at parallelism ${grouped(parallelism)}`;
  if (running > 0) {
    return `enough for ${exchanges(running)} between all subtasks (keyBy, rebalance), each of which takes up to ${take}`;
  }
  const start = starting > 0 ? `enough to start ${exchanges(starting)}` : 'not enough to start one exchange';
  return `${start} between all subtasks (keyBy, rebalance), which would take up to ${take}`;
}
