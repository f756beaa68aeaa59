/**
 * Metrics of RocksDB itself, `state.backend.rocksdb.metrics.*`, all off by default. A property is asked of each state through
 * native code every five seconds; a statistic makes RocksDB count within every call, for all states of the operator.
 */
export enum RocksDbMetric {
  /** Property: bytes a second that writes are slowed to; 0 without delay. */
  ACTUAL_DELAYED_WRITE_RATE = 'actual-delayed-write-rate',
  /** Property: errors in the background. */
  BACKGROUND_ERRORS = 'background-errors',
  /** Property: what the block cache may hold. */
  BLOCK_CACHE_CAPACITY = 'block-cache-capacity',
  /** Property: what of the block cache is pinned. */
  BLOCK_CACHE_PINNED_USAGE = 'block-cache-pinned-usage',
  /** Property: what the block cache holds. */
  BLOCK_CACHE_USAGE = 'block-cache-usage',
  /** Property: 1 while a compaction waits. */
  COMPACTION_PENDING = 'compaction-pending',
  /** Property: bytes of the write buffer that is being filled. */
  CURRENT_SIZE_OF_ACTIVE_MEM_TABLE = 'cur-size-active-mem-table',
  /** Property: bytes of all write buffers that are not flushed. */
  CURRENT_SIZE_OF_ALL_MEM_TABLES = 'cur-size-all-mem-tables',
  /** Property: bytes of state without what is overwritten. */
  ESTIMATED_LIVE_DATA_SIZE = 'estimate-live-data-size',
  /** Property: keys, roughly. */
  ESTIMATED_NUMBER_OF_KEYS = 'estimate-num-keys',
  /** Property: bytes that compaction is behind; with level compaction only. */
  ESTIMATED_PENDING_COMPACTION_BYTES = 'estimate-pending-compaction-bytes',
  /** Property: memory for reading files, without the block cache. */
  ESTIMATED_TABLE_READERS_MEMORY = 'estimate-table-readers-mem',
  /** Property: 1 while writes are stopped. */
  IS_WRITE_STOPPED = 'is-write-stopped',
  /** Property: bytes of files in use. Slows reads down where there are many files. */
  LIVE_SST_FILES_SIZE = 'live-sst-files-size',
  /** Property: flushes that wait. */
  MEM_TABLE_FLUSH_PENDING = 'mem-table-flush-pending',
  /** Property: deletes in the write buffer that is being filled. */
  NUMBER_OF_DELETES_IN_ACTIVE_MEM_TABLE = 'num-deletes-active-mem-table',
  /** Property: deletes in full write buffers. */
  NUMBER_OF_DELETES_IN_IMMUTABLE_MEM_TABLES = 'num-deletes-imm-mem-tables',
  /** Property: entries in the write buffer that is being filled. */
  NUMBER_OF_ENTRIES_IN_ACTIVE_MEM_TABLE = 'num-entries-active-mem-table',
  /** Property: entries in full write buffers. */
  NUMBER_OF_ENTRIES_IN_IMMUTABLE_MEM_TABLES = 'num-entries-imm-mem-tables',
  /** Property: files on each level. Flink 1.20 and newer. */
  NUMBER_OF_FILES_AT_LEVEL = 'num-files-at-level',
  /** Property: full write buffers. */
  NUMBER_OF_IMMUTABLE_MEM_TABLES = 'num-immutable-mem-table',
  /** Property: sets of files that something still reads. */
  NUMBER_OF_LIVE_VERSIONS = 'num-live-versions',
  /** Property: compactions under way. */
  NUMBER_OF_RUNNING_COMPACTIONS = 'num-running-compactions',
  /** Property: flushes under way. */
  NUMBER_OF_RUNNING_FLUSHES = 'num-running-flushes',
  /** Property: snapshots that are held. */
  NUMBER_OF_SNAPSHOTS = 'num-snapshots',
  /** Property: bytes of all write buffers, pinned ones too. */
  SIZE_OF_ALL_MEM_TABLES = 'size-all-mem-tables',
  /** Property: bytes of all files. Slows reads down where there are many files. */
  TOTAL_SST_FILES_SIZE = 'total-sst-files-size',
  /** Statistic: reads that the block cache answered. */
  BLOCK_CACHE_HIT = 'block-cache-hit',
  /** Statistic: reads that it did not. Hits among both are what `calibration.cacheHitRate` wants. */
  BLOCK_CACHE_MISS = 'block-cache-miss',
  /** Statistic: reads that the filter let through. Flink 1.20 and newer. */
  BLOOM_FILTER_FULL_POSITIVE = 'bloom-filter-full-positive',
  /** Statistic: those of them that found something. Flink 1.20 and newer. */
  BLOOM_FILTER_FULL_TRUE_POSITIVE = 'bloom-filter-full-true-positive',
  /** Statistic: reads that the filter spared. Flink 1.20 and newer. */
  BLOOM_FILTER_USEFUL = 'bloom-filter-useful',
  /** Statistic: bytes read by key. */
  BYTES_READ = 'bytes-read',
  /** Statistic: bytes written, without compaction. */
  BYTES_WRITTEN = 'bytes-written',
  /** Statistic: bytes that compaction read. */
  COMPACTION_READ_BYTES = 'compaction-read-bytes',
  /** Statistic: bytes that compaction wrote. */
  COMPACTION_WRITE_BYTES = 'compaction-write-bytes',
  /** Statistic: bytes read by iterators. */
  ITERATOR_BYTES_READ = 'iter-bytes-read',
  /** Statistic: time that writers waited for flushes or compactions. */
  STALL_MICROSECONDS = 'stall-micros',
}
