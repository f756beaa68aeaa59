import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { deploymentOf, emitted, freshChart } from './sample-deployment';
import { refusalOf, says } from '../refusals';
import { someCluster } from '../some-cluster';
import {
  ClusterMode, FlinkPodMonitor, FlinkVersion, JmxReporter, OpenTelemetryReporter, PrometheusReporter, Slf4jReporter, StatsDReporter,
} from 'cdk8s-flink';

const host = 'statsd.monitoring.svc';

test('several reporters at once, two of a kind under names of their own, and no list of names', () => {
  const { spec } = deploymentOf({
    metricReporters: [
      new PrometheusReporter(), new PrometheusReporter({ name: 'prom-slow', port: 9250 }), new StatsDReporter({ host }), new StatsDReporter({ name: 'datadog', host }), new Slf4jReporter(),
    ],
  }).toJson();
  const keys = Object.keys(spec.flinkConfiguration);
  expect(keys.filter((key) => key.endsWith('.factory.class')).map((key) => key.split('.')[2])).toEqual(['datadog', 'prom-slow', 'prom', 'slf4j', 'statsd']);
  expect(keys).not.toContain('metrics.reporters');
  expect(spec.taskManager.podTemplate.spec.containers[0].ports).toEqual([{ name: 'prometheus', containerPort: 9249 }, { name: 'prom-slow', containerPort: 9250 }]);
});

test('one name twice is refused, of whatever kind they are', () => {
  const pairs = [() => new StatsDReporter({ name: 'own', host }), () => new Slf4jReporter({ name: 'own' }), () => new JmxReporter({ name: 'own' })];
  fc.assert(fc.property(fc.constantFrom(...pairs), fc.constantFrom(...pairs), (one, other) => {
    expect(refusalOf(() => deploymentOf({ metricReporters: [one(), other()] })).message).toBe(says(
      'two metric reporters of one cluster have the same name [reporter-name-taken]', '"own"', 'each name once', 'give one of them another `name`', 'chart/some-job'));
  }), { numRuns: 10 });
});

test('OpenTelemetry needs Flink 2.0', () => {
  const metricReporters = [new OpenTelemetryReporter({ endpoint: 'http://collector:4317' })];
  expect(refusalOf(() => deploymentOf({ metricReporters, flinkVersion: FlinkVersion.V1_20 })).code).toBe('strategy-of-later-version');
  const { flinkConfiguration } = deploymentOf({ metricReporters, flinkVersion: FlinkVersion.V2_0 }).toJson().spec;
  expect(flinkConfiguration).toMatchObject({ 'metrics.reporter.otel.service.name': 'some-job' });
});

describe('a PodMonitor', () => {
  const reporter = new PrometheusReporter();
  const monitored = (mode: ClusterMode) => {
    const chart = freshChart();
    const cluster = deploymentOf({ mode, metricReporters: [reporter] }, chart);
    new FlinkPodMonitor(chart, 'monitor', { cluster, reporter, interval: Duration.minutes(1), labels: { release: 'monitoring' } });
    return { cluster, monitor: emitted(chart, 'PodMonitor')[0] };
  };

  test.each([[ClusterMode.NATIVE], [ClusterMode.STANDALONE]])('selects the pods of a %s cluster by labels that both roles have', (mode) => {
    const { cluster, monitor } = monitored(mode);
    const { jobManager, taskManager } = someCluster(cluster.toJson().spec).pods;
    const podsOf = (role: any) => role.spec.template?.metadata ?? role.metadata;
    for (const { labels } of [podsOf(jobManager.deployment), podsOf(taskManager)]) {
      expect(labels).toMatchObject(monitor.spec.selector.matchLabels);
    }
    expect(monitor).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'some-job-prometheus', namespace: 'flink', labels: { release: 'monitoring' } },
      spec: {
        podMetricsEndpoints: [{ port: 'prometheus', interval: '60s' }],
        selector: { matchLabels: { app: 'some-job', type: `flink-${mode}-kubernetes` } },
      },
    });
  });

  test.each([[Duration.minutes(2), '120s'], [Duration.millis(1500), '1500ms']])('scrapes in the words of Prometheus (case %#)', (interval, text) => {
    const chart = freshChart();
    new FlinkPodMonitor(chart, 'monitor', { cluster: deploymentOf({ metricReporters: [reporter] }, chart), reporter, interval });
    expect(emitted(chart, 'PodMonitor')[0].spec.podMetricsEndpoints).toEqual([{ port: 'prometheus', interval: text }]);
  });

  test('of a cluster without the reporter is refused', () => {
    const chart = freshChart();
    const cluster = deploymentOf({ metricReporters: [reporter] }, chart);
    const other = new PrometheusReporter({ name: 'other', port: 9999 });
    expect(refusalOf(() => new FlinkPodMonitor(chart, 'monitor', { cluster, reporter: other })).message).toBe(says(
      'the pods of the cluster declare no port for this PodMonitor [pod-monitor-port]', '"other"', 'a reporter that the cluster has',
      'give the same PrometheusReporter to metricReporters of the cluster', 'chart/monitor'));
    expect(emitted(chart, 'PodMonitor')).toEqual([]);
  });
});
