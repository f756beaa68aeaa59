import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparisons, synthesized } from './run-imported';
import { runCli } from '../run-cli';

const imported = (input: string, ...options: string[]) => runCli(['import', '-', ...options], { input });

const ORDERS = `
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: orders, namespace: shop, labels: { team: checkout } }
spec:
  image: registry.example.com/orders:1.4.0
  flinkVersion: v1_20
  serviceAccount: flink
  flinkConfiguration:
    taskmanager.numberOfTaskSlots: 2
    state.backend: rocksdb
    state.checkpoints.dir: s3://shop-state/orders/cp
    state.savepoints.dir: s3://shop-state/orders/sp
    execution.checkpointing.interval: 60s
    high-availability.type: kubernetes
    high-availability.storageDir: s3://shop-state/orders/ha
    pipeline.operator-chaining.enabled: "false"
  jobManager: { resource: { cpu: 0.5, memory: 1g } }
  taskManager: { resource: { cpu: 2, memory: 4096m } }
  podTemplate:
    spec:
      containers:
        - name: flink-main-container
          env: [{ name: ENABLE_BUILT_IN_PLUGINS, value: flink-s3-fs-presto-1.20.5.jar }]
  job: { jarURI: "local:///opt/flink/usrlib/orders.jar", parallelism: 4, upgradeMode: last-state, args: [--topic, orders] }
`;

test('a manifest becomes a construct that pins what it says', async () => {
  const { code, out, err } = await imported(ORDERS);
  expect(err).toBe(`standard input:2: FlinkDeployment orders: TunedFlinkDeployment
  recognised   image, job, jobManager, taskManager, parallelism, serviceAccount, Checkpointing, RocksDbStateBackend,
               KubernetesHighAvailability
  raw          pipeline.operator-chaining.enabled (an option without a property of its own here)
  raw          podTemplate (the library would make other pods: their disk, plugins or security)
  left open    execution.checkpointing.incremental, execution.checkpointing.min-pause,
               execution.checkpointing.num-retained, execution.checkpointing.timeout, pipeline.max-parallelism,
               process.taskmanager.working-dir, restart-strategy.exponential-delay.max-backoff, restart-strategy.type,
               state.backend.rocksdb.thread.num, taskManager.podTemplate (the library decides them and the manifest does
               not)
  to complete  workload
  equivalent   metadata, admission, fields, effective configuration 29 of 29 keys, memory, pods

1 TunedFlinkDeployment
`);
  expect(out).toBe(`import { App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-28';
import {
  Checkpointing, CheckpointingConfig, CheckpointingProps, Cpu, FlinkJob, FlinkVersion, KubernetesHighAvailability,
  PodSecurity, RocksDbStateBackend, SnapshotDirectories, Throughput, TunedFlinkDeployment, UpgradeMode, Workload,
} from 'cdk8s-flink';

/** Directories as they were recorded. S3Checkpointing and its like bring plugin and credentials too. */
class RecordedDirectories extends Checkpointing {
  constructor(private readonly directories: SnapshotDirectories, schedule: CheckpointingProps = {}) {
    super(schedule);
  }

  public bind(): CheckpointingConfig {
    return { directories: this.directories };
  }
}

/** Takes out of the resource what the library decides and the manifest leaves open. */
function leftOpen(...paths: string[]): JsonPatch[] {
  return paths.flatMap((path) => [JsonPatch.add(path, ''), JsonPatch.remove(path)]);
}

/** Imported from standard input. */
const app = new App();

const chart = new Chart(app, 'imported', { namespace: 'shop' });

const orders = new TunedFlinkDeployment(chart, 'orders', {
  image: 'registry.example.com/orders:1.4.0',
  flinkVersion: FlinkVersion.V1_20,
  serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'orders-ServiceAccount', 'flink'),
  job: FlinkJob.jar({
    uri: 'local:///opt/flink/usrlib/orders.jar',
    args: ['--topic', 'orders'],
    upgradeMode: UpgradeMode.LAST_STATE,
  }),
  // COMPLETE THIS: a manifest does not say what its job has to do. All sizes are pinned below; leave one out, and it
  // follows from the workload.
  workload: Workload.unboundedAggregation({ throughput: Throughput.of({ recordsPerSecond: 1 }) }),
  parallelism: 4,
  checkpointing: new RecordedDirectories(
    {
      checkpoints: 's3://shop-state/orders/cp',
      savepoints: 's3://shop-state/orders/sp',
      highAvailability: 's3://shop-state/orders/ha',
    },
    { interval: Duration.minutes(1) },
  ),
  stateBackend: new RocksDbStateBackend(),
  highAvailability: new KubernetesHighAvailability({ storageDirectory: 's3://shop-state/orders/ha' }),
  jobManager: { memory: Size.mebibytes(1024), cpu: Cpu.millis(500) },
  taskManager: { memory: Size.mebibytes(4096), cpu: Cpu.cores(2), taskSlots: 2 },
  podSecurity: PodSecurity.ofImage({ reason: 'the pods as the manifest had them' }),
  // Left raw: options without a property, or that a strategy would write otherwise.
  flinkConfiguration: { 'pipeline.operator-chaining.enabled': 'false' },
});
orders.metadata.addLabel('team', 'checkout');
// The library decides these and the manifest does not. Take a line away, and its value is written. Another
// max-parallelism than that of the running job drops its state.
orders.addJsonPatch(
  ...leftOpen(
    '/spec/flinkConfiguration/execution.checkpointing.incremental',
    '/spec/flinkConfiguration/execution.checkpointing.min-pause',
    '/spec/flinkConfiguration/execution.checkpointing.num-retained',
    '/spec/flinkConfiguration/execution.checkpointing.timeout',
    '/spec/flinkConfiguration/pipeline.max-parallelism',
    '/spec/flinkConfiguration/process.taskmanager.working-dir',
    '/spec/flinkConfiguration/restart-strategy.exponential-delay.max-backoff',
    '/spec/flinkConfiguration/restart-strategy.type',
    '/spec/flinkConfiguration/state.backend.rocksdb.thread.num',
    '/spec/taskManager/podTemplate',
  ),
);
// Left raw: no property says it as the manifest has it.
orders.addJsonPatch(JsonPatch.add('/spec/podTemplate', {
  spec: {
    containers: [
      {
        name: 'flink-main-container',
        env: [{ name: 'ENABLE_BUILT_IN_PLUGINS', value: 'flink-s3-fs-presto-1.20.5.jar' }],
      },
    ],
  },
}));

app.synth();
`);
  expect(code).toBe(0);
});

