import { App, Chart, Size } from 'cdk8s';
import { Secret, SecretValue } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { deploymentOf, emitted, freshChart, SOUND, throughput } from './sample-deployment';
import { PodSpec } from '../../src/operator/manifest/flink-manifests';
import { resourceTwin } from '../../src/operator/resource-twin';
import { violations } from '../pods/restricted-standard';
import { refusalOf, says } from '../refusals';
import {
  ClusterMode, DatadogReporter, DatadogSite, FlinkBlueGreenDeployment, FlinkTls, FlinkVersion, InfluxDbReporter, MetricReporter, OperatorVersion,
  PodSecurity, StrategyConfig, TunedFlinkDeploymentProps, TunedFlinkSession, Workload,
} from 'cdk8s-flink';

const scope = new Chart(new App(), 'secrets');
const value = (name: string, key = 'value'): SecretValue => ({ secret: Secret.fromSecretName(scope, `${name}-${key}-${scope.node.children.length}`, name), key });
const tls = new FlinkTls({ internal: { secret: value('tls').secret, password: value('pw') }, rest: { secret: value('rest').secret, password: value('pw') } });
const datadog = new DatadogReporter({ apiKey: value('datadog'), site: DatadogSite.EU });
const influx = new InfluxDbReporter({ host: 'influx', database: 'flink', login: { username: value('influx', 'name'), password: value('influx', 'word') } });
const STATELESS = { workload: Workload.statelessTransformation({ throughput }), stateBackend: undefined };
const secretFlinkConfiguration = { 's3.secret-key': value('store') };

class OwnReporter extends MetricReporter {
  constructor(private readonly config: StrategyConfig) {
    super();
  }

  public bind(): StrategyConfig {
    return this.config;
  }
}

const resourceOf = (changes: Partial<TunedFlinkDeploymentProps>) => {
  const chart = freshChart(new App());
  deploymentOf(changes, chart);
  return emitted(chart, 'FlinkDeployment')[0];
};

/** What Kubernetes gets of both roles, by the twin of the emitted resource. */
function finalPods(resource: any): [PodSpec, PodSpec] {
  const { failures, cluster } = resourceTwin(resource, { release: OperatorVersion.V1_16, defaults: new Map() });
  expect(failures).toEqual([]);
  const { jobManager, taskManager } = cluster!.pods;
  return [jobManager.deployment.spec.template.spec, taskManager.kind === 'Pod' ? taskManager.spec : taskManager.spec.template.spec];
}

/** Options that the pods put in, by the init container that does. */
const putBy = (pod: PodSpec): string[] => (pod.initContainers ?? []).filter(({ name }) => name === 'flink-secret-options')
  .flatMap(({ command }: any) => [...command[2].matchAll(/^put (\S+) /gm)].map(([, key]) => key));
const mainOf = (pod: PodSpec): any => pod.containers!.find(({ name }) => name === 'flink-main-container');

const readOnly = PodSecurity.restricted({ readOnlyRootFilesystem: { temporary: Size.gibibytes(1) } });
const cases = Object.values(ClusterMode).flatMap((mode) => [FlinkVersion.V1_20, FlinkVersion.V2_3].flatMap((flinkVersion) =>
  [undefined, readOnly].map((podSecurity) => ({ mode, flinkVersion, podSecurity }))));

