import { comparison } from '../../../src/cli/import/equivalence';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { resourceTwin } from '../../../src/operator/resource-twin';

const installation = { release: OperatorVersion.V1_16, defaults: new Map() };
const spec = {
  image: 'flink:1.20',
  flinkVersion: 'v1_20',
  serviceAccount: 'flink',
  flinkConfiguration: { 'state.backend': 'hashmap', 'execution.checkpointing.interval': '60s' },
  jobManager: { resource: { cpu: 1, memory: '1024m' } },
  taskManager: { resource: { cpu: 1, memory: '2048m' } },
  job: { jarURI: 'local:///opt/job.jar', parallelism: 2, upgradeMode: 'stateless' },
};
const twin = (over: object, metadata: object = {}) => resourceTwin({
  apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata: { name: 'orders', ...metadata }, spec: { ...spec, ...over },
}, installation);

test.each<[string, object]>([
  ['another spelling of an option, and of its value', { flinkConfiguration: { 'state.backend.type': 'hashmap', 'execution.checkpointing.interval': '1 min' } }],
  ['another spelling of an amount', { taskManager: { resource: { cpu: 1, memory: '2g' } } }],
  ['the mode that there is without one', { mode: 'native' }],
])('%s is equivalent', (_, over) => {
  const { same, different } = comparison(twin({}), twin(over));
  expect(different).toEqual([]);
  expect(same).toEqual(['metadata', 'admission', 'fields', expect.stringMatching(/^effective configuration (\d+) of \1 keys$/), 'memory', 'pods']);
});

test.each<[string, object, object, string[]]>([
  ['an option', { flinkConfiguration: { ...spec.flinkConfiguration, 'pipeline.object-reuse': 'true' } }, {}, ['effective configuration: pipeline.object-reuse']],
  ['its value', { flinkConfiguration: { ...spec.flinkConfiguration, 'execution.checkpointing.interval': '61s' } }, {},
    ['effective configuration: execution.checkpointing.interval']],
  ['an amount of memory', { taskManager: { resource: { cpu: 1, memory: '2049m' } } }, {},
    ['effective configuration: taskmanager.memory.process.size', 'memory', 'pods']],
  ['a variable of the pods', { podTemplate: { spec: { containers: [{ name: 'flink-main-container', env: [{ name: 'A', value: 'b' }] }] } } }, {}, ['pods']],
  ['what becomes of its state', { job: { ...spec.job, allowNonRestoredState: true } }, {}, ['fields', 'effective configuration: execution.savepoint.ignore-unclaimed-state']],
  ['a label', {}, { labels: { team: 'checkout' } }, ['metadata']],
  ['what the webhook says', { serviceAccount: undefined }, {}, expect.arrayContaining(['admission', 'fields'])],
])('%s is a difference', (_, over, metadata, different) => {
  expect(comparison(twin({}), twin(over, metadata)).different).toEqual(different);
});
