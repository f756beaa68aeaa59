/** How RocksDB is set up beyond its memory. */
export interface RocksDbTuning {
  /** Filters that spare a read for each file that cannot hold a key. Flink option `state.backend.rocksdb.use-bloom-filter`. */
  readonly bloomFilter: boolean;
  /** Index and filters in parts, of which only the top stays in the cache. Flink option `state.backend.rocksdb.memory.partitioned-index-filters`. */
  readonly partitionedIndexFilters: boolean;
  /** Jobs that flush and compact at one time, for each stateful operator. Flink option `state.backend.rocksdb.thread.num`. */
  readonly backgroundThreads: number;
  /** True: timers are objects on the heap. Flink option `state.backend.rocksdb.timer-service.factory`. */
  readonly timersOnHeap: boolean;
  /** A name of Flink option `state.backend.rocksdb.predefined-options`, for the kind of disk. */
  readonly predefinedOptions: string;
}
