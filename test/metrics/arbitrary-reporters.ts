import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  FlinkVersion, InfluxDbConsistency, InfluxDbReporter, JmxReporter, MetricFilter, MetricType, OpenTelemetryProtocol, OpenTelemetryReporter,
  PrometheusReporter, Slf4jReporter, StatsDReporter,
} from '../../src';
import { Drawn, making, mostly, one, some } from '../making';

const filter = making(some({
  scope: mostly(one('*', 'jobmanager.*', '*.job.task.operator'), one('a b')),
  names: fc.array(one('num*', 'last*', 'x'), { minLength: 1, maxLength: 3 }),
  types: fc.uniqueArray(one(...Object.values(MetricType)), { minLength: 1 }),
}, 3), MetricFilter.of);
const filters = { includes: fc.array(filter, { minLength: 1, maxLength: 2 }), excludes: fc.array(filter, { minLength: 1, maxLength: 2 }) };
const tags = {
  additionalVariables: one<Record<string, string>>({ region: 'eu-west-1' }, { region: 'eu', tier: 'gold' }),
  excludedVariables: fc.uniqueArray(one('task_attempt_id', 'task_attempt_num', 'host'), { minLength: 1 }),
};
const pushing = { interval: fc.integer({ min: 1, max: 300 }).map(Duration.seconds) };
const delimited = { scopeDelimiter: one('.', '_', '-') };
const host = mostly(one('metrics.monitoring.svc', 'metrics'), one('user:pw@metrics', ''));
const port = mostly(fc.integer({ min: 9_300, max: 9_400 }), one(0, 70_000));

const openTelemetry = fc.oneof(
  some({ ...filters, ...tags, ...pushing, protocol: one(OpenTelemetryProtocol.GRPC), serviceName: one('flink'), serviceVersion: one('1.0') }, 3, { endpoint: one('http://otel:4317') }),
  some({ ...filters, ...tags, ...pushing, gzip: fc.boolean(), batchSize: one(100, 5_000), timeout: one(Duration.seconds(10)) }, 2, {
    endpoint: one('http://otel.monitoring:4318/v1/metrics'), protocol: one(OpenTelemetryProtocol.HTTP),
  }),
);

/** Up to three of different kinds, whose names are their own. */
export function anyReporters(flink: FlinkVersion): Drawn {
  const kinds = [
    making(some({ ...filters, ...tags, port, filterLabelValueCharacters: fc.boolean() }, 2), (props) => new PrometheusReporter(props)),
    making(some({ ...filters, ...tags, port: fc.integer({ min: 8_700, max: 8_800 }) }, 2), (props) => new JmxReporter(props)),
    making(some({ ...filters, ...delimited, ...pushing }, 2), (props) => new Slf4jReporter(props)),
    making(some({ ...filters, ...delimited, ...pushing, port, name: mostly(one('statsd', 'datadog'), one('a.b')) }, 2, { host }), (props) => new StatsDReporter(props)),
    making(some({
      ...filters, ...tags, ...pushing, port, tls: fc.boolean(), retentionPolicy: one('week'), consistency: one(...Object.values(InfluxDbConsistency)),
    }, 2, { host, database: one('flink') }), (props) => new InfluxDbReporter(props)),
    ...flink.isAtLeast(FlinkVersion.V1_20) ? [making(openTelemetry, (props) => new OpenTelemetryReporter(props))] : [],
  ];
  return fc.subarray(kinds, { minLength: 1, maxLength: 3 }).chain((chosen) => fc.tuple(...chosen));
}
