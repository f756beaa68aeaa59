import { App, Chart, Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { valueDialect } from '../../src/flink/options/value-dialect';
import { valueProblem } from '../../src/flink/options/value-problem';
import { refusalOf, says } from '../refusals';
import { CONTEXT } from '../strategy-context';
import {
  DatadogReporter, DatadogReporterProps, DatadogSite, FlinkVersion, InfluxDbConsistency, InfluxDbReporter, JmxReporter, MetricFilter, MetricReporter,
  MetricType, OpenTelemetryProtocol, OpenTelemetryReporter, OpenTelemetryReporterProps, PrometheusReporter, Slf4jReporter, StatsDReporter,
} from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

const settingsOf = (reporter: MetricReporter, flinkVersion = FlinkVersion.V2_3): Record<string, string> =>
  Object.fromEntries((reporter.bind({ ...CONTEXT, flinkVersion }).settings ?? []).map(({ key, value }) => [key, value]));

const host = 'sink.monitoring.svc';
const secret = Secret.fromSecretName(new Chart(new App(), 'secrets'), 'Secret', 'sink');
const apiKey = { secret, key: 'apikey' };
const datadog = (props: Partial<DatadogReporterProps> = {}) => new DatadogReporter({ apiKey, site: DatadogSite.US, ...props });
const endpoint = 'http://otel-collector.monitoring:4317';

test.each<[string, MetricReporter, Record<string, string | undefined>]>([
  ['statsd', new StatsDReporter({ host }), { 'factory.class': 'org.apache.flink.metrics.statsd.StatsDReporterFactory', host, 'port': '8125' }],
  ['statsd', new StatsDReporter({ host, port: 9125, interval: Duration.minutes(1), scopeDelimiter: '_' }), {
    'factory.class': 'org.apache.flink.metrics.statsd.StatsDReporterFactory', host, 'port': '9125', 'interval': '1min', 'scope.delimiter': '_',
  }],
  ['influxdb', new InfluxDbReporter({ host, database: 'flink' }), {
    'factory.class': 'org.apache.flink.metrics.influxdb.InfluxdbReporterFactory', host, 'port': '8086', 'scheme': 'http', 'db': 'flink',
  }],
  ['influxdb', new InfluxDbReporter({ host, port: 443, tls: true, database: 'flink', retentionPolicy: 'one_week', consistency: InfluxDbConsistency.QUORUM }), {
    'factory.class': 'org.apache.flink.metrics.influxdb.InfluxdbReporterFactory',
    host,
    'port': '443',
    'scheme': 'https',
    'db': 'flink',
    'retentionPolicy': 'one_week',
    'consistency': 'QUORUM',
  }],
  ['datadog', datadog(), {
    'factory.class': 'org.apache.flink.metrics.datadog.DatadogHttpReporterFactory', 'dataCenter': 'US', 'useLogicalIdentifier': 'true',
  }],
  ['datadog', datadog({ site: DatadogSite.EU, proxy: { host: 'proxy', port: 3128 }, maxMetricsPerRequest: 500, logicalNames: false }), {
    'factory.class': 'org.apache.flink.metrics.datadog.DatadogHttpReporterFactory',
    'dataCenter': 'EU',
    'proxyHost': 'proxy',
    'proxyPort': '3128',
    'maxMetricsPerRequest': '500',
    'useLogicalIdentifier': 'false',
  }],
  ['jmx', new JmxReporter(), { 'factory.class': 'org.apache.flink.metrics.jmx.JMXReporterFactory' }],
  ['slf4j', new Slf4jReporter(), { 'factory.class': 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory' }],
  ['prom', new PrometheusReporter({ filterLabelValueCharacters: false }), {
    'factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory', 'port': '9249', 'filterLabelValueCharacters': 'false',
  }],
  ['otel', new OpenTelemetryReporter({ endpoint }), {
    'factory.class': 'org.apache.flink.metrics.otel.OpenTelemetryMetricReporterFactory',
    'exporter.endpoint': endpoint,
    'exporter.protocol': 'gRPC',
    'service.name': 'some-job',
  }],
  ['otel', new OpenTelemetryReporter({
    endpoint: 'https://otel.example.com/v1/metrics',
    protocol: OpenTelemetryProtocol.HTTP,
    timeout: Duration.seconds(5),
    gzip: true,
    batchSize: 500,
    serviceName: 'payments',
    serviceVersion: '3.0.0',
  }), {
    'factory.class': 'org.apache.flink.metrics.otel.OpenTelemetryMetricReporterFactory',
    'exporter.endpoint': 'https://otel.example.com/v1/metrics',
    'exporter.protocol': 'HTTP',
    'exporter.timeout': '5s',
    'exporter.compression': 'gzip',
    'batch.size': '500',
    'service.name': 'payments',
    'service.version': '3.0.0',
  }],
])('%s: the options of the real factory (%#)', (name, reporter, options) => {
  expect(settingsOf(reporter)).toEqual(Object.fromEntries(Object.entries(options).map(([key, value]) => [`metrics.reporter.${name}.${key}`, value])));
});

describe('what all reporters have in common', () => {
  const includes = [MetricFilter.of({ scope: '*.job.*', names: ['numRecords*'], types: [MetricType.METER] }), MetricFilter.of({ scope: 'jobmanager' })];
  const everything = {
    name: 'own',
    includes,
    excludes: [MetricFilter.of({ names: ['*Bytes*'] })],
    additionalVariables: { region: 'eu-west-1', cluster: 'prod' },
    excludedVariables: ['task_attempt_id', 'host'],
  };
  const shared = {
    'metrics.reporter.own.filter.includes': '*.job.*:numRecords*:meter;jobmanager:*',
    'metrics.reporter.own.filter.excludes': '*:*Bytes*',
  };
  const tagged = {
    'metrics.reporter.own.scope.variables.additional': 'cluster:prod,region:eu-west-1',
    'metrics.reporter.own.scope.variables.excludes': 'task_attempt_id;host',
  };
  const interval = Duration.seconds(90);
  const pushed = { 'metrics.reporter.own.interval': '90s' };
  const reporters: [MetricReporter, Record<string, string>][] = [
    [new PrometheusReporter(everything), { ...shared, ...tagged }],
    [new JmxReporter(everything), { ...shared, ...tagged }],
    [new OpenTelemetryReporter({ ...everything, endpoint, interval }), { ...shared, ...tagged, ...pushed }],
    [new InfluxDbReporter({ ...everything, host, database: 'flink', interval }), { ...shared, ...tagged, ...pushed }],
    [datadog({ ...everything, interval }), { ...shared, ...tagged, ...pushed }],
    [new StatsDReporter({ name: 'own', includes, excludes: everything.excludes, host, interval }), { ...shared, ...pushed }],
    [new Slf4jReporter({ name: 'own', includes, excludes: everything.excludes, interval }), { ...shared, ...pushed }],
  ];

  test.each(reporters)('%# name, filters, variables, interval', (reporter, expected) => expect(settingsOf(reporter)).toMatchObject(expected));

  test.each(LINES)('%s reads every option of its own with the value that it gets', (flinkVersion) => {
    const catalogue = flinkOptions(flinkVersion);
    const settings = reporters.flatMap(([reporter]) => Object.entries(settingsOf(reporter, flinkVersion)));
    expect(settings.filter(([key]) => !['member', 'handed-on'].includes(catalogue.find(key).is))).toEqual([]);
    const problems = ['flink-conf.yaml', 'config.yaml'].flatMap((file) => settings
      .map(([key, value]) => valueProblem(catalogue, key, value, valueDialect(flinkVersion, file as 'config.yaml'))?.message));
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
    expect(catalogue.find('jmx.server.port').is).toBe('option');
    expect(settings.map(([key]) => catalogue.find(key)).filter(({ is }) => is === 'member').length).toBeGreaterThan(20);
  });

  test('an option without a property is not written: Flink\'s own default holds', () => {
    expect(Object.keys(settingsOf(new Slf4jReporter({ name: 'log' })))).toEqual(['metrics.reporter.log.factory.class']);
  });

  test.each(['', 'a.b', 'a b', 'a:b'])('the name %j is refused: it would be another key', (name) => {
    expect(refusalOf(() => settingsOf(new Slf4jReporter({ name }))).message).toBe(says(
      'a metric reporter cannot have this name [reporter-name]', `"${name}"`, 'letters, digits, - and _',
      'take a short name, or leave it out; it stands in the keys of the reporter\'s options',
    ));
  });

  test.each(['includes', 'excludes'])('%s without a filter is refused', (property) => {
    expect(refusalOf(() => settingsOf(new Slf4jReporter({ [property]: [] }))).message).toMatch(`${property} of a filter is empty, which would match nothing [metric-filter]`);
  });

  test.each(['a,b', 'a:b', 'a;b', 'a b', '"a"', ''])('a variable with the value %j is refused', (value) => {
    expect(refusalOf(() => settingsOf(new JmxReporter({ additionalVariables: { region: value } }))).message).toBe(says(
      'the value of the variable "region" would fall apart in the list that Flink reads [reporter-variable]', `"${value}"`,
      'a text without comma, colon, semicolon, quotes and blanks', 'write it without these characters',
    ));
  });

  test.each([{ additionalVariables: { '<region>': 'eu' } }, { excludedVariables: ['<region>'] }])('a variable in the brackets of a format is refused (%#)', (props) => {
    expect(refusalOf(() => settingsOf(new JmxReporter(props))).message).toBe(says(
      'the name of a variable would fall apart in the list that Flink reads [reporter-variable]', '"<region>"',
      'letters, digits and _, as in job_name, without the angle brackets of a scope format', 'write it without these characters',
    ));
  });

  test('variables do not depend on the order in which they are given', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z]\w*$/), fc.stringMatching(/^[\w-]+$/), { noNullPrototype: true }), (variables) => {
      const turned = Object.fromEntries(Object.entries(variables).reverse());
      expect(settingsOf(new JmxReporter({ additionalVariables: turned }))).toEqual(settingsOf(new JmxReporter({ additionalVariables: variables })));
    }));
  });
});

