import { App, Chart, Duration, Size } from 'cdk8s';
import {
  FlinkJob, FlinkSessionJob, FlinkStateSnapshot, FlinkVersion, JobState, S3Checkpointing, SavepointFormat, SnapshotKind, StateLocation, Throughput,
  TunedFlinkSession, Workload,
} from 'cdk8s-flink';

const app = new App({ outdir: process.env.OUTDIR ?? 'dist/session' });
const chart = new Chart(app, 'session', { namespace: 'analytics' });

// The work of each job, said once: the session is sized for it, and the job is tuned by it.
const clicks = Workload.windowedAggregation({
  throughput: Throughput.of({ recordsPerSecond: 20_000, averageRecordBytes: 400 }),
  expectedState: Size.gibibytes(20),
  sourcePartitions: 24,
});
const alerts = Workload.statelessTransformation({
  throughput: Throughput.of({ recordsPerSecond: 3_000 }),
  latencyObjective: Duration.seconds(1),
});

const session = new TunedFlinkSession(chart, 'analytics', {
  image: 'flink:1.20.5',
  flinkVersion: FlinkVersion.V1_20,
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  hosts: [{ workload: clicks }, { workload: alerts, parallelism: 2 }],
});

const clicksByPage = new FlinkSessionJob(chart, 'clicks-by-page', {
  session,
  workload: clicks,
  job: FlinkJob.jar({ uri: 'https://artifacts.example.com/clicks-by-page-2.1.0.jar', args: ['--window', '5min'] }),
});

new FlinkSessionJob(chart, 'alerts', {
  session,
  workload: alerts,
  job: FlinkJob.jar({ uri: 'https://artifacts.example.com/alerts-0.9.4.jar', state: JobState.SUSPENDED }),
});

// A savepoint before a release. Its name is its identity: the next one needs another.
new FlinkStateSnapshot(chart, 'clicks-before-2-2', {
  job: clicksByPage,
  kind: SnapshotKind.savepoint({ format: SavepointFormat.CANONICAL }),
});

// A session that another team's app makes: what a job has to know of it.
const shared = TunedFlinkSession.fromSessionAttributes(chart, 'Shared', {
  name: 'shared-session',
  flinkVersion: FlinkVersion.V1_20,
  taskSlots: 4,
  stateLocation: StateLocation.LOCAL_DISK,
  snapshots: true,
});
new FlinkSessionJob(chart, 'invoices', {
  session: shared,
  workload: Workload.deduplication({ throughput: Throughput.of({ recordsPerSecond: 500 }), expectedState: Size.gibibytes(2) }),
  job: FlinkJob.jar({ uri: 'https://artifacts.example.com/invoices-3.0.0.jar' }),
});

app.synth();
