import { App, Chart, Duration, Size } from 'cdk8s';
import {
  Autoscaler, BusyTimeAggregator, Cpu, ExcludedPeriod, FlinkJob, FlinkVersion, ParallelismAlignment, Rescaling, RocksDbStateBackend, S3Checkpointing,
  Throughput, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** What each visitor of a shop has looked at, much by day and little by night; the operator's autoscaler fits the parallelism to the load. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/autoscaled' });
const chart = new Chart(app, 'autoscaled', { namespace: 'flink' });

new TunedFlinkDeployment(chart, 'visitor-profiles', {
  image: 'registry.example.com/visitor-profiles:5.1.0',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.jar({
    uri: 'local:///opt/flink/usrlib/visitor-profiles.jar',
    entryClass: 'com.example.VisitorProfiles',
    args: ['--topic', 'page-views'],
  }),
  // What it starts with; the topic has 48 partitions, above which no source task would have anything to read.
  workload: Workload.unboundedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 60_000, averageRecordBytes: 400 }),
    expectedState: Size.gibibytes(80),
    sourcePartitions: 48,
    recoveryTimeObjective: Duration.minutes(15),
  }),
  stateBackend: new RocksDbStateBackend(),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  // All pods together; what the JobManager leaves of it is the autoscaler's quota.
  budget: { cpu: Cpu.cores(40), memory: Size.gibibytes(160) },
  scaling: new Autoscaler({
    // New slots are taken four at a time, not one by one as their pods come up.
    rescaling: Rescaling.inPlace({ minParallelismIncrease: 4, rescaleCooldown: Duration.minutes(2) }),
    utilization: { target: 0.6, min: 0.4, max: 0.8 },
    vertices: { maxParallelism: 48, alignment: ParallelismAlignment.EVENLY_SPREAD },
    pace: { metricsWindow: Duration.minutes(10), scaleDownInterval: Duration.hours(2) },
    restart: { trackedUpTo: Duration.minutes(10) },
    // Visitors spread evenly over the subtasks.
    observation: { busyTime: BusyTimeAggregator.AVG },
    // The evening's peak, and the nightly report that reads from the same topic. In the time zone of the operator.
    excludedPeriods: [ExcludedPeriod.daily('18:00', '21:30'), ExcludedPeriod.dailyWhen('02:00', '04:00', '* * * ? * MON-FRI')],
  }),
});

app.synth();