describe('addresses', () => {
  test.each(['', 'http://statsd', 'statsd:8125', 'a b', '-a', 'user:secret@statsd'])('host %j is refused', (wrong) => {
    const { message } = refusalOf(() => settingsOf(new StatsDReporter({ host: wrong })));
    expect(message).toBe(says('host of StatsDReporter has the wrong form [reporter-address]', wrong.includes('@') ? 'a host with credentials inside' : `"${wrong}"`,
      'a DNS name or an IPv4 address alone, for example "statsd.monitoring.svc"', 'leave out scheme, port and path'));
    expect(message).not.toMatch('secret');
  });

  test.each([0, -1, 1.5, 65_536, NaN])('port %p is refused', (port) => {
    expect(refusalOf(() => settingsOf(new InfluxDbReporter({ host, port, database: 'flink' }))).message).toBe(says(
      'port of InfluxDbReporter has the wrong form [reporter-address]', String(port), 'a whole number from 1 to 65535', 'leave port out for its default'));
  });

  test.each([['database', { database: 'a b' }], ['retentionPolicy', { database: 'flink', retentionPolicy: 'a b' }]])('%s with a blank is refused', (property, props) => {
    expect(refusalOf(() => settingsOf(new InfluxDbReporter({ host, ...props }))).message).toBe(says(
      `${property} of InfluxDbReporter has the wrong form [influx-db-name]`, '"a b"', 'letters, digits, _ - and .', 'take the name as InfluxDB has it'));
  });

  test('the JMX server has one port, declared in the pods', () => {
    const { settings, pods } = new JmxReporter({ port: 8789 }).bind(CONTEXT);
    expect(settings).toContainEqual({ key: 'jmx.server.port', value: '8789', reason: 'one fixed port; the reporter\'s own option is deprecated' });
    expect(pods).toEqual({ ports: [{ name: 'jmx', port: 8789 }] });
    expect(new JmxReporter().bind(CONTEXT).pods).toBeUndefined();
  });

  test.each([80, 6123, 70_000])('a JMX server on %p is refused', (port) => {
    expect(refusalOf(() => settingsOf(new JmxReporter({ port }))).message).toBe(says(
      'the port of the JMX server must be one whole number [jmx-port]', String(port),
      '1024 to 65535 without Flink\'s own, 6122 to 6125 and 8081; the image does not run as root', 'take 8789, or leave port out for no server'));
  });
});

