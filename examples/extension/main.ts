import { App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { Slf4jReporter } from './slf4j-reporter';
import {
  FlinkDeployment, FlinkJob, FlinkVersion, HashMapStateBackend, PersistentVolumeCheckpointing, Throughput, TunedFlinkDeployment,
  UpgradeMode, Workload,
} from 'cdk8s-flink';

const app = new App({ outdir: process.env.OUTDIR ?? 'dist/extension' });
const chart = new Chart(app, 'extension', { namespace: 'flink' });

const clicks = new TunedFlinkDeployment(chart, 'clicks-by-page', {
  image: 'registry.example.com/clicks-by-page:2.0.1',
  flinkVersion: FlinkVersion.of('1.20.3'),
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/clicks-by-page.jar' }),
  workload: Workload.windowedAggregation({ throughput: Throughput.of({ recordsPerSecond: 8_000 }), expectedState: Size.mebibytes(200) }),
  stateBackend: new HashMapStateBackend(),
  checkpointing: PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(20), storageClassName: 'shared-nfs' }),
  // A strategy of one's own is used like any other.
  metricReporters: [new Slf4jReporter(Duration.seconds(30))],
  // A raw setting wins over everything derived, and shows in the explanation.
  flinkConfiguration: { 'execution.checkpointing.min-pause': '10s' },
  // What the operator of this cluster puts under every resource, from its Helm values: never written, but checked.
  operatorConfiguration: { 'parallelism.default': '1', 'kubernetes.operator.default-configuration.namespace.flink.restart-strategy.type': 'exponential-delay' },
});

// A patch takes Kubernetes' own names; what it makes of the resource is checked again.
clicks.addJsonPatch(JsonPatch.add('/spec/ingress', {
  className: 'nginx',
  template: 'flink.example.com/{{namespace}}/{{name}}(/|$)(.*)',
}));

// The resource alone, nothing derived, for what the tuned construct does not do.
new FlinkDeployment(chart, 'session', {
  metadata: { name: 'ad-hoc-session' },
  spec: {
    image: 'flink:1.20',
    flinkVersion: FlinkVersion.V1_20.operatorName,
    serviceAccount: clicks.serviceAccount.name,
    flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '4' },
    jobManager: { resource: { cpu: 1, memory: '2048m' } },
    taskManager: { resource: { cpu: 2, memory: '4096m' } },
  },
});

new FlinkDeployment(chart, 'replay', {
  metadata: { name: 'clicks-replay' },
  spec: {
    image: 'registry.example.com/clicks-by-page:2.0.1',
    flinkVersion: FlinkVersion.V1_20.operatorName,
    serviceAccount: clicks.serviceAccount.name,
    jobManager: { resource: { cpu: 1, memory: '1024m' } },
    taskManager: { resource: { cpu: 1, memory: '1728m' } },
    job: { jarUri: 'local:///opt/flink/usrlib/clicks-by-page.jar', parallelism: 1, upgradeMode: UpgradeMode.STATELESS },
  },
});

app.synth();
