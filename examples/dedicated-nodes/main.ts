import { App, Chart, Duration, Size } from 'cdk8s';
import { ConfigMap, ImagePullPolicy, Secret, TaintEffect } from 'cdk8s-plus-28';
import {
  Cpu, EnvironmentVariable, FlinkJob, FlinkServiceAccount, FlinkVersion, MountedVolume, NodeAffinity, PodContribution, PodSecurity, S3Checkpointing,
  Throughput, Toleration, TopologySpread, TunedFlinkDeployment, WorkloadIdentity, Workload,
} from 'cdk8s-flink';

/**
 * A job on nodes that are kept for Flink, in a namespace that admits only restricted pods: spread over zones, above batch
 * work in priority, nothing of the image can be changed, and a sidecar ships the log files. The sidecar counts with the budget.
 */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/dedicated-nodes' });
const chart = new Chart(app, 'dedicated-nodes', { namespace: 'flink' });

const serviceAccount = new FlinkServiceAccount(chart, 'orders', {
  identity: WorkloadIdentity.awsRole('arn:aws:iam::111122223333:role/flink-orders'),
});

const logs = MountedVolume.emptyDir({ name: 'logs', mountPath: '/opt/flink/log', sizeLimit: Size.gibibytes(2) });
const logShipper = MountedVolume.configMap(ConfigMap.fromConfigMapName(chart, 'LogShipper', 'log-shipper'), { name: 'log-shipper' });

const pods: PodContribution = {
  labels: { 'app.kubernetes.io/part-of': 'orders' },
  annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false' },
  nodeAffinity: [NodeAffinity.required('cfk-cr', ['flink'])],
  tolerations: [Toleration.equal('dedicated', 'flink', TaintEffect.NO_SCHEDULE)],
  topologySpread: [TopologySpread.acrossZones()],
  priorityClassName: 'streaming',
  terminationGracePeriod: Duration.seconds(60),
  imagePullSecrets: [Secret.fromSecretName(chart, 'Registry', 'registry')],
  volumes: [logs, logShipper],
  sidecars: [{
    name: 'log-shipper',
    image: 'registry.example.com/log-shipper:3.1.0',
    args: ['--config', '/etc/log-shipper/log-shipper.yaml'],
    environment: [EnvironmentVariable.fromField('NODE_NAME', 'spec.nodeName')],
    mounts: [
      { volume: 'logs', mountPath: '/var/log/flink', readOnly: true },
      { volume: 'log-shipper', mountPath: '/etc/log-shipper', readOnly: true },
    ],
    cpu: Cpu.millis(100),
    memory: Size.mebibytes(128),
    readOnlyRootFilesystem: true,
    startsFirst: true,
  }],
};

new TunedFlinkDeployment(chart, 'order-deduplication', {
  image: 'registry.example.com/order-deduplication:2.3.1',
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  flinkVersion: FlinkVersion.of('1.20.4'),
  serviceAccount,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/order-deduplication.jar' }),
  workload: Workload.deduplication({
    throughput: Throughput.of({ recordsPerSecond: 60_000, averageRecordBytes: 400 }),
    expectedState: Size.gibibytes(30),
    sourcePartitions: 24,
  }),
  checkpointing: new S3Checkpointing({ bucket: 'orders-flink-state' }),
  podSecurity: PodSecurity.restricted({ readOnlyRootFilesystem: { temporary: Size.gibibytes(4) } }),
  pods,
  nodeShape: { cpu: Cpu.cores(7.9), memory: Size.gibibytes(30) },
});

app.synth();