const withOption = (key: string, value: string) => ORDERS.replace('    taskmanager.numberOfTaskSlots', `    ${key}: ${value}\n    taskmanager.numberOfTaskSlots`);

test('a secret in plain text is printed nowhere, keeps the resource narrow, and comes from the environment', async () => {
  const text = withOption('s3.secret-key', 'hunter2hunter2').replace('env: [', 'env: [{ name: DB_PASSWORD, value: correct-horse }, ');
  const { code, out, err } = await imported(text);
  expect(out + err).not.toMatch(/hunter2|correct-horse/);
  expect(out).toContain('new FlinkDeployment(chart, \'orders\', {');
  expect(out).toContain('\'s3.secret-key\': secretOf(\'ORDERS_S3_SECRET_KEY\'),');
  expect(out).toContain('value: secretOf(\'ORDERS_DB_PASSWORD\')');
  expect(err).toContain('s3.secret-key holds a secret in plain text [plain-text-credential]');
  expect(err).toMatch(/secrets +ORDERS_DB_PASSWORD, ORDERS_S3_SECRET_KEY|secrets +ORDERS_S3_SECRET_KEY, ORDERS_DB_PASSWORD/);
  expect(code).toBe(0);
  expect(() => synthesized(out)).toThrow('set ORDERS_');
  Object.assign(process.env, { ORDERS_S3_SECRET_KEY: 'hunter2hunter2', ORDERS_DB_PASSWORD: 'correct-horse' });
  expect(comparisons(text, synthesized(out)).map(([, compared]) => compared?.different)).toEqual([[]]);
});

test.each([
  ['an older line of Flink', ORDERS.replace('v1_20', 'v1_17'), 'this line of Flink is not one that the library sizes'],
  ['an image that nobody names', ORDERS.replace(/ {2}image: .*\n/, ''), 'the image is that of the operator\'s choice'],
  ['a directory in the pods', ORDERS.replace('s3://shop-state/orders/cp', 'file:///tmp/cp'), '[snapshots-in-the-pod]'],
])('%s leaves the resource narrow and says why', async (_, text, why) => {
  const { code, out, err } = await imported(text);
  expect(code).toBe(0);
  expect(out).toContain('// Not tuned yet: ');
  expect(out).toContain('new FlinkDeployment(chart, \'orders\', {');
  expect(err).toContain(why);
  expect(comparisons(text, synthesized(out)).map(([, compared]) => compared?.different)).toEqual([[]]);
});