test.each(cases)('one container puts in all of a role, in pods that stay restricted: %#', (changes) => {
  const pods = finalPods(resourceOf({ ...changes, tls, metricReporters: [datadog, influx], secretFlinkConfiguration }));
  const both = [
    'metrics.reporter.datadog.apikey', 'metrics.reporter.influxdb.password', 'metrics.reporter.influxdb.username', 's3.secret-key',
    'security.ssl.internal.key-password', 'security.ssl.internal.keystore-password', 'security.ssl.internal.truststore-password',
  ];
  expect(pods.map(putBy)).toEqual([[...both, 'security.ssl.rest.key-password', 'security.ssl.rest.keystore-password'], both]);
  pods.forEach((pod) => {
    expect(violations(pod)).toEqual([]);
    const configured = { name: 'FLINK_CONF_DIR', value: '/opt/flink/conf-with-secrets' };
    expect(mainOf(pod).env.filter(({ name }: any) => name === configured.name)).toEqual([configured]);
    // Flink's own volume is there in the end, or Kubernetes would refuse the pod.
    expect((pod.volumes as any[]).map(({ name }) => name)).toEqual(expect.arrayContaining(['flink-config-volume', 'flink-secret-options']));
    expect(JSON.stringify(pod.containers)).not.toMatch(/SECRET_OPTION|secretKeyRef/);
  });
});

test('without a secret nothing is added', () => {
  expect(JSON.stringify(resourceOf({}))).not.toMatch(/flink-secret-options|FLINK_CONF_DIR/);
  expect(JSON.stringify(resourceOf({ metricReporters: [new InfluxDbReporter({ host: 'influx', database: 'flink' })] }))).not.toContain('FLINK_CONF_DIR');
});

test('any set of secret options: each in the pods once, sorted, and none in flinkConfiguration', () => {
  const keys = fc.uniqueArray(fc.constantFrom(
    's3.secret-key', 's3.access-key', 'my.sink.password', 'fs.azure.account.key.a.dfs.core.windows.net', 'metrics.reporter.datadog.apikey2',
  ), { minLength: 1 });
  fc.assert(fc.property(keys, fc.boolean(), (chosen, alone) => {
    const given = Object.fromEntries(chosen.map((key) => [key, value('some')]));
    const resource = resourceOf({ ...STATELESS, secretFlinkConfiguration: given, metricReporters: [datadog], tls: alone ? tls : undefined });
    const expected = [...chosen, 'metrics.reporter.datadog.apikey'].sort();
    const [jobManager, taskManager] = finalPods(resource).map(putBy).map((put) => put.filter((key) => !key.startsWith('security.ssl')));
    expect([jobManager, taskManager]).toEqual([expected, expected]);
    expect(Object.keys(resource.spec.flinkConfiguration).filter((key) => expected.includes(key))).toEqual([]);
    // A template of its own for each role only where the roles differ.
    expect(resource.spec.podTemplate === undefined).toBe(alone);
  }), { numRuns: 15 });
});

test('sessions and both colours have them too, and the container counts with the plan', () => {
  const chart = freshChart(new App());
  const { image, flinkVersion, checkpointing } = SOUND;
  const session = new TunedFlinkSession(chart, 'session', {
    image, flinkVersion, checkpointing, hosts: [{ workload: Workload.statelessTransformation({ throughput }) }], secretFlinkConfiguration,
  });
  new FlinkBlueGreenDeployment(chart, 'colours', { ...SOUND, ...STATELESS, secretFlinkConfiguration });
  const [{ spec }] = emitted(chart, 'FlinkDeployment');
  const [{ spec: { template } }] = emitted(chart, 'FlinkBlueGreenDeployment');
  [spec, template.spec].forEach((each) => expect(putBy(each.podTemplate.spec)).toEqual(['s3.secret-key']));
  expect(session.explain()).toContain('s3.secret-key: from Secret store/value');
});

test('the explanation says where a value comes from, and by whom', () => {
  const text = deploymentOf({ metricReporters: [datadog], secretFlinkConfiguration, tls }).explain();
  expect(text).toMatch(/ {2}by DatadogReporter\n(.*\n){1,4} {4}metrics\.reporter\.datadog\.apikey: from Secret datadog\/value +the key of the account\n/);
  expect(text).toMatch(/ {2}by secretFlinkConfiguration\n {4}s3\.secret-key: from Secret store\/value +put in by the pods\n/);
  expect(text).toMatch(/security\.ssl\.internal\.key-password: from Secret pw\/value/);
});

