import { FlinkVersion } from '../flink-version';

/** Network buffers of a streaming task or of one end of it; no option of the network set. */
export interface NetworkBuffers {
  /** What it needs to start. */
  readonly least: number;
  /** With all floating buffers: what it takes while the pool of the TaskManager has enough. */
  readonly most: number;
  /** What it may borrow beyond these from buffers that are free, to finish a record under back pressure. */
  readonly overdraft: number;
}

/** `taskmanager.memory.segment-size` */
const BUFFER_BYTES = 32_768n;

// Options up to 1.20, fixed since 2.0.
const EXCLUSIVE_PER_CHANNEL = 2;
const FLOATING = 8;

/** How many whole buffers this much network memory holds. */
export function networkBuffersIn(networkMemory: bigint): number {
  return Number(networkMemory / BUFFER_BYTES);
}

/**
 * Of an input gate of one channel or more, each from another TaskManager (`InputGateSpecUtils`). A channel within the
 * same TaskManager has its exclusive buffers only while it recovers data in flight.
 */
export function inputGateBuffers(channels: number): NetworkBuffers {
  const exclusive = EXCLUSIVE_PER_CHANNEL * channels;
  return { least: exclusive + 1, most: exclusive + FLOATING, overdraft: 0 };
}

/** Of a pipelined result partition of one subpartition or more (`ResultPartitionFactory`). */
export function resultPartitionBuffers(version: FlinkVersion, subpartitions: number): NetworkBuffers {
  return {
    least: subpartitions + 1,
    most: EXCLUSIVE_PER_CHANNEL * subpartitions + FLOATING,
    // An option up to 1.20, whose default was lower.
    overdraft: version.isAtLeast(FlinkVersion.V2_0) ? 20 : 5,
  };
}

/** Of all gates and partitions of a task together; `most` is what Flink announces for it (`NettyShuffleUtils`). */
export function taskBuffers(ends: readonly NetworkBuffers[]): NetworkBuffers {
  return ends.reduce((sum, { least, most, overdraft }) => ({
    least: sum.least + least, most: sum.most + most, overdraft: sum.overdraft + overdraft,
  }), { least: 0, most: 0, overdraft: 0 });
}