describe('secrets', () => {
  const secretsOf = (reporter: MetricReporter) =>
    (reporter.bind(CONTEXT).secretSettings ?? []).map(({ key, value }) => [key, value.secret.name, value.key]);

  test('the key of Datadog, and name and password of InfluxDB, under the name of the reporter', () => {
    expect(secretsOf(datadog())).toEqual([['metrics.reporter.datadog.apikey', 'sink', 'apikey']]);
    const login = { username: { secret, key: 'name' }, password: { secret, key: 'word' } };
    expect(secretsOf(new InfluxDbReporter({ name: 'own', host, database: 'flink', login }))).toEqual([
      ['metrics.reporter.own.username', 'sink', 'name'], ['metrics.reporter.own.password', 'sink', 'word'],
    ]);
    expect(secretsOf(new InfluxDbReporter({ host, database: 'flink' }))).toEqual([]);
    expect(datadog({ name: 'dd' }).bind(CONTEXT).findings).toEqual([{
      code: 'datadog-key-in-log',
      message: 'Flink writes the API key of the reporter dd into the log of a pod whenever Datadog turns a request down, and when it finds the key invalid',
      fix: 'keep the logs from whoever may not have the key, or send the metrics to an agent that has it: StatsDReporter, OpenTelemetryReporter',
    }]);
  });

  test.each([0, -1, 1.5, NaN, 2 ** 31])('%p metrics in a request are refused: with none Flink would never end', (maxMetricsPerRequest) => {
    expect(refusalOf(() => datadog({ maxMetricsPerRequest }).bind(CONTEXT)).message).toBe(says(
      'maxMetricsPerRequest of DatadogReporter is no number of metrics [datadog-batch-size]', String(maxMetricsPerRequest), 'a whole number from 1 to 2147483647',
      'leave it out for 2000'));
  });

  test('a proxy is a host and a port', () => {
    expect(refusalOf(() => datadog({ proxy: { host: 'http://user:secret@proxy', port: 1 } }).bind(CONTEXT)).message).toBe(says(
      'host of the proxy of DatadogReporter has the wrong form [reporter-address]', 'a host with credentials inside',
      'a DNS name or an IPv4 address alone, for example "statsd.monitoring.svc"', 'leave out scheme, port and path'));
  });
});

