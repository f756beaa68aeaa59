import * as fc from 'fast-check';

const OPTIONS: Record<string, readonly string[]> = {
  'taskmanager.numberOfTaskSlots': ['1', '2', '4'],
  'state.backend': ['rocksdb', 'hashmap', 'filesystem'],
  'state.backend.type': ['rocksdb', 'hashmap'],
  'execution.checkpointing.dir': ['s3://state/orders/checkpoints', 's3://state/cp', 'gs://state/cp', 'file:///tmp/cp'],
  'state.checkpoints.dir': ['s3://state/orders/checkpoints', 's3p://state/cp'],
  'state.savepoints.dir': ['s3://state/orders/savepoints', 's3://state/sp'],
  'execution.checkpointing.interval': ['60s', '1min', '90000', '1h 30m', '500ms'],
  'execution.checkpointing.timeout': ['10 min', '600s'],
  'execution.checkpointing.unaligned': ['true', 'false', 'TRUE'],
  'execution.checkpointing.num-retained': ['1', '5'],
  'execution.checkpointing.externalized-checkpoint-retention': ['RETAIN_ON_CANCELLATION', 'delete_on_cancellation'],
  'high-availability.type': ['kubernetes', 'KUBERNETES', 'zookeeper'],
  'high-availability': ['kubernetes', 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory'],
  'high-availability.storageDir': ['s3://state/ha'],
  'metrics.reporter.prom.factory.class': ['org.apache.flink.metrics.prometheus.PrometheusReporterFactory'],
  'metrics.reporter.prom.port': ['9249', '9250-9260'],
  'pipeline.max-parallelism': ['128', '1'],
  'taskmanager.memory.managed.fraction': ['0.1', '0.6'],
  'taskmanager.memory.process.size': ['3g'],
  'restart-strategy': ['fixed-delay', 'none'],
  'job.autoscaler.enabled': ['true'],
  's3.secret-key': ['hunter2'],
  'no.such.option': ['a b', '\'"\\', 'yes', '0x1f', '1e3', '~', 'ünï\nlines'],
};
/** Few at a time, or one that is refused hides what the others come to. */
const options = fc.subarray(Object.keys(OPTIONS), { maxLength: 4 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...OPTIONS[key])]))));
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const template = fc.record({
  metadata: fc.constantFrom({ labels: { team: 'a' } }, { annotations: { 'a/b': 'c~d' } }),
  spec: fc.record({
    containers: fc.constantFrom(
      [{ name: 'flink-main-container', env: [{ name: 'ENABLE_BUILT_IN_PLUGINS', value: 'flink-s3-fs-presto-1.20.5.jar' }] }],
      [{ name: 'flink-main-container', ports: [{ containerPort: 9249, name: 'prometheus' }] }],
      [{ name: 'flink-main-container', resources: { limits: { 'nvidia.com/gpu': 1 } } }, { name: 'proxy', image: 'proxy:1' }],
    ),
    nodeSelector: fc.constant({ disk: 'ssd' }),
    securityContext: fc.constant({ fsGroup: 9999 }),
  }, { requiredKeys: [] }),
}, { requiredKeys: [] });

const role = fc.record({
  replicas: rarely(fc.constantFrom(1, 2)),
  resource: fc.record({ cpu: fc.constantFrom(1, 0.5, 2), memory: fc.constantFrom('2048m', '2g', '2048m', '2Gi', '1700m'), ephemeralStorage: fc.constant('2Gi') }, {
    requiredKeys: ['memory'],
  }),
  podTemplate: rarely(template),
}, { requiredKeys: ['resource'] });

const job = fc.record({
  jarURI: fc.constantFrom('local:///opt/job.jar', 'local:///opt/job.jar', 'https://example.com/job.jar', 's3://jars/job.jar'),
  entryClass: fc.constant('com.example.Job'),
  args: fc.oneof({ weight: 9, arbitrary: fc.constantFrom([], ['-t'], ['--topic', 'orders']) }, { weight: 1, arbitrary: fc.constantFrom(['--password', 'hunter2'], ['-py', '/opt/job.py']) }),
  parallelism: fc.constantFrom(1, 4),
  state: fc.constantFrom('running', 'suspended'),
  upgradeMode: fc.constantFrom('stateless', 'stateless', 'stateless', 'savepoint', 'last-state'),
  allowNonRestoredState: fc.boolean(),
  initialSavepointPath: rarely(fc.constant('s3://state/sp/savepoint-1')),
  savepointTriggerNonce: rarely(fc.nat()),
}, { requiredKeys: ['jarURI', 'parallelism'] });

/** FlinkDeployments that people write, sound and not. */
export const anyDeployment = fc.record({
  apiVersion: fc.constant('flink.apache.org/v1beta1'),
  kind: fc.constant('FlinkDeployment'),
  metadata: fc.record({ name: fc.constantFrom('orders', 'orders-2'), namespace: fc.constantFrom('shop', 'default'), labels: fc.constant({ 'a/b': 'c' }) }, {
    requiredKeys: ['name'],
  }),
  spec: fc.record({
    image: fc.oneof({ weight: 9, arbitrary: fc.constant('registry.example.com/orders:1') }, { weight: 1, arbitrary: fc.constantFrom('flink:1.20', undefined) }),
    imagePullPolicy: fc.constantFrom('Always', 'IfNotPresent'),
    flinkVersion: fc.constantFrom('v1_20', 'v1_20', 'v1_20', 'v1_20', 'v1_20', 'v1_19', 'v2_0', 'v1_18'),
    serviceAccount: fc.constant('flink'),
    mode: rarely(fc.constantFrom('native', 'standalone')),
    flinkConfiguration: options,
    logConfiguration: rarely(fc.constantFrom({ 'log4j-console.properties': 'rootLogger.level = INFO\nrootLogger.appenderRef.console.ref = ConsoleAppender\n' }, { 'other.xml': '<a/>' })),
    ingress: rarely(fc.constantFrom({ template: 'flink.example.com/{{name}}(/|$)(.*)', className: 'nginx' }, { template: '/{{namespace}}/{{name}}' })),
    podTemplate: rarely(template),
    jobManager: role,
    taskManager: role,
    job: fc.oneof({ weight: 4, arbitrary: job }, { weight: 1, arbitrary: fc.constant(undefined) }),
    restartNonce: fc.nat(),
  }, { requiredKeys: ['image', 'flinkVersion', 'serviceAccount', 'jobManager', 'taskManager', 'flinkConfiguration', 'job'] }),
});