describe('refused', () => {
  const refused = (changes: Partial<TunedFlinkDeploymentProps>) => refusalOf(() => deploymentOf(changes)).message;
  const at = 'chart/some-job';
  const allowed = 'options that Flink\'s processes read when they run, for example s3.secret-key or those of a connector';

  test.each(['kubernetes.operator.user.artifacts.http.header', 'job.autoscaler.metrics.window'])('%s, of the operator alone', (key) => {
    expect(refused({ secretFlinkConfiguration: { [key]: value('a') } })).toBe(says(
      `${key} cannot come from a Secret: the operator alone reads it, and never sees what a pod puts in [secret-option]`, `"${key}" in secretFlinkConfiguration`, allowed,
      'write it in flinkConfiguration, or give it to the operator in the values of its Helm chart', at));
  });

  test.each([
    'kubernetes.cluster-id', 'high-availability', 'high-availability.storageDir', 'state.checkpoints.dir', 'execution.checkpointing.dir', 'taskmanager.memory.process.size',
    'taskmanager.numberOfTaskSlots', 'parallelism.default', 'rest.port', 'env.java.opts.all', 'pipeline.name', 'restart-strategy', 'containerized.master.env.TOKEN', 'external-resources', 'security.kerberos.login.keytab',
  ])('%s, which decides what pods there are', (key) => {
    expect(refused({ secretFlinkConfiguration: { [key]: value('a') } })).toBe(says(
      `${key} cannot come from a Secret: the operator and Flink decide by it what pods there are, before any of them puts a secret in [secret-option]`,
      `"${key}" in secretFlinkConfiguration`, allowed, 'write it in flinkConfiguration; a secret of the environment is EnvironmentVariable.fromSecret(…) in pods', at));
  });

  test.each(['s3.secret-key', 'security.delegation.token.provider.s3.secret-key', 'fs.azure.account.key.a.blob.core.windows.net', 'statement.token', 'my.rest.password'])(
    '%s is none of these', (key) => {
      expect(() => deploymentOf({ secretFlinkConfiguration: { [key]: value('a') } })).not.toThrow();
    });

  test('TLS by halves', () => {
    expect(refused({ secretFlinkConfiguration: { 'security.ssl.rest.truststore-password': value('a') } })).toBe(says(
      'security.ssl.rest.truststore-password cannot come from a Secret: keystores need their files and their passwords at once, and the operator reads some of these options [secret-option]',
      '"security.ssl.rest.truststore-password" in secretFlinkConfiguration', allowed, 'use tls: new FlinkTls({ … })', at));
  });

  test.each(['a b', '', 'a;b', '$(id)', 'a: b', '-a'])('the key %j, which would be another line of the script', (key) => {
    expect(refused({ secretFlinkConfiguration: { [key]: value('a') } })).toBe(says(
      'a secret option by secretFlinkConfiguration has a key that no option has [secret-option]', `"${key}"`, 'letters, digits, ".", "-" and "_"',
      'write the key of the option alone', at));
  });

  test.each<[unknown, string]>([['hunter2', 'string'], [{ secret: 'hunter2', key: 'a' }, 'object'], [{ ...value('a'), key: 'a/hunter2' }, 'object'], [undefined, 'undefined']])(
    'what is no key of a Secret, and not shown (%#)', (given, got) => {
      expect(refused({ secretFlinkConfiguration: { 's3.secret-key': given as SecretValue } })).toBe(says(
        'the value of s3.secret-key by secretFlinkConfiguration must be a key of a Secret of cdk8s-plus [secret-option-source]', `${got}, not shown`,
        '{ secret, key }, with an ISecret and letters, digits, "-", "_" and "." for the key',
        'for a Secret that exists: { secret: Secret.fromSecretName(scope, id, name), key: \'password\' }', at));
    });

  test('one option from two Secrets; twice from the same is one', () => {
    const metricReporters = [datadog];
    expect(refused({ metricReporters, secretFlinkConfiguration: { 'metrics.reporter.datadog.apikey': value('other') } })).toBe(says(
      'two sources disagree on the secret option metrics.reporter.datadog.apikey [setting-conflict]',
      'Secret datadog/value by DatadogReporter, Secret other/value by secretFlinkConfiguration', 'one Secret', 'remove one of the two', at));
    expect(() => deploymentOf({ metricReporters, secretFlinkConfiguration: { 'metrics.reporter.datadog.apikey': value('datadog') } })).not.toThrow();
  });

  test('one option with a value and from a Secret', () => {
    expect(refused({ flinkConfiguration: { 'my.sink.user': 'a' }, secretFlinkConfiguration: { 'my.sink.user': value('a') } })).toBe(says(
      'my.sink.user has a value and comes from a Secret too [setting-conflict]', 'a value in the configuration, and Secret a/value by secretFlinkConfiguration', 'one of the two',
      'remove it from flinkConfiguration, of the cluster, of its FlinkDefaults or of the operator', at));
  });

  test('a key that is the beginning of another, where Flink has them nested', () => {
    const overlapping = { flinkConfiguration: { 'my.sink': 'a' }, secretFlinkConfiguration: { 'my.sink.password': value('a') } };
    expect(() => deploymentOf(overlapping)).not.toThrow();
    expect(refused({ ...overlapping, flinkVersion: FlinkVersion.V2_3 })).toMatch(/^a key is also the beginning of another.*\[overlapping-keys\]\n {2}got +my\.sink and my\.sink\.password\n/);
  });

  test('an option that nobody reads, and one of a reporter that never starts', () => {
    expect(refused({ secretFlinkConfiguration: { 'slot.request.timout': value('a') } })).toContain('[unfamiliar-option]');
    expect(refused({ secretFlinkConfiguration: { 'metrics.reporter.dd.apikey': value('a') } })).toMatch(/^the metric reporter dd has no factory class.*\[reporter-never-starts\]/);
    expect(() => deploymentOf({ metricReporters: [datadog], secretFlinkConfiguration: { 'metrics.reporter.datadog.own': value('a') } })).not.toThrow();
  });

  test('a variable of yours that leads Flink elsewhere', () => {
    const { code } = refusalOf(() => deploymentOf({
      secretFlinkConfiguration, metricReporters: [new OwnReporter({ pods: { volumes: [{ name: 'own', mountPath: '/opt/flink/conf-with-secrets', source: {} }] } })],
    }));
    expect(code).toBe('pod-conflict');
  });
});

