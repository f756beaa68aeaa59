import { Size } from 'cdk8s';
import { ChangelogProps } from './changelog-props';
import { RocksDbCompression, RocksDbLogLevel } from './rocks-db-choices';
import { RocksDbCompactionProps, RocksDbManualCompactionProps } from './rocks-db-compaction-props';
import { RocksDbMetric } from './rocks-db-metric';
import { StateBackendDecisions } from './state-backend';
import { StateLatencyTrackingProps } from './state-latency-tracking-props';

/**
 * How RocksDB divides the managed memory of a slot, whose size is the plan's. `2w / (3 - w) + h` must stay below 1,
 * or it is refused with `[rocksdb-memory-ratios]`.
 */
export interface RocksDbMemoryProps {
  /**
   * Share of the write buffers, above 0 and below 1. Flink option `state.backend.rocksdb.memory.write-buffer-ratio`.
   * @default - Flink's own, 0.5
   */
  readonly writeBufferRatio?: number;
  /**
   * Share of the cache for index and filters, above 0 and below 1. Flink option `state.backend.rocksdb.memory.high-prio-pool-ratio`.
   * @default - Flink's own, 0.1
   */
  readonly highPriorityPoolRatio?: number;
}

/** Write buffers of one state. All of a slot together never take more than their share of its managed memory. */
export interface RocksDbWriteBufferProps {
  /**
   * Size of one. A size whose eighth is above the room for write buffers is refused with `[write-buffer-above-share]`.
   * Flink option `state.backend.rocksdb.writebuffer.size`.
   * @default - Flink's own, 64 MiB
   */
  readonly size?: Size;
  /**
   * How many there are, from 2: RocksDB fills one while it flushes another. Flink option `state.backend.rocksdb.writebuffer.count`.
   * @default - Flink's own, 2
   */
  readonly count?: number;
  /**
   * How many are full before they are flushed together, from 1 and below `count`: RocksDB would lower it in silence.
   * Flink option `state.backend.rocksdb.writebuffer.number-to-merge`.
   * @default - Flink's own, 1
   */
  readonly merged?: number;
}

/** How state comes back from a checkpoint with another parallelism. */
export interface RocksDbRestoreProps {
  /**
   * Share of a part that must be of use for it to be taken as it is, from 0 to 1. Flink option `state.backend.rocksdb.restore-overlap-fraction-threshold`.
   * @default - Flink's own, 0
   */
  readonly overlapThreshold?: number;
  /**
   * Whole files are cut and taken over in the place of a copy key by key. Flink 1.20 and newer. Flink option `state.backend.rocksdb.use-ingest-db-restore-mode`.
   * @default - Flink's own, false
   */
  readonly ingestFiles?: boolean;
  /**
   * A compaction in the background removes keys of other tasks after a restore. Flink 1.20 and newer.
   * Flink option `state.backend.rocksdb.incremental-restore-async-compact-after-rescale`.
   * @default - Flink's own, false
   */
  readonly compactAfterRescale?: boolean;
  /**
   * Files of other tasks' keys are deleted at once. Flink 1.20 and newer. Flink option `state.backend.rocksdb.rescaling.use-delete-files-in-range`.
   * @default - Flink's own, false
   */
  readonly deleteFilesInRange?: boolean;
}

/** RocksDB's own log, which lies beside Flink's. */
export interface RocksDbLogProps {
  /**
   * What is logged. Flink option `state.backend.rocksdb.log.level`.
   * @default RocksDbLogLevel.INFO
   */
  readonly level?: RocksDbLogLevel;
  /**
   * Size of one file. Flink option `state.backend.rocksdb.log.max-file-size`.
   * @default - Flink's own, 25 MiB
   */
  readonly maxFileSize?: Size;
  /**
   * Files that are kept, from 1. Flink option `state.backend.rocksdb.log.file-num`.
   * @default - Flink's own, 4
   */
  readonly files?: number;
}

