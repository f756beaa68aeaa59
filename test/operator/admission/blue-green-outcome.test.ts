import { blueGreenOutcome } from '../../../src/operator/admission/blue-green-outcome';
import { ManifestSpec } from '../../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../../src/operator/operator-version';

const ROLE = { resource: { memory: '2g' } };
const outcome = (spec: ManifestSpec = {}, name = 'orders') => blueGreenOutcome({
  metadata: { name },
  spec: { template: { spec: { flinkVersion: 'v1_20', serviceAccount: 'flink', jobManager: ROLE, taskManager: ROLE, job: { parallelism: 1 }, ...spec } } },
}, { release: OperatorVersion.V1_16, defaults: new Map() });
const codes = (...args: Parameters<typeof outcome>) => outcome(...args).failures.map(({ code }) => code);

test('two children of the two colours', () => {
  const { children, failures } = outcome({ ingress: { template: '{{name}}.example.com' } });
  expect(children.map(({ metadata, spec }) => [metadata.name, spec.ingress?.template])).toEqual([
    ['orders-blue', 'blue-{{name}}.example.com'], ['orders-green', 'green-{{name}}.example.com'],
  ]);
  expect(failures).toEqual([]);
});

test('a name leaves room for the colours', () => {
  expect(codes({}, 'a'.repeat(40))).toEqual(['blue-green-name']);
  expect(codes({}, 'a'.repeat(39))).toEqual([]);
});

test('what stops the operator between its children', () => {
  expect(codes({ job: undefined })).toEqual(['blue-green-job']);
  expect(codes({ job: { parallelism: 1, upgradeMode: 'last-state' }, flinkConfiguration: { 'state.checkpoints.dir': 's3://b/c' } })).toEqual(['blue-green-savepoints']);
  expect(codes({ job: { parallelism: 1, upgradeMode: 'last-state' }, flinkConfiguration: { 'state.savepoints.dir': 's3://b/c' } })).toEqual([]);
  expect(codes({ ingress: { template: 'https://a.example.com' } })).toEqual(['blue-green-ingress']);
});

test('an empty template has no children', () => {
  const nothing = blueGreenOutcome({ metadata: { name: 'a' }, spec: {} }, { release: OperatorVersion.V1_16, defaults: new Map() });
  expect([nothing.children, nothing.failures.map(({ code }) => code)]).toEqual([[], ['blue-green-job']]);
});
