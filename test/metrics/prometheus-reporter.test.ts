import { refusalOf, says } from '../refusals';
import { CONTEXT } from '../strategy-context';
import { PrometheusReporter } from 'cdk8s-flink';

const bind = (port?: number) => new PrometheusReporter({ port }).bind(CONTEXT);

test.each([[undefined, 9249], [1024, 1024], [65_535, 65_535]])('port %p: one port, in the settings and in the pods', (given, port) => {
  expect(bind(given)).toEqual({
    settings: [
      {
        key: 'metrics.reporter.prom.factory.class',
        value: 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
        reason: 'metrics for Prometheus to scrape',
      },
      { key: 'metrics.reporter.prom.port', value: String(port), reason: 'one fixed port, declared in the pods' },
    ],
    pods: { ports: [{ name: 'prometheus', port }] },
  });
});

test.each([0, -1, 80, 1023, 65_536, 9249.5, NaN, Infinity])('port %p is refused', (port) => {
  expect(refusalOf(() => bind(port)).message).toBe(says(
    'the port of the Prometheus reporter must be one whole number [prometheus-port]', String(port),
    '1024 to 65535 without Flink\'s own, 6122 to 6125 and 8081; the image does not run as root', 'leave port out for 9249',
  ));
});

test('trap: a range of ports, of which the pods could declare none', () => {
  expect(refusalOf(() => bind('9249-9250' as any)).message).toMatch('the port of the Prometheus reporter must be one whole number [prometheus-port]\n  got      "9249-9250"');
});
