import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import {
  FlinkVersion, ForStStateBackend, HashMapStateBackend, LocalDisk, RocksDbCompactionStyle, RocksDbCompression, RocksDbLogLevel, RocksDbMetric,
  RocksDbPredefinedOptions, RocksDbStateBackend,
} from '../../src';
import { Drawn, making, mostly, one, some } from '../making';

const minutes = fc.integer({ min: 1, max: 60 }).map(Duration.minutes);
const mebibytes = (least: number, most: number) => fc.integer({ min: least, max: most }).map(Size.mebibytes);
const diskSize = mostly(fc.integer({ min: 20, max: 2_000 }).map(Size.gibibytes), mebibytes(1, 100));
const share = (least: number, most: number) => fc.integer({ min: least * 100, max: most * 100 }).map((percent) => percent / 100);

const disk: Drawn = fc.oneof(
  making(some({ storageClassName: one('gp3', 'premium'), size: diskSize }, 2), LocalDisk.ephemeralClaim),
  making(some({ size: diskSize }, 1, { storageClassName: one('local-nvme') }), LocalDisk.localSsd),
  making(mostly(some({ size: diskSize, onLocalSsd: fc.boolean() }, 2), fc.constant({})), LocalDisk.emptyDir),
);
const latencyTracking = some({
  sampleInterval: mostly(fc.integer({ min: 1, max: 1_000 }), one(0)), historySize: one(16, 256), stateNameAsVariable: fc.boolean(),
}, 2);
const changelog = some({
  materializationInterval: minutes,
  failuresAllowed: mostly(one(0, 3, 9), one(-1)),
  compressed: fc.boolean(),
  preemptiveThreshold: mebibytes(1, 20),
  maxInFlight: mebibytes(20, 200),
  uploadThreads: one(1, 5),
  uploadTimeout: fc.integer({ min: 1, max: 9 }).map(Duration.seconds),
  uploadAttempts: one(1, 3),
}, 3);

const rocksDb = some({
  incremental: fc.boolean(),
  localRecovery: fc.boolean(),
  disk,
  bloomFilter: fc.boolean(),
  timersOnHeap: fc.boolean(),
  backgroundThreads: mostly(fc.integer({ min: 1, max: 8 }), one(0)),
  predefinedOptions: one(...Object.values(RocksDbPredefinedOptions)),
  memory: some({ writeBufferRatio: share(0.1, 0.6), highPriorityPoolRatio: share(0, 0.3) }, 2),
  writeBuffers: some({ size: mebibytes(4, 64), count: fc.integer({ min: 2, max: 6 }), merged: one(1, 2) }, 2),
  blockSize: one(4, 16, 64).map(Size.kibibytes),
  metadataBlockSize: one(4, 16).map(Size.kibibytes),
  compressionPerLevel: fc.array(one(...Object.values(RocksDbCompression)), { minLength: 1, maxLength: 4 }),
  compaction: some({
    style: one(...Object.values(RocksDbCompactionStyle)),
    dynamicLevelSize: fc.boolean(),
    targetFileSize: mebibytes(16, 256),
    firstLevelSize: mebibytes(64, 512),
    rewriteAfter: one(1, 30).map(Duration.days),
    entriesPerTimeQuery: one(1, 1_000),
  }, 2),
  manualCompaction: some({
    maxFileSize: mebibytes(1, 50), minFiles: one(2, 5), maxFiles: one(10, 30), maxAutoCompactions: one(10, 30),
  }, 2, { minInterval: minutes }),
  writeBatchSize: mebibytes(1, 8),
  maxOpenFiles: mostly(one(-1, 500, 5_000), one(-7)),
  transferThreads: fc.integer({ min: 1, max: 16 }),
  timerCacheSize: one(1, 128),
  restore: some({ overlapThreshold: share(0, 1), ingestFiles: fc.boolean(), compactAfterRescale: fc.boolean(), deleteFilesInRange: fc.boolean() }, 2),
  log: some({ level: one(...Object.values(RocksDbLogLevel)), maxFileSize: mebibytes(1, 50), files: one(1, 4) }, 2),
  nativeMetrics: fc.uniqueArray(one(...Object.values(RocksDbMetric)), { minLength: 1, maxLength: 4 }),
  latencyTracking,
  changelog,
}, 4);

const hashMap = some({ localRecovery: fc.boolean(), disk, latencyTracking, changelog }, 2);
const forSt = some({
  disk,
  cacheLimit: fc.integer({ min: 1, max: 20 }).map(Size.gibibytes),
  cacheReserve: fc.integer({ min: 1, max: 5 }).map(Size.gibibytes),
  readsBeforeReload: one(1, 5),
  readThreads: one(1, 3),
  backgroundThreads: one(1, 4),
  writeBufferRatio: share(0.1, 0.6),
  bloomFilter: fc.boolean(),
  keepSynchronousStateLocal: fc.boolean(),
  latencyTracking,
}, 3);

/** Any backend that this Flink has, and now and then ForSt on one that has not. */
export function anyStateBackend(flink: FlinkVersion): Drawn {
  const older = fc.oneof(
    { weight: 4, arbitrary: making(rocksDb, (props) => new RocksDbStateBackend(props)) },
    { weight: 2, arbitrary: making(hashMap, (props) => new HashMapStateBackend(props)) },
  );
  const onStores = making(forSt, (props) => new ForStStateBackend(props));
  return mostly(older, onStores, flink.isAtLeast(FlinkVersion.V2_0) ? 4 : 60);
}
