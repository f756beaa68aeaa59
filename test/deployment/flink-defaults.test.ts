import { App, Chart, Duration, Testing } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-28';
import { deploymentOf, emitted, freshChart, SOUND } from './sample-deployment';
import { refusalOf, says } from '../refusals';
import {
  Cpu, EnvironmentVariable, FindingLevel, FlinkDefaults, FlinkDefaultsProps, FlinkVersion, HashMapStateBackend, JvmOptions, LogConfiguration,
  LogLevel, OperatorVersion, PodSecurity, PrometheusReporter, RestartStrategy, S3Checkpointing, TunedFlinkDeployment,
} from 'cdk8s-flink';

let app: App;
let chart: Chart;
beforeEach(() => {
  app = Testing.app();
  chart = freshChart(app);
});
const { checkpointing: _, ...unstored } = SOUND;
const deployed = (changes = {}) => new TunedFlinkDeployment(chart, 'some-job', { ...unstored, ...changes });
const resource = () => emitted(chart, 'FlinkDeployment')[0];

const COMPANY: FlinkDefaultsProps = {
  imageRegistry: 'registry.example.com/mirror',
  labels: { team: 'streams' },
  annotations: { 'example.com/owner': 'streams' },
  checkpointing: new S3Checkpointing({ bucket: 'company-state' }),
  metricReporters: [new PrometheusReporter()],
  operatorVersion: OperatorVersion.V1_15,
  flinkConfiguration: { 'pipeline.object-reuse': 'false', 'heartbeat.timeout': '30s' },
};

test('a cluster inherits what it does not say', () => {
  FlinkDefaults.of(app).apply(COMPANY);
  const { operatorVersion } = deployed({ image: 'flink:1.20.3' });
  const { metadata, spec } = resource();
  expect(operatorVersion).toBe(OperatorVersion.V1_15);
  expect(metadata).toMatchObject({ labels: { team: 'streams' }, annotations: { 'example.com/owner': 'streams' } });
  expect(spec.image).toBe('registry.example.com/mirror/flink:1.20.3');
  expect(spec.flinkConfiguration).toMatchObject({
    'execution.checkpointing.dir': 's3://company-state/some-job/checkpoints', 'metrics.reporter.prom.port': '9249', 'heartbeat.timeout': '30s',
  });
  // The patch in the tag still decides the plugin, although the mirror's name says nothing of it.
  expect(JSON.stringify(spec)).toContain('flink-s3-fs-presto-1.20.3.jar');
});

test('what a cluster says wins, and so does a nearer place', () => {
  FlinkDefaults.of(app).apply(COMPANY);
  FlinkDefaults.of(chart).apply({ checkpointing: new S3Checkpointing({ bucket: 'team-state' }), flinkConfiguration: { 'heartbeat.timeout': '70s' } });
  deployed({ metricReporters: [], operatorVersion: OperatorVersion.V1_16 });
  const { flinkConfiguration } = resource().spec;
  expect(flinkConfiguration).toMatchObject({ 'execution.checkpointing.dir': 's3://team-state/some-job/checkpoints', 'heartbeat.timeout': '70s' });
  expect(Object.keys(flinkConfiguration).filter((key) => key.startsWith('metrics'))).toEqual([]);
});

test('options of the defaults give way to what is derived', () => {
  FlinkDefaults.of(app).apply({ flinkConfiguration: { 'pipeline.max-parallelism': '7', 'execution.checkpointing.num-retained': '9' } });
  deploymentOf({}, chart);
  expect(resource().spec.flinkConfiguration).toMatchObject({ 'pipeline.max-parallelism': '120', 'execution.checkpointing.num-retained': '3' });
});

test('pods add up', () => {
  FlinkDefaults.of(app).apply({ pods: { environment: [EnvironmentVariable.literal('REGION', 'eu')] } });
  FlinkDefaults.of(chart).apply({ pods: { environment: [EnvironmentVariable.literal('STAGE', 'production')] } });
  deploymentOf({ pods: { environment: [EnvironmentVariable.literal('JOB', 'some-job')] } }, chart);
  const { env } = resource().spec.taskManager.podTemplate.spec.containers[0];
  expect(env.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['REGION', 'STAGE', 'JOB']));
});

test('another part of the tree does not inherit', () => {
  FlinkDefaults.of(new Chart(app, 'other')).apply(COMPANY);
  deploymentOf({}, chart);
  expect(JSON.stringify(resource())).not.toContain('company-state');
});

