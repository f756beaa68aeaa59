import { App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-28';
import {
  Cpu, FlinkJob, FlinkVersion, HashMapStateBackend, PodSecurity, S3Checkpointing, Throughput, TunedFlinkDeployment,
  UpgradeMode, Workload,
} from 'cdk8s-flink';

/** Takes out of the resource what the library decides and the manifest leaves open. */
function leftOpen(...paths: string[]): JsonPatch[] {
  return paths.flatMap((path) => [JsonPatch.add(path, ''), JsonPatch.remove(path)]);
}

/** Imported from orders.yaml. */
const app = new App();

const chart = new Chart(app, 'orders', { namespace: 'shop' });

const orders = new TunedFlinkDeployment(chart, 'orders', {
  image: 'registry.example.com/orders:1.4.0',
  flinkVersion: FlinkVersion.V1_20,
  serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'orders-ServiceAccount', 'flink'),
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/orders.jar', upgradeMode: UpgradeMode.SAVEPOINT }),
  // COMPLETE THIS: a manifest does not say what its job has to do. All sizes are pinned below; leave one out, and it
  // follows from the workload.
  workload: Workload.unboundedAggregation({ throughput: Throughput.of({ recordsPerSecond: 1 }) }),
  parallelism: 4,
  checkpointing: new S3Checkpointing({ bucket: 'shop-state', prefix: 'orders', interval: Duration.minutes(1) }),
  stateBackend: new HashMapStateBackend(),
  jobManager: { memory: Size.mebibytes(1024), cpu: Cpu.cores(1) },
  taskManager: { memory: Size.mebibytes(4096), cpu: Cpu.cores(2), taskSlots: 2 },
  podSecurity: PodSecurity.ofImage({ reason: 'the pods as the manifest had them' }),
  // Left raw: options without a property, or that a strategy would write otherwise.
  flinkConfiguration: { 'pipeline.operator-chaining.enabled': 'false' },
});
// The library decides these and the manifest does not. Take a line away, and its value is written. Another
// max-parallelism than that of the running job drops its state.
orders.addJsonPatch(
  ...leftOpen(
    '/spec/flinkConfiguration/execution.checkpointing.min-pause',
    '/spec/flinkConfiguration/execution.checkpointing.num-retained',
    '/spec/flinkConfiguration/execution.checkpointing.timeout',
    '/spec/flinkConfiguration/pipeline.max-parallelism',
    '/spec/flinkConfiguration/restart-strategy.exponential-delay.max-backoff',
    '/spec/flinkConfiguration/restart-strategy.type',
    '/spec/flinkConfiguration/taskmanager.memory.managed.size',
  ),
);

app.synth();