test('a strategy of yours has the JobManager\'s alone, until both roles need it', () => {
  const one = { key: 'my.token', value: value('a'), reason: 'mine' };
  const put = (config: StrategyConfig) => finalPods(resourceOf({ metricReporters: [new OwnReporter(config)] })).map(putBy);
  expect(put({ jobManagerSecretSettings: [one] })).toEqual([['my.token'], []]);
  expect(put({ jobManagerSecretSettings: [one], secretSettings: [one] })).toEqual([['my.token'], ['my.token']]);
});

test.each<[FlinkVersion, string[]]>([
  [FlinkVersion.V2_0, ['my.api-key', 's3.access-key']], [FlinkVersion.V2_1, ['s3.access-key']],
])('%s shows what it does not know for a secret, and a finding says so', (flinkVersion, shown) => {
  const given = Object.fromEntries(['s3.secret-key', 's3.access-key', 'my.api-key', 'my.Password'].map((key) => [key, value('a')]));
  const findings = deploymentOf({ flinkVersion, secretFlinkConfiguration: given }).findings.filter(({ code }) => code === 'secret-option-shown');
  expect(findings.map(({ message }) => message).sort()).toEqual(shown.map((key) =>
    `Flink does not know that ${key} is a secret: it writes the value into its log and shows it in its web UI`));
});
