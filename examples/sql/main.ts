import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Size } from 'cdk8s';
import {
  FlinkApi, FlinkJob, FlinkVersion, JobArtifact, S3Checkpointing, SqlRunner, Throughput, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** One script, run twice: by a runner in the image on Flink 1.20, and by Flink itself on Flink 2.2. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/sql' });
const chart = new Chart(app, 'sql', { namespace: 'flink' });

const script = readFileSync(join(__dirname, 'page-views.sql'), 'utf8');
const workload = Workload.windowedAggregation({
  throughput: Throughput.of({ recordsPerSecond: 15_000, averageRecordBytes: 250 }),
  expectedState: Size.gibibytes(2),
  sourcePartitions: 16,
  api: FlinkApi.SQL,
});
const checkpointing = new S3Checkpointing({ bucket: 'flink-state' });

new TunedFlinkDeployment(chart, 'page-views', {
  // Flink 1.20.5 with connectors in `lib`, and a jar that runs the script whose path it is given.
  image: 'registry.example.com/sql-runner:1.20.5-2',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.sql({ script, runner: SqlRunner.jar(JobArtifact.inImage('/opt/flink/usrlib/sql-runner.jar')) }),
  workload,
  checkpointing,
});

new TunedFlinkDeployment(chart, 'page-views-built-in', {
  // Flink 2.2.1 with connectors in `lib`; the runner is Flink's own.
  image: 'registry.example.com/flink-with-kafka:2.2.1-1',
  flinkVersion: FlinkVersion.V2_2,
  job: FlinkJob.sql({ script }),
  workload,
  checkpointing,
});

app.synth();
