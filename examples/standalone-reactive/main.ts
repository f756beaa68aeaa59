import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterMode, FlinkJob, FlinkVersion, ReactiveScaling, S3Checkpointing, Throughput, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** Clicks counted by minute, in a namespace whose pods may not make pods; Kubernetes changes the number of TaskManagers by their CPU. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/standalone-reactive' });
const chart = new Chart(app, 'standalone-reactive', { namespace: 'clicks' });

new TunedFlinkDeployment(chart, 'clicks-by-minute', {
  image: 'registry.example.com/clicks-by-minute:1.3.0',
  flinkVersion: FlinkVersion.V2_2,
  mode: ClusterMode.STANDALONE,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/job/clicks-by-minute.jar', entryClass: 'com.example.ClicksByMinute' }),
  workload: Workload.windowedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 30_000, averageRecordBytes: 250 }),
    expectedState: Size.gibibytes(2),
    sourcePartitions: 24,
  }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  scaling: new ReactiveScaling({
    horizontalPodAutoscaler: { min: 1, max: 6, targetCpu: 0.6, scaleDownStabilization: Duration.minutes(15) },
    // New pods come one after another; a restart for all of them is enough.
    scheduler: { rescaleCooldown: Duration.minutes(1), rescaleMaxDelay: Duration.minutes(2) },
  }),
});

app.synth();
