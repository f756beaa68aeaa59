import { Duration, Size } from 'cdk8s';
import { RocksDbCompactionStyle } from './rocks-db-choices';

/** How files are put together in the background. */
export interface RocksDbCompactionProps {
  /**
   * By levels or by alike sizes. Flink option `state.backend.rocksdb.compaction.style`.
   * @default RocksDbCompactionStyle.LEVEL
   */
  readonly style?: RocksDbCompactionStyle;
  /**
   * Levels size themselves by what lies below, which takes less space. Flink option `state.backend.rocksdb.compaction.level.use-dynamic-size`.
   * @default - by the predefined options, otherwise false
   */
  readonly dynamicLevelSize?: boolean;
  /**
   * Size of a file on the first level. Flink option `state.backend.rocksdb.compaction.level.target-file-size-base`.
   * @default - by the predefined options, otherwise 64 MiB
   */
  readonly targetFileSize?: Size;
  /**
   * Size of the first level. Flink option `state.backend.rocksdb.compaction.level.max-size-level-base`.
   * @default - by the predefined options, otherwise 256 MiB
   */
  readonly firstLevelSize?: Size;
  /**
   * Files older than this are written anew, which removes expired state in them. Whole seconds.
   * Flink 2.0 and newer. Flink option `state.backend.rocksdb.compaction.filter.periodic-compaction-time`.
   * @default - Flink's own, 30 days
   */
  readonly rewriteAfter?: Duration;
  /**
   * Entries after which the clock is asked again whether state has expired, from 1; fewer cost more.
   * Flink 2.0 and newer. Flink option `state.backend.rocksdb.compaction.filter.query-time-after-num-entries`.
   * @default - Flink's own, 1000
   */
  readonly entriesPerTimeQuery?: number;
}

/** Merging of the small files that frequent checkpoints leave. Flink 1.20 and newer. */
export interface RocksDbManualCompactionProps {
  /** Time between two rounds. Flink option `state.backend.rocksdb.manual-compaction.min-interval`. */
  readonly minInterval: Duration;
  /**
   * The largest file that counts as small. Flink option `state.backend.rocksdb.manual-compaction.max-file-size-to-compact`.
   * @default - Flink's own, 50 KiB
   */
  readonly maxFileSize?: Size;
  /**
   * Files that make a round worth it, from 1. Flink option `state.backend.rocksdb.manual-compaction.min-files-to-compact`.
   * @default - Flink's own, 5
   */
  readonly minFiles?: number;
  /**
   * Files in one round at the most. Flink option `state.backend.rocksdb.manual-compaction.max-files-to-compact`.
   * @default - Flink's own, 30
   */
  readonly maxFiles?: number;
  /**
   * The largest file that comes out of it. Flink option `state.backend.rocksdb.manual-compaction.max-output-file-size`.
   * @default - Flink's own, 64 MiB
   */
  readonly maxOutputFileSize?: Size;
  /**
   * RocksDB's own compactions above which none is started. Flink option `state.backend.rocksdb.manual-compaction.max-auto-compactions`.
   * @default - Flink's own, 30
   */
  readonly maxAutoCompactions?: number;
}
