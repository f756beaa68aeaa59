import { asRefused } from './as-refused';
import { reporterNeverStarts } from '../../src/rules/metrics/reporter-never-starts';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf } from '../refusals';
import { someCluster } from '../some-cluster';
import { PrometheusReporter } from 'cdk8s-flink';

const FACTORY = 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory';
const found = (flinkConfiguration: Record<string, string>) => asRefused(reporterNeverStarts, someCluster({
  flinkVersion: 'v1_20', image: 'flink:1.20', jobManager: { resource: { memory: '1024m', cpu: 1 } }, taskManager: { resource: { memory: '4096m', cpu: 2 } }, flinkConfiguration,
}));

test('trap: a reporter by its class, which Flink ignores since 1.17', () => {
  expect(found({ 'metrics.reporter.prom.class': 'org.apache.flink.metrics.prometheus.PrometheusReporter', 'metrics.reporter.prom.port': '9249' })).toEqual([{
    location: 'spec.flinkConfiguration["metrics.reporter.prom.class"]',
    what: 'the metric reporter prom has no factory class, without which Flink does not start it',
    got: 'other options of it alone',
    allowed: 'metrics.reporter.prom.factory.class; the older metrics.reporter.prom.class has no effect',
    fix: 'use metricReporters of the construct, or correct the name in the key',
  }]);
});

test('trap: metrics.reporters leaves a reporter out', () => {
  const list = { location: 'spec.flinkConfiguration["metrics.reporters"]', allowed: 'no list, with which every reporter starts that has a factory class', fix: 'remove metrics.reporters' };
  expect(found({ 'metrics.reporters': 'otel, slf4j', 'metrics.reporter.prom.factory.class': FACTORY, 'metrics.reporter.slf4j.factory.class': 'a.B' })).toEqual([
    { ...list, what: 'metrics.reporters leaves out the metric reporter prom, which never starts', got: '"otel,slf4j"' },
    { ...list, what: 'metrics.reporters names a metric reporter otel that does not exist', got: '"otel,slf4j"' },
  ]);
});

test.each<Record<string, string>>([
  {}, { 'metrics.reporters': '' }, { 'metrics.reporter.prom.factory.class': FACTORY, 'metrics.reporters': ' prom ' },
  { 'metrics.reporter.prom.factory.class': FACTORY, 'metrics.reporter.prom.port': '9249-9250' }, { 'kubernetes.operator.metrics.reporter.slf4j.interval': '5 min' },
])('%j starts', (settings) => expect(found(settings)).toEqual([]));

test('a list that leaves out a typed reporter is refused', () => {
  expect(refusalOf(() => deploymentOf({ metricReporters: [new PrometheusReporter()], flinkConfiguration: { 'metrics.reporters': 'other' } })).code).toBe('reporter-never-starts');
});
