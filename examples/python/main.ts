import { App, Chart, Duration, Size } from 'cdk8s';
import { FlinkJob, FlinkVersion, ProgrammingLanguage, S3Checkpointing, Throughput, TunedFlinkDeployment, Workload } from 'cdk8s-flink';

/** Readings of sensors, averaged by the minute with a function in Python. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/python' });
const chart = new Chart(app, 'python', { namespace: 'flink' });

new TunedFlinkDeployment(chart, 'sensor-averages', {
  // Flink 2.2.1 with Python 3.12, apache-flink 2.2.1 and the program.
  image: 'registry.example.com/sensor-averages:1.3.0',
  flinkVersion: FlinkVersion.V2_2,
  job: FlinkJob.python({
    script: '/opt/flink/usrlib/sensor_averages.py',
    files: ['/opt/flink/usrlib/sensors'],
    executable: '/usr/bin/python3',
    jars: ['/opt/flink/connectors/flink-sql-connector-kafka-4.0.1-2.0.jar'],
    args: ['--topic', 'readings'],
  }),
  workload: Workload.windowedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 3_000, averageRecordBytes: 200 }),
    expectedState: Size.mebibytes(500),
    latencyObjective: Duration.minutes(1),
    sourcePartitions: 12,
    language: ProgrammingLanguage.PYTHON,
  }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  // The program itself runs here, in a process beside the JVM.
  jobManager: { memory: Size.gibibytes(3) },
});

app.synth();
