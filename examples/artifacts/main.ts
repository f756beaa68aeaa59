import { App, Chart, Size } from 'cdk8s';
import { PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import {
  DownloadCredentials, FlinkJob, FlinkVersion, JobArtifact, JobState, S3Checkpointing, Throughput, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** Two jobs on the official image, whose jars are not in it: one is downloaded, one lies on a claim. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/artifacts' });
const chart = new Chart(app, 'artifacts', { namespace: 'flink' });

const throughput = Throughput.of({ recordsPerSecond: 10_000, averageRecordBytes: 400 });
const checkpointing = new S3Checkpointing({ bucket: 'flink-state' });

new TunedFlinkDeployment(chart, 'shipments', {
  image: 'flink:1.20.5-java17',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.jar({
    artifact: JobArtifact.download({
      url: 'https://repo.example.com/releases/com/example/shipments/1.4.0/shipments-1.4.0.jar',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      size: Size.mebibytes(200),
      // Made elsewhere, for example by the External Secrets Operator; only its name is known here.
      credentials: DownloadCredentials.bearer(Secret.fromSecretName(chart, 'Repository', 'artifact-repository')),
    }),
    entryClass: 'com.example.Shipments',
    // The state of the job that this one replaces; a person counts the nonce up to start again from it.
    initialSavepoint: { path: 's3://flink-state/shipments-v1/savepoints/savepoint-4f1c2a', redeployNonce: 1 },
    allowNonRestoredState: true,
  }),
  workload: Workload.deduplication({ throughput, expectedState: Size.gibibytes(10) }),
  checkpointing,
});

new TunedFlinkDeployment(chart, 'returns', {
  image: 'flink:1.20.5-java17',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.jar({
    artifact: JobArtifact.onClaim(PersistentVolumeClaim.fromClaimName(chart, 'Jars', 'job-jars'), 'returns/returns-2.0.3.jar'),
    entryClass: 'com.example.Returns',
    state: JobState.RUNNING,
  }),
  workload: Workload.deduplication({ throughput, expectedState: Size.gibibytes(4) }),
  checkpointing,
});

app.synth();