const RESOURCES = `${ORDERS}---
apiVersion: flink.apache.org/v1beta1
kind: FlinkSessionJob
metadata: { name: orders, namespace: jobs }
spec: { deploymentName: session, job: { jarURI: "https://example.com/a.jar", parallelism: 1, upgradeMode: stateless } }
---
apiVersion: flink.apache.org/v1beta1
kind: FlinkStateSnapshot
metadata: { name: before, namespace: shop, uid: "1", annotations: { kubectl.kubernetes.io/last-applied-configuration: "{}" } }
spec: { savepoint: { path: "s3://shop-state/sp" }, jobReference: { kind: FlinkDeployment, name: orders } }
status: { state: COMPLETED }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: orders }
`;

test('several resources of several namespaces stand in charts of their own; other kinds are passed over', async () => {
  const { code, out, err } = await imported(RESOURCES);
  expect(code).toBe(0);
  expect(err).toMatch(/\n1 TunedFlinkDeployment, 2 ApiObject; passed over: ConfigMap\n$/);
  expect(out).toContain('const chart = new Chart(app, \'imported-shop\', { namespace: \'shop\' });');
  expect(out).toContain('const importedJobsChart = new Chart(app, \'imported-jobs\', { namespace: \'jobs\' });');
  expect(out).not.toMatch(/uid|last-applied|COMPLETED/);
  expect(comparisons(RESOURCES, synthesized(out)).map(([name, compared]) => [name, compared?.different])).toEqual([
    ['FlinkDeployment shop/orders', []], ['FlinkSessionJob jobs/orders', []], ['FlinkStateSnapshot shop/before', []],
  ]);
});

test('a second deployment of one name is kept narrow', async () => {
  const { code, err } = await imported(`${ORDERS}---${ORDERS}`);
  expect(code).toBe(0);
  expect(err).toContain('an app has one tuned construct of a name in a namespace');
  expect(err).toContain('1 TunedFlinkDeployment, 1 FlinkDeployment\n');
});

test('what the operator cannot read is not imported, and that is no success', async () => {
  const { code, out, err } = await imported(ORDERS.replace('upgradeMode: last-state', 'upgradeMode: rolling'));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('standard input:2: FlinkDeployment orders: not imported\n    spec.job.upgradeMode');
});

test('a name that cdk8s cannot write is not imported', async () => {
  const { code, out, err } = await imported(ORDERS.replace('team: checkout', 'constructor: checkout'));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('FlinkDeployment orders: not imported\n    cdk8s writes no field of this name [import-not-written]\n      got      constructor\n');
});

test('the release of the operator is printed where it is not the newest', async () => {
  const { code, out } = await imported(ORDERS, '--operator', '1.14');
  expect(code).toBe(0);
  expect(out).toContain('  operatorVersion: OperatorVersion.V1_14,\n');
});

test('an application of Confluent is kept as its data', async () => {
  const text = ORDERS.replace('flink.apache.org/v1beta1', 'platform.confluent.io/v1beta1').replace('kind: FlinkDeployment', 'kind: FlinkApplication');
  const { code, out } = await imported(text);
  expect(code).toBe(0);
  expect(out).toContain('new ApiObject(chart, \'orders\', {\n  apiVersion: \'platform.confluent.io/v1beta1\',\n  kind: \'FlinkApplication\',');
});

test('a deployment without a line of Flink has no construct', async () => {
  const { code, out, err } = await imported(ORDERS.replace('  flinkVersion: v1_20\n', ''));
  expect([code, out]).toEqual([0, expect.stringContaining('new ApiObject(chart, \'orders\', {')]);
  expect(err).toContain('raw         all of it (it has no flinkVersion)');
});

test('nothing to import is said with what there is', async () => {
  const { code, out, err } = await imported('apiVersion: v1\nkind: Service\n');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('the file holds no resource of the operator [no-resource]\n  got      Service\n');
});

test('into a folder it writes an app, and overwrites none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  try {
    const output = join(folder, 'app');
    const first = await imported(ORDERS, '--output', output);
    expect([first.code, first.out, existsSync(join(output, 'cdk8s.yaml'))]).toEqual([0, '', true]);
    expect(readFileSync(join(output, 'main.ts'), 'utf8')).toBe((await imported(ORDERS)).out);
    const second = await imported(ORDERS, '--output', output);
    expect([second.code, second.err]).toEqual([2, expect.stringContaining(`[import-output]\n  got      ${join(output, 'main.ts')}`)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
