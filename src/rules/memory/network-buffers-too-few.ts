import { FlinkVersion } from '../../flink/flink-version';
import { inputGateBuffers, networkBuffersIn, resultPartitionBuffers } from '../../flink/memory/network-buffers';
import { mebibytesShown } from '../../units/bytes';
import { runsAsBatch } from '../checkpoints/checkpoint-schedule';
import { Category, Pack, Rule, Severity } from '../rule';

/** By these the need is another one. */
const OTHERWISE = ['taskmanager.memory.segment-size', 'taskmanager.network.memory.buffers-per-channel', 'taskmanager.network.memory.read-buffer.required-per-gate.max'];

export const networkBuffersTooFew: Rule = {
  id: 'network-buffers-too-few',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.WARNING,
  title: 'network memory that one exchange of records already exhausts',
  why: 'every keyBy or rebalance connects each subtask with all others, and each connection needs buffers: with the parallelism they grow, and the network memory '
    + 'does not; the job then fails with "Insufficient number of network buffers"',
  fix: 'raise taskmanager.memory.network.min (and max), or the memory of the TaskManager, or lower the parallelism',
  source: 'Flink InputGateSpecUtils, ResultPartitionFactory, NetworkBufferPool; tuning chapter §7',
  fires: 'job: { parallelism: 400 }\nflinkConfiguration: { pipeline.max-parallelism: "720", taskmanager.memory.network.max: 64m }',
  passes: 'job: { parallelism: 400 }\nflinkConfiguration: { pipeline.max-parallelism: "720" }',
  check: (cluster) => {
    const { configuration, manifest: { spec } } = cluster;
    if (spec.job === undefined || runsAsBatch(configuration) || OTHERWISE.some((key) => configuration.has(key))) {
      return [];
    }
    const { parallelism, taskSlots, taskManager: { network } } = cluster;
    const elsewhere = Math.max(parallelism - taskSlots, 0);
    const ofSlot = inputGateBuffers(elsewhere).least + resultPartitionBuffers(FlinkVersion.V1_20, parallelism).least;
    const needed = Math.min(taskSlots, parallelism) * ofSlot;
    const there = networkBuffersIn(network);
    return parallelism === 1 || there >= needed ? [] : [{
      path: ['spec', 'taskManager'],
      what: 'one exchange of records between all subtasks needs more network buffers than a TaskManager has',
      got: `${mebibytesShown(network)} of network memory for ${taskSlots} slots at parallelism ${parallelism}`,
      allowed: `${Math.ceil(needed / 32)}m and more for each exchange`,
      becomes: `${there} buffers of 32 KiB; one exchange needs ${needed} to start`,
    }];
  },
};
