import { inputGateBuffers, networkBuffersIn, resultPartitionBuffers, taskBuffers } from '../../flink/memory/network-buffers';
import { grouped } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';
import { Bound } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { PlacedJob } from '../slots/placed-job';

/** `taskmanager.memory.network.min` by default, in MiB. */
const FLOOR = 64;
const BUFFER_KIBIBYTES = 32;

/** Buffers of all slots of one TaskManager: every exchange between all subtasks, and the edges from one subtask to its like. */
function buffersOfTaskManager({ facts: { profile, request: { flinkVersion } }, shape }: PlacedJob, parallelism = shape.parallelism): number {
  const ends = (channels: number) => {
    const { most, overdraft } = taskBuffers([inputGateBuffers(channels), resultPartitionBuffers(flinkVersion, channels)]);
    return most + overdraft;
  };
  const oneToOne = Math.max(0, profile.operators - 1 - profile.shuffles);
  return shape.taskSlots * (profile.shuffles * ends(parallelism) + oneToOne * ends(1));
}

/** Of one TaskManager, in MiB. */
export function networkMebibytes(job: PlacedJob, at: Bound): number {
  const buffers = buffersOfTaskManager(job) * job.facts.assume.networkHeadroom[at];
  return Math.max(FLOOR, Math.ceil((buffers * BUFFER_KIBIBYTES) / 1024));
}

/** The most subtasks that the exchanges of the job may have with this network memory; each further one takes as many buffers. */
export function parallelismOfNetwork(job: PlacedJob, network: MemorySize): number {
  const none = buffersOfTaskManager(job, 0);
  const each = buffersOfTaskManager(job, 1) - none;
  return each === 0 ? Infinity : Math.floor((networkBuffersIn(network._bytes) - none) / each);
}

export function networkMemory(job: PlacedJob): Decided<MemorySize> {
  const network = (at: Bound) => MemorySize.ofMebibytes(networkMebibytes(job, at));
  return new Decided('network-memory', network('value'), undefined, Amount._memory, () => {
    const { facts: { assume, profile: { shuffles, operators } }, shape } = job;
    const exchanges = shuffles === 0 ? 'the edges between operators'
      : `${shuffles === 1 ? 'one exchange' : `${shuffles} exchanges`} between all slots`;
    const buffers = buffersOfTaskManager(job);
    return {
      title: 'Network memory',
      low: network('low'),
      high: network('high'),
      reason: buffers === 0
        ? `nothing is exchanged between operators, so Flink's minimum of ${FLOOR} MiB`
        : `${grouped(buffers)} buffers of ${BUFFER_KIBIBYTES} KiB for ${exchanges}, `
          + `× ${assume.networkHeadroom.value} for a later rescale, and never below Flink's ${FLOOR} MiB`,
      inputs: [`operators ${operators}`, `exchanges ${shuffles}`, `task slots ${shape.taskSlots}`, `parallelism ${shape.parallelism}`],
      rule: 'network-buffers-of-the-topology',
      source: `Flink: two buffers a channel, eight floating ones a gate and a partition, 5 or from 2.0 on 20 to overdraw a partition; ${assume.networkHeadroom.source}`,
    };
  });
}
