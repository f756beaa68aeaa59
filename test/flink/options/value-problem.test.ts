import { flinkOptions } from '../../../src/flink/options/option-catalogue';
import { valueDialect } from '../../../src/flink/options/value-dialect';
import { valueProblem } from '../../../src/flink/options/value-problem';
import { FlinkVersion } from 'cdk8s-flink';

const problem = (key: string, text: string, version = FlinkVersion.V1_20) =>
  valueProblem(flinkOptions(version), key, text, valueDialect(version))?.message;

test.each([
  ['taskmanager.numberOfTaskSlots', '4'], ['state.checkpoints.num-retained', '3'], ['kubernetes.jobmanager.labels.team', '}'],
  ['kubernetes.jobmanager.labels', 'team:a'], ['s3.anything', '?'], ['no.such.key', '?'], ['metrics.reporter.prom.interval', '10 s'],
])('%s: %s has none', (key, text) => expect(problem(key, text)).toBeUndefined());

test.each([
  ['taskmanager.numberOfTaskSlots', '4.0'], ['state.checkpoints.num-retained', 'three'], ['state.backend.local-recovery', 'yes'],
  ['kubernetes.jobmanager.labels', 'team=a'], ['metrics.reporter.prom.interval', '10 ticks'], ['metrics.reporter.prom.scope.variables.additional', 'a=b'],
])('%s: %s has one', (key, text) => expect(problem(key, text)).toMatch('[option-value]'));

test('a time of 1.20 is a plain number in 1.19', () => {
  expect(problem('heartbeat.timeout', '50 s', FlinkVersion.V1_20)).toBeUndefined();
  expect(problem('heartbeat.timeout', '50 s', FlinkVersion.V1_19)).toMatch('[option-value]');
});

test('a secret is not shown', () => {
  const message = problem('user.artifacts.http-headers', 'Authorization=Bearer abc');
  expect(message).toMatch('got      a text that may hold a secret');
  expect(message).not.toMatch('abc');
});
