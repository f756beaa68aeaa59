import { droppedField } from '../../../src/rules/options/dropped-field';
import { javaDefaultOptions } from '../../../src/rules/options/java-default-options';
import { detailedLog, silentLog } from '../../../src/rules/options/log-configuration';
import { unreadableValue } from '../../../src/rules/options/unreadable-value';
import { foundBy, told, verdictOn } from '../example-of';

describe('unreadable-value', () => {
  test('a time of the autoscaler', () => expect(told(foundBy(unreadableValue, unreadableValue.fires!))).toEqual([
    'spec.flinkConfiguration["job.autoscaler.catch-up.duration"]: Flink cannot read job.autoscaler.catch-up.duration; got "10mc"; allowed Duration',
  ]));

  test.each([
    ['rest.client.max-content-length: ten', 1], ['web.submit.enable: "yes"', 1], ['pipeline.object-reuse: "true"', 0],
    // A key that nobody knows has no type, and one of the checkpoint schedule a rule of its own.
    ['my.own.option: ten', 0], ['execution.checkpointing.min-pause: 10mins', 0],
  ])('%s', (text, count) => expect(foundBy(unreadableValue, `flinkConfiguration: { ${text} }`)).toHaveLength(count));

  test('what the twin refuses already is not said twice', () => {
    const spec = 'flinkConfiguration: { taskmanager.numberOfTaskSlots: two }';
    expect(foundBy(unreadableValue, spec)).toEqual([]);
    expect(verdictOn(spec).filter(({ what }) => what.includes('taskmanager.numberOfTaskSlots')).length).toBeGreaterThan(0);
  });

  test('of both colours it is said once, in the template', () => {
    const spec = `apiVersion: flink.apache.org/v1beta1
kind: FlinkBlueGreenDeployment
metadata: { name: orders }
spec:
  template:
    spec:
      image: flink:1.20.5
      flinkVersion: v1_20
      serviceAccount: flink
      flinkConfiguration: { web.submit.enable: "yes" }
      jobManager: { resource: { memory: 2048m } }
      taskManager: { resource: { memory: 4096m } }
      job: { jarURI: "local:///opt/flink/usrlib/orders.jar", parallelism: 2, upgradeMode: stateless }
`;
    expect(foundBy(unreadableValue, spec).map(({ path }) => path)).toEqual([['spec', 'template', 'spec', 'flinkConfiguration', 'web.submit.enable']]);
  });
});

describe('dropped-field', () => {
  test('the nearest names, or all of them', () => {
    expect(told(foundBy(droppedField, 'taskManager: { replica: 2 }'))).toEqual([
      'spec.taskManager.replica: FlinkDeployment has no field spec.taskManager.replica, and the API server drops it; got replica; allowed replicas',
    ]);
    expect(told(foundBy(droppedField, 'ingress: { template: orders.example.com, tls: [{ host: orders.example.com }] }'))).toEqual([
      'spec.ingress.tls[0].host: FlinkDeployment has no field spec.ingress.tls[0].host, and the API server drops it; got host; allowed hosts',
    ]);
    expect(foundBy(droppedField, 'jobManager: { storageDir: s3://flink-state }')[0].allowed).toBe('podTemplate, replicas, resource, resources');
  });

  test('a pod template may hold what Kubernetes knows', () =>
    expect(foundBy(droppedField, 'podTemplate: { spec: { hostAliases: [] } }')).toEqual([]));
});

describe('java-default-options', () => {
  test('by version', () => {
    const spec = (flinkVersion: string, key: string) => `flinkVersion: ${flinkVersion}\nflinkConfiguration: { ${key}: -XX:+UseG1GC }`;
    expect(foundBy(javaDefaultOptions, spec('v1_18', 'env.java.opts.all'))).toHaveLength(1);
    expect(foundBy(javaDefaultOptions, spec('v2_1', 'env.java.default-opts.all'))).toHaveLength(1);
    expect(foundBy(javaDefaultOptions, spec('v1_20', 'env.java.opts.all'))).toEqual([]);
    expect(foundBy(javaDefaultOptions, 'flinkConfiguration: { env.java.default-opts.all: --add-opens=java.base/java.util=ALL-UNNAMED }')).toEqual([]);
  });
});

describe('logs', () => {
  const log = (text: string) => `logConfiguration: { log4j-console.properties: ${JSON.stringify(text)} }`;

  test.each(['rootLogger.level = DEBUG', 'log4j.rootLogger=INFO, console\nlog4j.appender.console=org.apache.log4j.ConsoleAppender'])(
    '%s has no appender of Log4j 2', (text) => expect(foundBy(silentLog, log(text))).toHaveLength(1));

  test('nothing is said of no configuration', () => expect(foundBy(silentLog, 'mode: native')).toEqual([]));

  test.each([['rootLogger.level = INFO', 0], ['rootLogger.level = debug', 1], ['rootLogger=TRACE, console', 1], ['# rootLogger.level = DEBUG', 0],
    ['logger.orders.level = DEBUG', 0]])('%s', (text, count) => expect(foundBy(detailedLog, log(text))).toHaveLength(count));
});
