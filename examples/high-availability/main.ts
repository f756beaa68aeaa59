import { App, Chart, Duration, Size } from 'cdk8s';
import {
  FlinkDisruptionBudget, FlinkJob, FlinkRole, FlinkServiceAccount, FlinkVersion, KubernetesHighAvailability, OperatorRecovery, RestartStrategy,
  S3Checkpointing, Throughput, TopologySpread, TunedFlinkDeployment, Workload, WorkloadIdentity,
} from 'cdk8s-flink';

/** Payments without their duplicates, in a job that outlives its JobManager, a node and a release that does not come up. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/high-availability' });
const chart = new Chart(app, 'high-availability', { namespace: 'payments' });

// The role in AWS that may use the bucket; what Flink does in Kubernetes, it may do as well: pods, and ConfigMaps for who leads.
const serviceAccount = new FlinkServiceAccount(chart, 'ServiceAccount', {
  name: 'payments-flink',
  identity: WorkloadIdentity.awsRole('arn:aws:iam::111122223333:role/payments-flink'),
});

const payments = new TunedFlinkDeployment(chart, 'payments-dedup', {
  image: 'registry.example.com/payments-dedup:3.2.0',
  flinkVersion: FlinkVersion.V2_2,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/payments-dedup.jar', entryClass: 'com.example.PaymentsDedup' }),
  workload: Workload.deduplication({
    throughput: Throughput.of({ recordsPerSecond: 60_000, averageRecordBytes: 400 }),
    expectedState: Size.gibibytes(120),
    sourcePartitions: 48,
    recoveryTimeObjective: Duration.minutes(10),
  }),
  serviceAccount,
  checkpointing: new S3Checkpointing({ bucket: 'payments-flink-state' }),
  highAvailability: new KubernetesHighAvailability({ standbyJobManagers: 1 }),
  restartStrategy: RestartStrategy.exponentialDelay({ maxBackoff: Duration.seconds(30), resetBackoffThreshold: Duration.minutes(30) }),
  operatorRecovery: OperatorRecovery.on({
    healthCheck: { restartsThreshold: 10, restartsWindow: Duration.minutes(10) },
    rollback: { readinessTimeout: Duration.minutes(10) },
    restartFailedJob: true,
  }),
  // The two JobManagers in two zones, if there are two with room; the TaskManagers over all zones.
  pods: { topologySpread: [TopologySpread.acrossZones()] },
  upgradePolicy: { oldestCheckpoint: Duration.minutes(15) },
});

// A drain takes one JobManager at a time, and one TaskManager: each that goes restarts the job.
new FlinkDisruptionBudget(chart, 'JobManagerBudget', { cluster: payments, role: FlinkRole.JOB_MANAGER, minAvailable: 1 });
new FlinkDisruptionBudget(chart, 'TaskManagerBudget', { cluster: payments, role: FlinkRole.TASK_MANAGER, minAvailable: payments.plan.taskManagers - 1 });

app.synth();