describe('OpenTelemetry', () => {
  const sinceOf = (props: Partial<OpenTelemetryReporterProps>) => new OpenTelemetryReporter({ endpoint, ...props }).bind(CONTEXT).since;

  test('is of Flink 2.0, and what its newer options are, of 2.3', () => {
    expect(sinceOf({})).toBe(FlinkVersion.V2_0);
    expect(sinceOf({ gzip: false })).toBe(FlinkVersion.V2_0);
    expect(sinceOf({ gzip: true })).toBe(FlinkVersion.V2_3);
    expect(sinceOf({ batchSize: 1 })).toBe(FlinkVersion.V2_3);
    expect(sinceOf({ endpoint: 'http://c:4318/v1/metrics', protocol: OpenTelemetryProtocol.HTTP })).toBe(FlinkVersion.V2_3);
  });

  test('older ones than 2.3 get no option that they do not know', () => {
    expect(Object.keys(settingsOf(new OpenTelemetryReporter({ endpoint }), FlinkVersion.V2_2)).sort()).toEqual([
      'metrics.reporter.otel.exporter.endpoint', 'metrics.reporter.otel.factory.class', 'metrics.reporter.otel.service.name',
    ]);
  });

  test.each([
    ['collector:4317', '"collector:4317"'], ['http://collector:4317/v1/metrics', '"http://collector:4317/v1/metrics"'],
    ['http://user:secret@collector', 'a URL that may hold credentials'], ['http://collector?key=secret', 'a URL that may hold credentials'],
  ])('%s is no endpoint for gRPC', (wrong, got) => {
    expect(refusalOf(() => sinceOf({ endpoint: wrong })).message).toBe(says('endpoint of OpenTelemetryReporter has the wrong form for gRPC [otel-endpoint]', got,
      'a URL with http or https, host and port, without a path', 'for example "http://collector.monitoring:4317"'));
  });

  test.each(['http://collector:4318', 'http://collector:4318/'])('%s is no endpoint for HTTP: Flink adds no path', (wrong) => {
    expect(refusalOf(() => sinceOf({ endpoint: wrong, protocol: OpenTelemetryProtocol.HTTP })).message).toBe(says(
      'endpoint of OpenTelemetryReporter has the wrong form for HTTP [otel-endpoint]', `"${wrong}"`,
      'a URL with http or https and the whole path', 'for example "http://collector.monitoring:4318/v1/metrics"'));
  });

  test.each([0, -1, 1.5, NaN])('%p metrics in a report are refused', (batchSize) => {
    expect(refusalOf(() => sinceOf({ batchSize })).message).toBe(says('batchSize of OpenTelemetryReporter is no number of metrics [otel-batch-size]', String(batchSize),
      'a whole number from 1 to 2147483647', 'leave it out for all metrics in one report'));
  });
});

describe('several Prometheus reporters', () => {
  test('the name of another names its port too', () => {
    expect(new PrometheusReporter({ name: 'prom-slow', port: 9250 }).bind(CONTEXT).pods).toEqual({ ports: [{ name: 'prom-slow', port: 9250 }] });
  });

  test.each(['Prom', 'a_b', '-a', 'a--b', '1234', 'sixteen-letters-'])('%j is refused: it is no name of a port', (name) => {
    expect(refusalOf(() => new PrometheusReporter({ name }).bind(CONTEXT)).message).toBe(says('a metric reporter cannot have this name [reporter-name]', `"${name}"`,
      'at most 15 lower-case letters, digits and single dashes, which also name the port of the pods',
      'take a short name, or leave it out; it stands in the keys of the reporter\'s options'));
  });
});
