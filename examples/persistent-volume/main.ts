import { App, Chart, Size } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeClaim } from 'cdk8s-plus-28';
import { FlinkJob, FlinkVersion, PersistentVolumeCheckpointing, Throughput, TunedFlinkDeployment, Workload } from 'cdk8s-flink';

/** Page views in windows, on a cluster without an object store: snapshots go to a shared file system. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/persistent-volume' });
const chart = new Chart(app, 'persistent-volume', { namespace: 'flink' });

// A claim of its own outlives the deployments, which share it.
const claim = new PersistentVolumeClaim(chart, 'Claim', {
  metadata: { name: 'flink-state' },
  accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY],
  storage: Size.gibibytes(200),
  storageClassName: 'nfs-shared',
});

new TunedFlinkDeployment(chart, 'page-views', {
  image: 'registry.example.com/page-views:3.1.0',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/page-views.jar' }),
  workload: Workload.windowedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 5_000, averageRecordBytes: 400 }),
    expectedState: Size.gibibytes(4),
    sourcePartitions: 12,
  }),
  checkpointing: PersistentVolumeCheckpointing.onClaim(claim, { prefix: 'page-views' }),
});

app.synth();
