import { App, Chart, Duration, Size } from 'cdk8s';
import { FlinkBlueGreenDeployment, FlinkJob, FlinkVersion, OperatorVersion, S3Checkpointing, Throughput, Workload } from 'cdk8s-flink';

const app = new App({ outdir: process.env.OUTDIR ?? 'dist/blue-green' });
const chart = new Chart(app, 'blue-green', { namespace: 'payments' });

// An upgrade starts a second cluster from a savepoint of the first, which stays until the second one is ready.
new FlinkBlueGreenDeployment(chart, 'payment-scoring', {
  image: 'registry.example.com/payment-scoring:7.2.0',
  flinkVersion: FlinkVersion.V2_2,
  operatorVersion: OperatorVersion.V1_15,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/payment-scoring.jar' }),
  workload: Workload.deduplication({
    throughput: Throughput.of({ recordsPerSecond: 8_000, averageRecordBytes: 700 }),
    expectedState: Size.gibibytes(12),
    sourcePartitions: 32,
  }),
  checkpointing: new S3Checkpointing({ bucket: 'payments-flink' }),
  abortGracePeriod: Duration.minutes(15),
  deletionDelay: Duration.minutes(5),
});

app.synth();
