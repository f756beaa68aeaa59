import { operatorConfiguration } from '../../src/cli/operator-configuration';
import { yamlDocuments } from '../../src/operator/manifest/yaml-text';

function configuration(text: string): Record<string, string> {
  return Object.fromEntries(operatorConfiguration(yamlDocuments(text)[0].value));
}

test('values of the chart: flink-conf.yaml, line by line as Flink reads it', () => {
  expect(configuration(`
defaultConfiguration:
  append: true
  flink-conf.yaml: |+
    # comment
    kubernetes.operator.reconcile.interval: 15 s  # often
    env.java.opts.all: -Da=b: c
    quoted: "as it is"
    no-blank:behind
    empty:
  config.yaml: |
    parallelism.default: 3
`)).toEqual({ 'kubernetes.operator.reconcile.interval': '15 s', 'env.java.opts.all': '-Da=b: c', 'quoted': '"as it is"' });
});

test('values of the chart: config.yaml where there is no flink-conf.yaml', () => {
  expect(configuration('defaultConfiguration:\n  config.yaml: |\n    kubernetes.operator:\n      reconcile.interval: 15 s\n    parallelism.default: 3\n'))
    .toEqual({ 'kubernetes.operator.reconcile.interval': '15 s', 'parallelism.default': '3' });
});

test('the configuration itself, nested or flat; a chart that makes none', () => {
  expect(configuration('kubernetes.operator: { savepoint.history.max.count: 5 }\ntaskmanager.numberOfTaskSlots: 2\n'))
    .toEqual({ 'kubernetes.operator.savepoint.history.max.count': '5', 'taskmanager.numberOfTaskSlots': '2' });
  expect(configuration('defaultConfiguration:\n  create: false\n  flink-conf.yaml: |\n    a: b\n')).toEqual({});
  expect(configuration('defaultConfiguration: { append: true }\n')).toEqual({});
});

test.each(['[1, 2]', 'text', 'defaultConfiguration: { flink-conf.yaml: { a: b } }'])('%s is refused', (text) => {
  expect(() => configuration(text)).toThrow(/^this is no configuration of the operator \[operator-config\]\n/);
});
