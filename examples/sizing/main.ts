import { App, Chart, Duration, Size } from 'cdk8s';
import {
  Cpu, DiskKind, FlinkApi, FlinkJob, FlinkVersion, ForStStateBackend, KeySkew, NodeShape, ProgrammingLanguage, S3Checkpointing, Throughput,
  TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** What a platform may know of its jobs beyond their throughput, and what it has measured. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/sizing' });
const chart = new Chart(app, 'sizing', { namespace: 'flink' });

/** Nodes with a local NVMe disk; what is left after the daemons of the node. */
const nodeShape: NodeShape = { cpu: Cpu.cores(15.5), memory: Size.gibibytes(58), localDisk: Size.gibibytes(800), diskKind: DiskKind.LOCAL_SSD };
const common = { flinkVersion: FlinkVersion.V2_2, image: 'registry.example.com/jobs:7.2.0', nodeShape };
const jar = (entryClass: string) => FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/jobs.jar', entryClass });
const checkpointing = (prefix: string) => new S3Checkpointing({ bucket: 'flink-state', prefix });

// Clicks by user and five minutes, sliding by one: SQL, growing, with a few users that click far more than others.
new TunedFlinkDeployment(chart, 'click-windows', {
  ...common,
  job: jar('com.example.ClickWindows'),
  checkpointing: checkpointing('click-windows'),
  workload: Workload.windowedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 60_000, peakRecordsPerSecond: 150_000, averageRecordBytes: 220, growth: 1.5 }),
    distinctKeys: 30_000_000,
    stateTimeToLive: Duration.minutes(10),
    windowOverlap: 5,
    keySkew: KeySkew.MODERATE,
    api: FlinkApi.SQL,
    recoveryTimeObjective: Duration.minutes(15),
    sourcePartitions: 96,
  }),
});

// The same kind of job after a week in production: what was measured takes the place of what was assumed.
new TunedFlinkDeployment(chart, 'order-totals', {
  ...common,
  job: jar('com.example.OrderTotals'),
  checkpointing: checkpointing('order-totals'),
  workload: Workload.unboundedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 25_000, averageRecordBytes: 400 }),
    distinctKeys: 80_000_000,
    recoveryPointObjective: Duration.minutes(2),
    keySkew: KeySkew.hottestKey(0.02),
    sourcePartitions: 24,
  }),
  calibration: {
    recordsPerSecondPerCore: 14_000,
    coreUtilization: 0.7,
    stateBytesPerKey: 210,
    cacheHitRate: 0.93,
    checkpointDuration: Duration.seconds(9),
    restartTime: Duration.seconds(75),
  },
  assumptions: { targetUtilization: 0.6 },
  budget: { cpu: Cpu.cores(16), memory: Size.gibibytes(48) },
});

// Transactions asked of a fraud service, in Python, which answers in 25 ms.
new TunedFlinkDeployment(chart, 'fraud-scores', {
  ...common,
  job: FlinkJob.python({ script: '/opt/flink/usrlib/fraud_scores.py' }),
  checkpointing: checkpointing('fraud-scores'),
  workload: Workload.asyncEnrichment({
    throughput: Throughput.of({ recordsPerSecond: 12_000, averageRecordBytes: 900 }),
    lookupTime: Duration.millis(25),
    lookupsAtOnce: 200,
    language: ProgrammingLanguage.PYTHON,
    latencyObjective: Duration.millis(500),
  }),
});

// A join by SQL that keeps everything for ever: state beyond local disks, where an answer may take its time.
new TunedFlinkDeployment(chart, 'all-history', {
  ...common,
  job: jar('com.example.AllHistory'),
  checkpointing: checkpointing('all-history'),
  stateBackend: new ForStStateBackend(),
  workload: Workload.regularJoin({
    throughput: Throughput.of({ recordsPerSecond: 15_000, averageRecordBytes: 600 }),
    expectedState: Size.tebibytes(30),
    latencyObjective: Duration.seconds(30),
    api: FlinkApi.SQL,
  }),
});

app.synth();
