import { Duration, Size } from 'cdk8s';
import { BackendOption, BackendOptions, withoutEffect } from './backend-options';
import { RocksDbCompactionStyle, RocksDbCompression, RocksDbLogLevel, RocksDbPredefinedOptions } from './rocks-db-choices';
import { RocksDbCompactionProps, RocksDbManualCompactionProps } from './rocks-db-compaction-props';
import { RocksDbMetric } from './rocks-db-metric';
import { RocksDbLogProps, RocksDbRestoreProps, RocksDbStateBackendProps, RocksDbWriteBufferProps } from './rocks-db-state-backend-props';
import { FlinkVersion } from '../flink/flink-version';

export const ROCKS_DB = 'state.backend.rocksdb';

/** A block is read, checked and unpacked as a whole for each key that is looked up in it. */
const BLOCKS = { least: Size.kibibytes(1), most: Size.mebibytes(1) };
/** RocksDB's own number of levels. */
const LEVELS = 7;
/** RocksDB raises fewer to these. */
const LEAST_OPEN_FILES = 20;
const METRICS_OF_1_20 = [
  RocksDbMetric.NUMBER_OF_FILES_AT_LEVEL, RocksDbMetric.BLOOM_FILTER_FULL_POSITIVE,
  RocksDbMetric.BLOOM_FILTER_FULL_TRUE_POSITIVE, RocksDbMetric.BLOOM_FILTER_USEFUL,
];

/** An option of RocksDB by its property and the end of its key. */
function at(property: string, key: string, since?: FlinkVersion): BackendOption {
  return { property, key: `${ROCKS_DB}.${key}`, since };
}

/** What the user has set beside the switches, which the plan takes over as they are. */
export function rocksDbOptions(to: BackendOptions, props: RocksDbStateBackendProps): void {
  const { memory, writeBuffers = {}, compaction = {}, manualCompaction, restore = {}, log = {}, nativeMetrics = [] } = props;
  const share = (property: string, key: string, value: number | undefined) =>
    to.decimal(at(property, key), value, (number) => number > 0 && number < 1, 'above 0 and below 1');
  share('memory.writeBufferRatio', 'memory.write-buffer-ratio', memory?.writeBufferRatio);
  share('memory.highPriorityPoolRatio', 'memory.high-prio-pool-ratio', memory?.highPriorityPoolRatio);
  to.count(at('backgroundThreads', 'thread.num'), props.backgroundThreads);
  to.choice(at('predefinedOptions', 'predefined-options'), props.predefinedOptions, RocksDbPredefinedOptions);
  writeBufferOptions(to, writeBuffers);
  to.size(at('blockSize', 'block.blocksize'), props.blockSize, BLOCKS);
  to.size(at('metadataBlockSize', 'block.metadata-blocksize'), props.metadataBlockSize, BLOCKS);
  // Below one bit, RocksDB 8 makes no filter at all.
  to.decimal(at('bloomFilterBitsPerKey', 'bloom-filter.bits-per-key'), props.bloomFilterBitsPerKey, (bits) => bits >= 1 && bits <= 100, '1 to 100');
  to.list(at('compressionPerLevel', 'compression.per.level'), props.compressionPerLevel, RocksDbCompression, LEVELS);
  compactionOptions(to, compaction);
  if (manualCompaction !== undefined) {
    manualCompactionOptions(to, manualCompaction);
  }
  to.size(at('writeBatchSize', 'write-batch-size'), props.writeBatchSize, { least: Size.kibibytes(0) });
  to.count(at('maxOpenFiles', 'files.open'), props.maxOpenFiles, { least: LEAST_OPEN_FILES });
  to.count(at('transferThreads', 'checkpoint.transfer.thread.num'), props.transferThreads);
  to.count(at('timerCacheSize', 'timer-service.cache-size'), props.timerCacheSize);
  restoreOptions(to, restore);
  logOptions(to, log);
  for (const metric of nativeMetrics) {
    metricOption(to, metric);
  }
  to.onOff(at('stateAsMetricLabel', 'metrics.column-family-as-variable'), props.stateAsMetricLabel);
}

function writeBufferOptions(to: BackendOptions, { size, count, merged }: RocksDbWriteBufferProps): void {
  to.size(at('writeBuffers.size', 'writebuffer.size'), size, { least: Size.kibibytes(64) });
  to.count(at('writeBuffers.count', 'writebuffer.count'), count, { least: 2 });
  to.count(at('writeBuffers.merged', 'writebuffer.number-to-merge'), merged, { least: 1, most: Math.max(1, (count ?? 2) - 1) });
}