test('an image that names a registry keeps it', () => {
  FlinkDefaults.of(app).apply({ imageRegistry: 'mirror.example.com:5000' });
  deploymentOf({ image: 'ghcr.io/example/job:1' }, chart);
  deploymentOf({ image: 'example/job:1' }, chart, 'other-job');
  expect(emitted(chart, 'FlinkDeployment').map(({ spec }) => spec.image)).toEqual(['ghcr.io/example/job:1', 'mirror.example.com:5000/example/job:1']);
});

test('how pods, logs, restarts and the JVM are is inherited as well', () => {
  FlinkDefaults.of(app).apply({
    podSecurity: PodSecurity.restricted({ user: 1000 }),
    logging: LogConfiguration.levels({ root: LogLevel.WARN }),
    restartStrategy: RestartStrategy.fixedDelay({ attempts: 3, delay: Duration.seconds(10) }),
    jvm: JvmOptions.of({ both: ['-XX:+UseZGC'] }),
  });
  const text = deploymentOf({}, chart).explain();
  const { spec } = resource();
  expect(spec.taskManager.podTemplate.spec.securityContext.runAsUser).toBe(1000);
  expect(spec.logConfiguration['log4j-console.properties']).toContain('rootLogger.level = WARN');
  expect(text).toContain('  by restartStrategy, from the app\n');
  expect(text).toContain('  by jvm, from the app\n');
});

test('the explanation tells where it comes from', () => {
  FlinkDefaults.of(chart).apply(COMPANY);
  const text = deployed().explain();
  expect(text).toContain('INHERITED FROM\n  chart  checkpointing, metricReporters, operatorVersion\n');
  expect(text).toContain('  by the defaults of chart\n    heartbeat.timeout: 30s\n');
  expect(text).toContain('  by S3Checkpointing, from chart\n');
});

test('the account of the defaults is used by all', () => {
  FlinkDefaults.of(chart).apply({ serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'Account', 'flink') });
  deploymentOf({}, chart);
  expect(resource().spec.serviceAccount).toBe('flink');
  expect(emitted(chart, 'ServiceAccount')).toEqual([]);
});

describe('finding levels', () => {
  const codes = () => deploymentOf({ taskManager: { cpu: Cpu.millis(100) } }, chart).findings.map(({ code }) => code);

  test('told, off, error', () => {
    const [first, ...others] = codes();
    expect(first).toBe('cpu-too-low');
    app = Testing.app();
    chart = freshChart(app);
    FlinkDefaults.of(app).apply({ findingLevels: { [first]: FindingLevel.OFF } });
    expect(codes()).toEqual(others);
    app = Testing.app();
    chart = freshChart(app);
    FlinkDefaults.of(app).apply({ findingLevels: { [first]: FindingLevel.ERROR } });
    expect(refusalOf(codes).message).toContain(`[${first}]\n  got      a finding\n  allowed  none of this kind: findingLevels makes ${first} an error\n`);
  });
});

describe('refused', () => {
  test('defaults that come too late', () => {
    deploymentOf({}, chart);
    expect(refusalOf(() => FlinkDefaults.of(app).apply({})).message).toBe(says(
      'these defaults come after a cluster that they are meant for, and it would not have them [defaults-too-late]', 'a cluster in "chart"',
      'defaults before the first cluster below', 'apply them right after the app or the chart is made',
    ));
    expect(() => FlinkDefaults.of(new Chart(app, 'later')).apply({})).not.toThrow();
  });

  test.each(['https://registry.example.com', 'registry.example.com/', 'Registry', 'a b', ''])('the registry %j', (imageRegistry) => {
    expect(refusalOf(() => FlinkDefaults.of(chart).apply({ imageRegistry })).message).toBe(says(
      'imageRegistry of the defaults is not a registry [image-registry]', `"${imageRegistry}"`,
      'a host, with a port and a path if it has them, for example "registry.example.com/flink"',
      'leave out the scheme, and slashes at either end; credentials belong into pods.imagePullSecrets', 'chart',
    ));
  });

  test('a registry with credentials is not shown', () => {
    expect(refusalOf(() => FlinkDefaults.of(chart).apply({ imageRegistry: 'user:hunter2@registry.example.com' })).message).not.toContain('hunter2');
  });

  test('a cluster that neither says nor inherits its checkpoints', () => {
    expect(refusalOf(() => deployed({ flinkVersion: FlinkVersion.V1_20, stateBackend: new HashMapStateBackend() })).message).toBe(says(
      'checkpointing is missing or is not what it must be [property-shape]', 'nothing', 'Checkpointing, here or in FlinkDefaults above',
      'for example new S3Checkpointing({ bucket })', 'chart/some-job',
    ));
  });
});
