import { Duration, Size } from 'cdk8s';
import { bindAlone, LINES, settingsOf, strangersTo } from './option-settings';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { refusalOf, says } from '../refusals';
import {
  FlinkVersion, RocksDbCompactionStyle, RocksDbCompression, RocksDbLogLevel, RocksDbMetric, RocksDbPredefinedOptions, RocksDbStateBackend,
  RocksDbStateBackendProps,
} from 'cdk8s-flink';

const METRICS = Object.values(RocksDbMetric);
const OF_1_20 = ['num-files-at-level', 'bloom-filter-full-positive', 'bloom-filter-full-true-positive', 'bloom-filter-useful'];
const settings = (props: RocksDbStateBackendProps, flinkVersion = FlinkVersion.V2_3) =>
  settingsOf(bindAlone(new RocksDbStateBackend(props), { flinkVersion }));
const refused = (props: RocksDbStateBackendProps, flinkVersion = FlinkVersion.V2_3) =>
  refusalOf(() => bindAlone(new RocksDbStateBackend(props), { flinkVersion })).message;

/** Every option that Flink 1.19 has. */
const OLDEST: RocksDbStateBackendProps = {
  backgroundThreads: 6,
  predefinedOptions: RocksDbPredefinedOptions.FLASH_SSD_OPTIMIZED,
  bloomFilter: true,
  memory: { writeBufferRatio: 0.4, highPriorityPoolRatio: 0.2 },
  writeBuffers: { size: Size.mebibytes(32), count: 4, merged: 3 },
  blockSize: Size.kibibytes(32),
  bloomFilterBitsPerKey: 12.5,
  compressionPerLevel: [RocksDbCompression.NONE, RocksDbCompression.LZ4, RocksDbCompression.ZSTD],
  compaction: {
    style: RocksDbCompactionStyle.LEVEL, dynamicLevelSize: true, targetFileSize: Size.mebibytes(128), firstLevelSize: Size.mebibytes(512),
  },
  writeBatchSize: Size.kibibytes(0),
  maxOpenFiles: 1000,
  transferThreads: 8,
  timerCacheSize: 256,
  restore: { overlapThreshold: 0.5 },
  log: { level: RocksDbLogLevel.WARN, maxFileSize: Size.mebibytes(10), files: 2 },
  nativeMetrics: METRICS.filter((metric) => !OF_1_20.includes(metric)),
  stateAsMetricLabel: true,
  latencyTracking: { sampleInterval: 1000, historySize: 64, stateNameAsVariable: false },
  changelog: {
    materializationInterval: Duration.minutes(5),
    failuresAllowed: 0,
    compressed: true,
    preemptiveThreshold: Size.mebibytes(8),
    maxInFlight: Size.mebibytes(64),
    uploadThreads: 8,
    uploadTimeout: Duration.seconds(5),
    uploadAttempts: 5,
  },
};
const OF_FLINK_1_20: RocksDbStateBackendProps = {
  ...OLDEST,
  nativeMetrics: METRICS,
  manualCompaction: {
    minInterval: Duration.minutes(1),
    maxFileSize: Size.kibibytes(100),
    minFiles: 4,
    maxFiles: 20,
    maxOutputFileSize: Size.mebibytes(32),
    maxAutoCompactions: 10,
  },
  restore: { overlapThreshold: 0.5, ingestFiles: true, compactAfterRescale: true, deleteFilesInRange: true },
};
const NEWEST: RocksDbStateBackendProps = {
  ...OF_FLINK_1_20, compaction: { ...OLDEST.compaction, rewriteAfter: Duration.days(7), entriesPerTimeQuery: 500 },
};
const allOf = (flinkVersion: FlinkVersion) =>
  (flinkVersion.isAtLeast(FlinkVersion.V2_0) ? NEWEST : flinkVersion.isAtLeast(FlinkVersion.V1_20) ? OF_FLINK_1_20 : OLDEST);

test.each(LINES)('%s has every option that is written for it, and reads its value', (flinkVersion) => {
  const config = bindAlone(new RocksDbStateBackend(allOf(flinkVersion)), { flinkVersion });
  expect(strangersTo(flinkVersion, config)).toEqual([]);
});

