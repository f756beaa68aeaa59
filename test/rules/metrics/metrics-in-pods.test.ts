import { latencyTracking, noMetrics, undeclaredMetricsPort } from '../../../src/rules/metrics/metrics-in-pods';
import { foundBy, told } from '../example-of';

const PROMETHEUS = 'metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory';
const ports = (port: number) => `{ spec: { containers: [{ name: flink-main-container, ports: [{ containerPort: ${port} }] }] } }`;
const undeclared = (more = '', port = '') => foundBy(undeclaredMetricsPort, `flinkConfiguration: { ${PROMETHEUS}${port} }\n${more}`);

describe('undeclared-metrics-port', () => {
  test('the port that is set, or Flink\'s own', () => {
    expect(told(undeclared('', ', metrics.reporter.prom.port: "9250"'))).toEqual(['spec.flinkConfiguration["metrics.reporter.prom.port"]: '
      + 'no container of the JobManager and the TaskManagers declares the port of this reporter; got port 9250; allowed ports: [{ name: metrics, containerPort: 9250 }]']);
    expect(undeclared().map(({ path, got }) => [path[2], got])).toEqual([['metrics.reporter.prom.factory.class', 'port 9249']]);
  });

  test('each role by itself', () => {
    expect(undeclared(`jobManager: { podTemplate: ${ports(9249)} }`).map(({ what }) => what)).toEqual(['no container of the TaskManagers declares the port of this reporter']);
    expect(undeclared(`podTemplate: ${ports(9249)}`)).toEqual([]);
    expect(undeclared(`podTemplate: ${ports(9250)}`)).toHaveLength(1);
  });

  test('a range cannot be declared', () => expect(undeclared(`podTemplate: ${ports(9249)}`, ', metrics.reporter.prom.port: 9249-9250').map(({ allowed }) => allowed)).toEqual([
    'one port, which the container can declare',
  ]));

  test('annotations are another way', () => expect(undeclared('podTemplate: { metadata: { annotations: { prometheus.io/port: "9249" } } }')).toEqual([]));

  test('other reporters listen to nothing', () => expect(foundBy(undeclaredMetricsPort, 'mode: native')).toEqual([]));
});

test.each([
  ['metrics.latency.interval: 1s', 1], ['metrics.latency.interval: "0"', 0], ['metrics.latency.interval: "-1"', 0],
  ['state.latency-track.keyed-state-enabled: "true"', 1], ['state.backend.latency-track.keyed-state-enabled: "true"', 1], ['state.latency-track.keyed-state-enabled: "false"', 0],
])('%s', (text, count) => expect(foundBy(latencyTracking, `flinkConfiguration: { ${text} }`)).toHaveLength(count));

test('no reporter at all', () => {
  expect(told(foundBy(noMetrics, noMetrics.fires!))).toEqual([
    'spec.flinkConfiguration["metrics.reporter.…"]: the metrics of this cluster go nowhere; got no reporter; allowed a reporter with a factory class',
  ]);
  expect(foundBy(noMetrics, 'mode: native')).toEqual([]);
});