/**
 * How RocksDB keeps and snapshots the state; what is left out is derived, or as Flink has it. A value that cannot work is
 * refused with `[state-backend-option]`, one that another switches off with `[state-option-without-effect]`, and one that this
 * Flink does not know with `[option-of-later-version]`. There is no size of the block cache: Flink replaces it by the managed
 * memory of the slot, which the plan sizes.
 */
export interface RocksDbStateBackendProps extends StateBackendDecisions {
  /**
   * How the managed memory of a slot is divided.
   * @default - Flink's own shares
   */
  readonly memory?: RocksDbMemoryProps;
  /**
   * Write buffers of one state.
   * @default - by the predefined options, otherwise Flink's own
   */
  readonly writeBuffers?: RocksDbWriteBufferProps;
  /**
   * What is read and cached at once, 1 KiB to 1 MiB. Flink option `state.backend.rocksdb.block.blocksize`.
   * @default - by the predefined options, otherwise 4 KiB
   */
  readonly blockSize?: Size;
  /**
   * A part of a partitioned index, 1 KiB to 1 MiB. Flink option `state.backend.rocksdb.block.metadata-blocksize`.
   * @default - Flink's own, 4 KiB
   */
  readonly metadataBlockSize?: Size;
  /**
   * Bits of a filter for each key, 1 to 100. Flink option `state.backend.rocksdb.bloom-filter.bits-per-key`.
   * @default - Flink's own, 10
   */
  readonly bloomFilterBitsPerKey?: number;
  /**
   * From the first level down, at most seven; the last stands for all below. Flink option `state.backend.rocksdb.compression.per.level`.
   * @default - Flink's own, Snappy on all levels
   */
  readonly compressionPerLevel?: RocksDbCompression[];
  /**
   * How files are put together in the background.
   * @default - by the predefined options, otherwise Flink's own
   */
  readonly compaction?: RocksDbCompactionProps;
  /**
   * Merging of small files beside that.
   * @default - none
   */
  readonly manualCompaction?: RocksDbManualCompactionProps;
  /**
   * Writes that are handed over together; zero counts entries instead. Flink option `state.backend.rocksdb.write-batch-size`.
   * @default - Flink's own, 2 MiB
   */
  readonly writeBatchSize?: Size;
  /**
   * Open files of one stateful operator, from 20. Flink option `state.backend.rocksdb.files.open`.
   * @default - Flink's own, without limit
   */
  readonly maxOpenFiles?: number;
  /**
   * Threads that carry files to and from the checkpoint storage, for each stateful operator, from 1.
   * Flink option `state.backend.rocksdb.checkpoint.transfer.thread.num`.
   * @default - Flink's own, 4
   */
  readonly transferThreads?: number;
  /**
   * Timers of a key group that are cached on the heap, from 1. Flink option `state.backend.rocksdb.timer-service.cache-size`.
   * @default - Flink's own, 128
   */
  readonly timerCacheSize?: number;
  /**
   * How state comes back with another parallelism.
   * @default - Flink's own way
   */
  readonly restore?: RocksDbRestoreProps;
  /**
   * RocksDB's own log.
   * @default - Flink's own
   */
  readonly log?: RocksDbLogProps;
  /**
   * Metrics of RocksDB itself; each costs something.
   * @default - none
   */
  readonly nativeMetrics?: RocksDbMetric[];
  /**
   * The name of the state is a label of these metrics and not a part of their names.
   * Flink option `state.backend.rocksdb.metrics.column-family-as-variable`.
   * @default - Flink's own, false
   */
  readonly stateAsMetricLabel?: boolean;
  /**
   * How long state accesses take, as metrics.
   * @default - not measured
   */
  readonly latencyTracking?: StateLatencyTrackingProps;
  /**
   * Changes are also written to a log, so that checkpoints are short.
   * @default - no log
   */
  readonly changelog?: ChangelogProps;
}