/** What is not typed, and why. */
const NOT_TYPED: Record<string, string> = {
  'block.cache-size': 'replaced by managed memory',
  'bloom-filter.block-based-mode': 'RocksDB 8 knows no such filters',
  'localdir': 'the working directory lies on the disk',
  'log.dir': 'beside Flink\'s log',
  'memory.managed': 'the plan counts on it',
  'memory.fixed-per-slot': 'beside the budget of the container',
  'memory.fixed-per-tm': 'beside the budget of the container',
  'options-factory': 'a class of the user\'s',
  'manual-compaction.max-parallel-compactions': 'RocksDB runs one at a time',
};
/** Left to the plan's switches. */
const SWITCHES = ['use-bloom-filter', 'memory.partitioned-index-filters', 'timer-service.factory', 'block.metadata-blocksize'];

test('of all that Flink has for RocksDB, nothing is left out by accident', () => {
  const written = Object.keys(settings(NEWEST));
  const left = [...flinkOptions(FlinkVersion.V2_3).keys].filter((key) => key.startsWith('state.backend.rocksdb.') && !written.includes(key))
    .map((key) => key.slice('state.backend.rocksdb.'.length));
  expect(left.filter((key) => !(key in NOT_TYPED) && !SWITCHES.includes(key))).toEqual([]);
});