function compactionOptions(to: BackendOptions, compaction: RocksDbCompactionProps): void {
  const { style, dynamicLevelSize, targetFileSize, firstLevelSize, rewriteAfter, entriesPerTimeQuery } = compaction;
  to.choice(at('compaction.style', 'compaction.style'), style, RocksDbCompactionStyle);
  to.onOff(at('compaction.dynamicLevelSize', 'compaction.level.use-dynamic-size'), dynamicLevelSize);
  to.size(at('compaction.targetFileSize', 'compaction.level.target-file-size-base'), targetFileSize, { least: Size.mebibytes(1) });
  to.size(at('compaction.firstLevelSize', 'compaction.level.max-size-level-base'), firstLevelSize, { least: Size.mebibytes(1) });
  // Flink cuts it to seconds, and none would switch it off.
  to.time(at('compaction.rewriteAfter', 'compaction.filter.periodic-compaction-time', FlinkVersion.V2_0), rewriteAfter, Duration.seconds(1));
  to.count(at('compaction.entriesPerTimeQuery', 'compaction.filter.query-time-after-num-entries', FlinkVersion.V2_0), entriesPerTimeQuery);
}

function manualCompactionOptions(to: BackendOptions, manual: RocksDbManualCompactionProps): void {
  const of = (property: string, key: string) => at(`manualCompaction.${property}`, `manual-compaction.${key}`, FlinkVersion.V1_20);
  to.time(of('minInterval', 'min-interval'), manual.minInterval, Duration.millis(1));
  to.size(of('maxFileSize', 'max-file-size-to-compact'), manual.maxFileSize);
  to.count(of('minFiles', 'min-files-to-compact'), manual.minFiles);
  to.count(of('maxFiles', 'max-files-to-compact'), manual.maxFiles, { least: manual.minFiles ?? 5 });
  to.size(of('maxOutputFileSize', 'max-output-file-size'), manual.maxOutputFileSize);
  to.count(of('maxAutoCompactions', 'max-auto-compactions'), manual.maxAutoCompactions);
}

function restoreOptions(to: BackendOptions, { overlapThreshold, ingestFiles, compactAfterRescale, deleteFilesInRange }: RocksDbRestoreProps): void {
  to.decimal(at('restore.overlapThreshold', 'restore-overlap-fraction-threshold'), overlapThreshold, (share) => share >= 0 && share <= 1, '0 to 1');
  const of = (property: string, key: string) => at(`restore.${property}`, key, FlinkVersion.V1_20);
  to.onOff(of('ingestFiles', 'use-ingest-db-restore-mode'), ingestFiles);
  to.onOff(of('compactAfterRescale', 'incremental-restore-async-compact-after-rescale'), compactAfterRescale);
  to.onOff(of('deleteFilesInRange', 'rescaling.use-delete-files-in-range'), deleteFilesInRange);
}

function logOptions(to: BackendOptions, { level, maxFileSize, files }: RocksDbLogProps): void {
  to.choice(at('log.level', 'log.level'), level, RocksDbLogLevel);
  to.size(at('log.maxFileSize', 'log.max-file-size'), maxFileSize);
  to.count(at('log.files', 'log.file-num'), files);
}

function metricOption(to: BackendOptions, metric: RocksDbMetric): void {
  const since = METRICS_OF_1_20.includes(metric) ? FlinkVersion.V1_20 : undefined;
  to.named(at(`nativeMetrics ${metric}`, `metrics.${metric}`, since), metric, RocksDbMetric);
}

/** What a choice, of the plan or of the user, leaves an option of the user's to do. */
export interface RocksDbSwitches {
  readonly bloomFilter: boolean;
  readonly partitionedIndexFilters: boolean;
  readonly timersOnHeap: boolean;
}

/** Refuses what would be written and do nothing. */
export function refuseIdleOptions(backend: string, props: RocksDbStateBackendProps, switches: RocksDbSwitches): void {
  const { bloomFilter, partitionedIndexFilters, timersOnHeap } = switches;
  const idle: [property: keyof RocksDbStateBackendProps, when: boolean, because: string, fix: string][] = [
    ['bloomFilterBitsPerKey', !bloomFilter, 'without filters', 'set bloomFilter: true, or leave it out'],
    ['bloomFilterBitsPerKey', partitionedIndexFilters, 'with a partitioned index, whose filters always have ten bits for each key',
      'set partitionedIndexFilters: false, or leave it out'],
    ['metadataBlockSize', !partitionedIndexFilters, 'without a partitioned index', 'set partitionedIndexFilters: true, or leave it out'],
    ['timerCacheSize', timersOnHeap, 'with all timers on the heap', 'set timersOnHeap: false, or leave it out'],
    ['stateAsMetricLabel', (props.nativeMetrics ?? []).length === 0, 'without native metrics', 'name them in nativeMetrics, or leave it out'],
  ];
  for (const [property, when, because, fix] of idle) {
    if (when && props[property] !== undefined) {
      throw withoutEffect(property, backend, because, fix);
    }
  }
}
