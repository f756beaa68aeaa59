import { App, Chart, Duration, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import {
  DatadogReporter, DatadogSite, FlinkJob, FlinkPodMonitor, FlinkVersion, InfluxDbConsistency, InfluxDbReporter, JmxReporter, JvmOptions,
  LogConfiguration, LogLevel, MetricFilter, MetricType, OpenTelemetryProtocol, OpenTelemetryReporter, PrometheusReporter, S3Checkpointing,
  Slf4jReporter, StatsDReporter, Throughput, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

const app = new App({ outdir: process.env.OUTDIR ?? 'dist/observability' });
const chart = new Chart(app, 'observability', { namespace: 'flink' });

const prometheus = new PrometheusReporter({
  // A new attempt of a task would be a new time series.
  excludedVariables: ['task_attempt_id', 'task_attempt_num'],
  excludes: [MetricFilter.of({ scope: '*.Shuffle.*' })],
});

const payments = new TunedFlinkDeployment(chart, 'payments', {
  image: 'registry.example.com/payments:3.0.0',
  flinkVersion: FlinkVersion.V2_3,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/payments.jar' }),
  workload: Workload.deduplication({ throughput: Throughput.of({ recordsPerSecond: 5_000 }), expectedState: Size.gibibytes(10) }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  metricReporters: [
    prometheus,
    // The collector has the keys of whatever it passes the metrics on to; the cluster has none.
    new OpenTelemetryReporter({
      endpoint: 'http://otel-collector.monitoring:4318/v1/metrics',
      protocol: OpenTelemetryProtocol.HTTP,
      gzip: true,
      batchSize: 5_000,
      interval: Duration.seconds(30),
      additionalVariables: { region: 'eu-west-1' },
      includes: [MetricFilter.of({ scope: 'jobmanager.*' }), MetricFilter.of({ scope: '*.job.*', names: ['numRecords*', '*Checkpoint*'] })],
    }),
  ],
  logging: LogConfiguration.levels({ root: LogLevel.INFO, loggers: { 'com.example.payments': LogLevel.DEBUG, 'org.apache.kafka': LogLevel.WARN } }),
  jvm: JvmOptions.of({
    both: ['-XX:+UseG1GC'],
    taskManager: ['-XX:MaxGCPauseMillis=200', '-Xlog:gc*:file=${FLINK_LOG_PREFIX}.gc.log:time:filecount=3,filesize=10M'],
  }),
});

new FlinkPodMonitor(chart, 'payments-monitor', {
  cluster: payments,
  reporter: prometheus,
  interval: Duration.seconds(30),
  labels: { release: 'kube-prometheus-stack' },
});

const secret = (name: string) => Secret.fromSecretName(chart, name, name);
const writer = secret('influxdb-writer');

// What older Flink and older monitoring have. The pods take the secrets of two reporters, and of the job, from Secrets.
new TunedFlinkDeployment(chart, 'refunds', {
  image: 'registry.example.com/refunds:1.9.2',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/refunds.jar' }),
  workload: Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 500 }) }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  metricReporters: [
    new DatadogReporter({
      apiKey: { secret: secret('datadog'), key: 'api-key' },
      site: DatadogSite.EU,
      proxy: { host: 'egress.network.svc', port: 3128 },
      excludedVariables: ['task_attempt_id', 'task_attempt_num'],
    }),
    // Datadog's agent would speak StatsD as well, and have the key.
    new StatsDReporter({ host: 'telegraf.monitoring.svc', scopeDelimiter: '.', interval: Duration.seconds(15) }),
    new InfluxDbReporter({
      host: 'influxdb.monitoring.svc',
      database: 'flink',
      consistency: InfluxDbConsistency.ANY,
      login: { username: { secret: writer, key: 'username' }, password: { secret: writer, key: 'password' } },
    }),
    // kubectl port-forward <pod> 8789, then jconsole localhost:8789
    new JmxReporter({ port: 8789 }),
    new Slf4jReporter({
      interval: Duration.minutes(10),
      includes: [MetricFilter.of({ scope: 'jobmanager.job', names: ['numRestarts', 'last*'], types: [MetricType.GAUGE] })],
    }),
  ],
  // The job reads it from its configuration.
  secretFlinkConfiguration: { 'refunds.ledger.token': { secret: secret('ledger'), key: 'token' } },
});

app.synth();
