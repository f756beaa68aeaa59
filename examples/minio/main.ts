import { App, Chart, Duration, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { FlinkJob, FlinkVersion, PrometheusReporter, S3Checkpointing, S3Credentials, Throughput, TunedFlinkDeployment, Workload } from 'cdk8s-flink';

/** Orders and their payments, which meet within two hours, on Flink 2.2, with checkpoints in a MinIO that runs in the same cluster. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/minio' });
const chart = new Chart(app, 'minio', { namespace: 'flink' });

// Made elsewhere, for example by the External Secrets Operator; only its name is known here.
const credentials = Secret.fromSecretName(chart, 'Credentials', 'minio-flink');

new TunedFlinkDeployment(chart, 'orders-payments', {
  image: 'flink:2.2.1-java17',
  flinkVersion: FlinkVersion.V2_2,
  job: FlinkJob.jar({
    uri: 'local:///opt/flink/usrlib/orders-payments.jar',
    entryClass: 'com.example.OrdersWithPayments',
    args: ['--orders', 'orders', '--payments', 'payments'],
  }),
  workload: Workload.intervalJoin({
    throughput: Throughput.of({ recordsPerSecond: 40_000, averageRecordBytes: 300 }),
    expectedState: Size.gibibytes(60),
    latencyObjective: Duration.seconds(2),
    sourcePartitions: 32,
  }),
  checkpointing: S3Checkpointing.onCompatibleStore({
    bucket: 'flink-state',
    endpoint: 'http://minio.minio.svc:9000',
    credentials: S3Credentials.fromSecret(credentials, { accessKey: 'accesskey', secretKey: 'secretkey' }),
  }),
  metricReporters: [new PrometheusReporter({ port: 9250 })],
});

app.synth();
