/** Where a state backend keeps the state that the job works on. */
export enum StateLocation {
  /** Objects on the JVM heap. */
  HEAP = 'hashmap',
  /** RocksDB on a local disk, cached in managed memory. */
  LOCAL_DISK = 'rocksdb',
  /** ForSt: files beside the checkpoints, cached on a local disk and in managed memory. Flink 2.0 and newer. */
  REMOTE = 'forst',
}
