import { Refusal } from '../../refusal';
import { MEBIBYTE } from '../../units/bytes';

/** How RocksDB divides the managed memory of one slot (`RocksDBMemoryControllerUtils`), in bytes. */
export interface RocksDbMemory {
  /** Capacity of the block cache that all states of the slot share; not a strict limit. */
  readonly cacheCapacity: bigint;
  /** What the write-buffer manager charges to that cache. */
  readonly writeBufferManagerCapacity: bigint;
  /** One allocation of a write buffer. */
  readonly arenaBlockSize: bigint;
  /** How much may be in mutable write buffers before RocksDB flushes. */
  readonly mutableLimit: bigint;
  /** False: one arena block passes the mutable limit, RocksDB flushes all the time, Flink warns. */
  readonly arenaBlockFits: boolean;
}

export interface RocksDbMemoryOptions {
  /** `state.backend.rocksdb.memory.write-buffer-ratio` */
  readonly writeBufferRatio?: number;
  /** `state.backend.rocksdb.memory.high-prio-pool-ratio` */
  readonly highPriorityPoolRatio?: number;
  /** `state.backend.rocksdb.writebuffer.size` */
  readonly writeBufferSize?: bigint;
}

const ARENA_ALIGNMENT = 4096n;

export function rocksDbMemory(slotManagedMemory: bigint, options: RocksDbMemoryOptions = {}): RocksDbMemory {
  const ratio = options.writeBufferRatio ?? 0.5;
  const highPriority = options.highPriorityPoolRatio ?? 0.1;
  refuseRatios(ratio, highPriority);

  // Flink computes these two in doubles and cuts; so do we.
  const total = Number(slotManagedMemory);
  const cacheCapacity = BigInt(Math.trunc(((3 - ratio) * total) / 3));
  const writeBufferManagerCapacity = BigInt(Math.trunc((2 * total * ratio) / 3));

  const eighth = (options.writeBufferSize ?? 64n * MEBIBYTE) / 8n;
  const arenaBlockSize = ((eighth + ARENA_ALIGNMENT - 1n) / ARENA_ALIGNMENT) * ARENA_ALIGNMENT;
  const mutableLimit = (writeBufferManagerCapacity * 7n) / 8n;
  return { cacheCapacity, writeBufferManagerCapacity, arenaBlockSize, mutableLimit, arenaBlockFits: arenaBlockSize <= mutableLimit };
}

/** The one check that Flink makes: the two shares of the cache must leave some of it for data blocks. */
function refuseRatios(writeBuffers: number, highPriority: number): void {
  if (!((2 * writeBuffers) / (3 - writeBuffers) + highPriority < 1)) {
    throw new Refusal({
      code: 'rocksdb-memory-ratios',
      what: 'write buffers and the high-priority pool of RocksDB leave no room in the block cache',
      got: `write-buffer-ratio ${writeBuffers}, high-prio-pool-ratio ${highPriority}`,
      allowed: 'ratios r and h with 2r / (3 - r) + h below 1',
      fix: 'keep the defaults 0.5 and 0.1, or lower one of the two',
    });
  }
}