test('the metrics are Flink\'s, all of them', () => {
  const prefix = 'state.backend.rocksdb.metrics.';
  const known = [...flinkOptions(FlinkVersion.V2_3).keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  expect([...METRICS].sort()).toEqual(known.filter((key) => key !== 'column-family-as-variable').sort());
});

test('values are written as Flink spells them', () => {
  expect(settings({
    memory: { writeBufferRatio: 0.6 },
    blockSize: Size.kibibytes(16),
    compressionPerLevel: [RocksDbCompression.NONE, RocksDbCompression.ZSTD],
    writeBuffers: { size: Size.mebibytes(32) },
    nativeMetrics: [RocksDbMetric.BLOCK_CACHE_HIT],
  })).toEqual({
    'state.backend.type': 'rocksdb',
    'execution.checkpointing.incremental': 'true',
    'state.backend.rocksdb.memory.write-buffer-ratio': '0.6',
    'state.backend.rocksdb.block.blocksize': '16k',
    'state.backend.rocksdb.compression.per.level': 'NO_COMPRESSION;ZSTD_COMPRESSION',
    'state.backend.rocksdb.writebuffer.size': '32m',
    'state.backend.rocksdb.metrics.block-cache-hit': 'true',
  });
});

const later = (property: string, got: string, since: string) => says(
  `${property} of RocksDbStateBackend is an option that this Flink does not have [option-of-later-version]`,
  got, `${since} and newer`, `leave ${property} out, or use a newer Flink`,
);

test.each<[RocksDbStateBackendProps, FlinkVersion, string, string]>([
  [{ restore: { ingestFiles: true } }, FlinkVersion.V1_19, 'restore.ingestFiles', 'Flink 1.20'],
  [{ restore: { compactAfterRescale: false } }, FlinkVersion.V1_19, 'restore.compactAfterRescale', 'Flink 1.20'],
  [{ restore: { deleteFilesInRange: true } }, FlinkVersion.V1_19, 'restore.deleteFilesInRange', 'Flink 1.20'],
  [{ manualCompaction: { minInterval: Duration.minutes(1) } }, FlinkVersion.V1_19, 'manualCompaction.minInterval', 'Flink 1.20'],
  [{ nativeMetrics: [RocksDbMetric.BLOOM_FILTER_USEFUL] }, FlinkVersion.V1_19, 'nativeMetrics bloom-filter-useful', 'Flink 1.20'],
  [{ compaction: { rewriteAfter: Duration.days(1) } }, FlinkVersion.V1_20, 'compaction.rewriteAfter', 'Flink 2.0'],
  [{ compaction: { entriesPerTimeQuery: 1 } }, FlinkVersion.V1_20, 'compaction.entriesPerTimeQuery', 'Flink 2.0'],
])('%j before its Flink is refused by name', (props, flinkVersion, property, since) =>
  expect(refused(props, flinkVersion)).toBe(later(property, `${flinkVersion}`, since)));

const wrong = (property: string, got: string, allowed: string) => says(
  `${property} of RocksDbStateBackend is not a value that works [state-backend-option]`, got, allowed, `leave ${property} out, or use a value from these`,
);
const COMPRESSIONS = Object.values(RocksDbCompression).join(', ');

test.each<[RocksDbStateBackendProps, string, string, string]>([
  // Seed §6 sets blocks of a gibibyte.
  [{ blockSize: Size.mebibytes(1024) }, 'blockSize', '1 GiB', '1 KiB to 1 MiB'],
  [{ blockSize: Size.kibibytes(0) }, 'blockSize', '0 B', '1 KiB to 1 MiB'],
  [{ memory: { writeBufferRatio: 0 } }, 'memory.writeBufferRatio', '0', 'above 0 and below 1'],
  [{ memory: { highPriorityPoolRatio: NaN } }, 'memory.highPriorityPoolRatio', 'NaN', 'above 0 and below 1'],
  [{ bloomFilter: true, bloomFilterBitsPerKey: 0.5 }, 'bloomFilterBitsPerKey', '0.5', '1 to 100'],
  [{ writeBuffers: { count: 1 } }, 'writeBuffers.count', '1', 'a whole number, 2 and more'],
  [{ writeBuffers: { count: 3, merged: 3 } }, 'writeBuffers.merged', '3', 'a whole number, 1 to 2'],
  [{ writeBuffers: { merged: 2 } }, 'writeBuffers.merged', '2', 'a whole number, 1 to 1'],
  [{ compressionPerLevel: [] }, 'compressionPerLevel', 'nothing', `1 to 7 of ${COMPRESSIONS}`],
  [{ compressionPerLevel: ['XPRESS_COMPRESSION' as RocksDbCompression] }, 'compressionPerLevel', 'XPRESS_COMPRESSION', `1 to 7 of ${COMPRESSIONS}`],
  [{ compaction: { style: 'FIFO' as RocksDbCompactionStyle } }, 'compaction.style', 'FIFO', 'LEVEL, UNIVERSAL'],
  [{ compaction: { rewriteAfter: Duration.millis(500) } }, 'compaction.rewriteAfter', '500 ms', '1 second and more, in whole milliseconds'],
  [{ manualCompaction: { minInterval: Duration.millis(0) } }, 'manualCompaction.minInterval', '0 ms', '1 milli and more, in whole milliseconds'],
  [{ manualCompaction: { minInterval: Duration.seconds(1.0005) } }, 'manualCompaction.minInterval', '1,000.5 ms', '1 milli and more, in whole milliseconds'],
  [{ restore: { overlapThreshold: 1.1 } }, 'restore.overlapThreshold', '1.1', '0 to 1'],
  [{ backgroundThreads: 0 }, 'backgroundThreads', '0', 'a whole number, 1 and more'],
  [{ maxOpenFiles: 3 }, 'maxOpenFiles', '3', 'a whole number, 20 and more'],
])('%j is refused', (props, property, got, allowed) => expect(refused(props)).toBe(wrong(property, got, allowed)));

const idle = (property: string, because: string, fix: string) => says(
  `${property} of RocksDbStateBackend does nothing ${because} [state-option-without-effect]`, property, 'options that work together', fix,
);

test.each<[RocksDbStateBackendProps, string]>([
  [{ bloomFilterBitsPerKey: 12 }, idle('bloomFilterBitsPerKey', 'without filters', 'set bloomFilter: true, or leave it out')],
  [{ bloomFilter: true, partitionedIndexFilters: true, bloomFilterBitsPerKey: 12 }, idle(
    'bloomFilterBitsPerKey', 'with a partitioned index, whose filters always have ten bits for each key', 'set partitionedIndexFilters: false, or leave it out')],
  [{ metadataBlockSize: Size.kibibytes(8) }, idle('metadataBlockSize', 'without a partitioned index', 'set partitionedIndexFilters: true, or leave it out')],
  [{ timersOnHeap: true, timerCacheSize: 9 }, idle('timerCacheSize', 'with all timers on the heap', 'set timersOnHeap: false, or leave it out')],
  [{ stateAsMetricLabel: true }, idle('stateAsMetricLabel', 'without native metrics', 'name them in nativeMetrics, or leave it out')],
])('%j would do nothing, and is refused', (props, message) => expect(refused(props)).toBe(message));
