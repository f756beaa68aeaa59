import { App, Chart, Duration, Size } from 'cdk8s';
import {
  FlinkApi, FlinkJob, FlinkVersion, ForStStateBackend, HashMapStateBackend, LocalDisk, RocksDbCompactionStyle, RocksDbLogLevel,
  RocksDbPredefinedOptions, RocksDbStateBackend, S3Checkpointing, Throughput, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** Where the state of a job may live, beside RocksDB as the plan sets it up. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/state-backends' });
const chart = new Chart(app, 'state-backends', { namespace: 'flink' });

const common = { image: 'registry.example.com/jobs:7.2.0', flinkVersion: FlinkVersion.V2_2 };
const jar = (entryClass: string) => FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/jobs.jar', entryClass });
const throughput = Throughput.of({ recordsPerSecond: 20_000, averageRecordBytes: 300 });

// On the heap, with a copy of the last checkpoint on the disk: a TaskManager that survives a failure downloads nothing.
new TunedFlinkDeployment(chart, 'session-counts', {
  ...common,
  job: jar('com.example.SessionCounts'),
  workload: Workload.windowedAggregation({ throughput, expectedState: Size.mebibytes(600), latencyObjective: Duration.millis(50) }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  stateBackend: new HashMapStateBackend({ localRecovery: true, disk: LocalDisk.emptyDir() }),
});

// RocksDB with a log of changes, so that checkpoints every five seconds stay short whatever is compacted meanwhile.
new TunedFlinkDeployment(chart, 'payments', {
  ...common,
  job: jar('com.example.Payments'),
  workload: Workload.deduplication({ throughput, expectedState: Size.gibibytes(60), exactlyOnceSink: true }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state', interval: Duration.seconds(5), timeout: Duration.minutes(10) }),
  stateBackend: new RocksDbStateBackend({
    changelog: { materializationInterval: Duration.minutes(5), uploadTimeout: Duration.seconds(5) },
    latencyTracking: { sampleInterval: 1_000 },
  }),
});

// RocksDB on spinning disks behind a network, set up by hand where the plan cannot know them.
new TunedFlinkDeployment(chart, 'archive', {
  ...common,
  job: jar('com.example.Archive'),
  workload: Workload.regularJoin({ throughput, expectedState: Size.gibibytes(200) }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  stateBackend: new RocksDbStateBackend({
    disk: LocalDisk.ephemeralClaim({ storageClassName: 'throughput-optimized', size: Size.gibibytes(500) }),
    predefinedOptions: RocksDbPredefinedOptions.SPINNING_DISK_OPTIMIZED,
    compaction: { style: RocksDbCompactionStyle.LEVEL, rewriteAfter: Duration.days(7) },
    manualCompaction: { minInterval: Duration.minutes(1) },
    log: { level: RocksDbLogLevel.WARN },
  }),
});

// ForSt keeps the state beside the checkpoints, and a cache of it on the ephemeral storage of the nodes.
new TunedFlinkDeployment(chart, 'all-orders', {
  ...common,
  job: jar('com.example.AllOrders'),
  workload: Workload.regularJoin({
    throughput, expectedState: Size.tebibytes(25), latencyObjective: Duration.seconds(30), api: FlinkApi.SQL,
  }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  stateBackend: new ForStStateBackend({ disk: LocalDisk.emptyDir({ size: Size.gibibytes(200), onLocalSsd: true }), readThreads: 6 }),
});

app.synth();
