/** Options for a kind of disk that Flink has put together. Flink option `state.backend.rocksdb.predefined-options`. */
export enum RocksDbPredefinedOptions {
  /** RocksDB's own. */
  DEFAULT = 'DEFAULT',
  /** Levels that size themselves, and four threads. */
  SPINNING_DISK_OPTIMIZED = 'SPINNING_DISK_OPTIMIZED',
  /** The same with blocks of 128 KiB, four write buffers for each state, larger files, and Bloom filters unless told otherwise. */
  SPINNING_DISK_OPTIMIZED_HIGH_MEM = 'SPINNING_DISK_OPTIMIZED_HIGH_MEM',
  /** Four threads. */
  FLASH_SSD_OPTIMIZED = 'FLASH_SSD_OPTIMIZED',
}

/**
 * How files are put together. Flink option `state.backend.rocksdb.compaction.style`.
 * Its `FIFO` drops the oldest state, and its `NONE` lets the files pile up, so neither stands here.
 */
export enum RocksDbCompactionStyle {
  /** Level by level: the least space. */
  LEVEL = 'LEVEL',
  /** Files of alike size: fewer writes, up to twice the space. */
  UNIVERSAL = 'UNIVERSAL',
}

/**
 * How the blocks of a level are compressed. Flink option `state.backend.rocksdb.compression.per.level`.
 * Those of Flink's names that its build of RocksDB has not, `XPRESS_COMPRESSION` among them, do not stand here.
 */
export enum RocksDbCompression {
  /** Not at all: the quickest reads, the most space. */
  NONE = 'NO_COMPRESSION',
  /** Quick and moderate; Flink's own choice for all levels. */
  SNAPPY = 'SNAPPY_COMPRESSION',
  /** Quick; denser than Snappy for most data. */
  LZ4 = 'LZ4_COMPRESSION',
  /** LZ4 that writes slowly and reads quickly. */
  LZ4HC = 'LZ4HC_COMPRESSION',
  /** The densest for its cost; for the lowest levels. */
  ZSTD = 'ZSTD_COMPRESSION',
  /** Dense and slow. */
  ZLIB = 'ZLIB_COMPRESSION',
  /** Denser and slower still. */
  BZIP2 = 'BZLIB2_COMPRESSION',
}

/** What RocksDB logs, beside Flink's own log. Flink option `state.backend.rocksdb.log.level`. */
export enum RocksDbLogLevel {
  /** Everything; for the search for a fault. */
  DEBUG = 'DEBUG_LEVEL',
  /** Flink's own choice. */
  INFO = 'INFO_LEVEL',
  /** Warnings and worse. */
  WARN = 'WARN_LEVEL',
  /** Errors and worse. */
  ERROR = 'ERROR_LEVEL',
  /** What RocksDB does not survive. */
  FATAL = 'FATAL_LEVEL',
  /** Only what stands at the head of the log. */
  HEADER = 'HEADER_LEVEL',
}
