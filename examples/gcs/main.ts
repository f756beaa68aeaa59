import { App, Chart, Duration, Size } from 'cdk8s';
import { ApiResource, Role, RoleBinding, ServiceAccount } from 'cdk8s-plus-28';
import {
  CheckpointRetention, CheckpointType, FlinkJob, FlinkVersion, GcsCheckpointing, GcsCredentials, SavepointFormat, SnapshotSchedule, Throughput,
  TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** Card payments watched for patterns on GKE: state in Cloud Storage, by workload identity, with a savepoint every night. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/gcs' });
const chart = new Chart(app, 'gcs', { namespace: 'payments' });

// GKE gives the pods of this account the rights of the Google service account in its annotation.
const serviceAccount = new ServiceAccount(chart, 'Account', {
  metadata: { name: 'card-patterns', annotations: { 'iam.gke.io/gcp-service-account': 'card-patterns@example-project.iam.gserviceaccount.com' } },
  automountToken: true,
});
// What the JobManager does with the Kubernetes API: start TaskManagers, keep ConfigMaps.
const role = new Role(chart, 'Role', {
  metadata: { name: 'card-patterns' },
  rules: [{
    verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'],
    resources: [
      ApiResource.PODS, ApiResource.CONFIG_MAPS, ApiResource.DEPLOYMENTS,
      ApiResource.custom({ apiGroup: 'apps', resourceType: 'deployments/finalizers' }),
    ],
  }],
});
new RoleBinding(chart, 'Binding', { metadata: { name: 'card-patterns' }, role }).addSubjects(serviceAccount);

new TunedFlinkDeployment(chart, 'card-patterns', {
  image: 'flink:1.20.5-java17',
  flinkVersion: FlinkVersion.V1_20,
  serviceAccount,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/card-patterns.jar' }),
  workload: Workload.patternDetection({
    throughput: Throughput.of({ recordsPerSecond: 8_000, averageRecordBytes: 600 }),
    expectedState: Size.gibibytes(30),
    sourcePartitions: 24,
  }),
  checkpointing: new GcsCheckpointing({
    bucket: 'example-flink-state',
    savepointPrefix: 'savepoints/card-patterns',
    credentials: GcsCredentials.fromServiceAccount(),
    retention: CheckpointRetention.RETAIN_ON_CANCELLATION,
    operatorSnapshots: {
      savepoints: SnapshotSchedule.cron('0 0 3 * * ?'),
      savepointFormat: SavepointFormat.NATIVE,
      checkpoints: SnapshotSchedule.every(Duration.hours(6)),
      checkpointType: CheckpointType.FULL,
      maxCount: 14,
      maxAge: Duration.days(14),
      savepointOnDeletion: true,
    },
  }),
});

app.synth();
