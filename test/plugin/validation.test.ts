import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlinkValidation } from '../../src/plugin';
import { PluginProperties } from '../../src/plugin/plugin-properties';
import { ValidationViolation } from '../../src/plugin/validation-contract';
import { refusalOf, says } from '../refusals';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-plugin-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A sound session cluster but for what is added to it. */
function manifest(name: string, configuration: string, more = ''): string {
  return `apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: ${name}
  ${more}
spec:
  image: registry.example.com/flink:1.20.4
  flinkVersion: v1_20
  serviceAccount: flink
  flinkConfiguration:
    ${configuration}
  jobManager: { resource: { cpu: 1, memory: 2048m } }
  taskManager: { resource: { cpu: 2, memory: 4096m } }
`;
}

async function validated(properties: PluginProperties, ...manifests: string[]) {
  const files = manifests.map((text, index) => {
    const file = join(folder, `${index}.k8s.yaml`);
    writeFileSync(file, text);
    return file;
  });
  const violations: ValidationViolation[] = [];
  const logged: string[] = [];
  const submitted: unknown[] = [];
  await new FlinkValidation(properties).validate({
    manifests: files,
    report: { addViolation: (violation) => violations.push(violation), submit: (...what) => submitted.push(what) },
    logger: { log: (message) => logged.push(message) },
  });
  return { violations, logged, submitted, files };
}

const TYPO = 'state.checkpoints.interval: 60s';
const STRICT: PluginProperties = { failOn: 'warning' };

test('what weighs as much as failOn fails the synthesis, with the resource and the place in it', async () => {
  const { violations, submitted, files } = await validated(STRICT, manifest('orders', TYPO), 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n');
  expect(violations).toEqual([{
    ruleName: 'unknown-option',
    recommendation: 'neither Flink nor the operator has an option state.checkpoints.interval, and would pass over it: this key',
    fix: expect.any(String),
    violatingResources: [{ resourceName: 'orders', locations: ['spec.flinkConfiguration["state.checkpoints.interval"]'], manifestPath: files[0] }],
  }]);
  expect(submitted).toEqual([['failure', { resources: '1', findings: expect.any(String) }]]);
});

test('what two resources have alike is one violation', async () => {
  const { violations } = await validated(STRICT, manifest('orders', TYPO), manifest('payments', TYPO));
  expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources.map(({ resourceName }) => resourceName)]))
    .toEqual([['unknown-option', ['orders', 'payments']]]);
});

test('what weighs less is told', async () => {
  const { violations, logged, submitted } = await validated({}, manifest('orders', 'env.java.opts.all: -Xmx1g'));
  expect(violations).toEqual([]);
  expect(logged).toContainEqual(expect.stringMatching(/^warning: FlinkDeployment orders: .* \[jvm-memory-flag\]; fix: /));
  expect(submitted).toMatchObject([['success', {}]]);
});

test('what the operator refuses, or cannot read, is an error like any other', async () => {
  const { violations } = await validated({}, manifest('orders', 'kubernetes.cluster-id: x'), manifest('payments', 'a: b').replace('memory: 4096m', 'memory: 4096'));
  expect(violations.map(({ ruleName, violatingResources: [{ resourceName }] }) => [ruleName, resourceName])).toEqual([
    ['forbidden-key', 'orders'], ['manifest-field', 'payments'],
  ]);
});

test('a reason in the manifest silences it', async () => {
  const { violations, submitted } = await validated(STRICT,
    manifest('orders', TYPO, 'annotations: { acknowledge.cdk8s-flink/unknown-option: "our own reader takes it" }'));
  expect(violations).toEqual([]);
  expect(submitted).toMatchObject([['success', {}]]);
});

test('an operator that is not known is refused', () => expect(refusalOf(() => new FlinkValidation({ operator: '1.9' })).message).toBe(says(
  'this release of the operator is not known [operator-version]', '"1.9"', '1.10, 1.11, 1.12, 1.13, 1.14, 1.15, 1.16',
  'give the release that runs in the cluster, or the nearest of these')));

test.each<[PluginProperties, string, string, string]>([
  [{ packs: ['production', 'strickt'] }, 'packs of the plugin', '"strickt"', 'production, cost, strict'],
  [{ failOn: 'warn' }, 'failOn of the plugin', '"warn"', 'error, warning, info'],
  [{ operatorConfiguration: 'a' }, 'operatorConfiguration of the plugin', 'no fields', 'keys and values, as the operator has them'],
  [{ pack: 'cost' } as PluginProperties, 'the plugin', '"pack"', 'operator, operatorConfiguration, packs, failOn'],
])('%j is refused', (properties, what, got, allowed) => {
  expect(refusalOf(() => new FlinkValidation(properties)).message)
    .toBe(says(`${what} is not what it can be [plugin-property]`, got, allowed, 'correct it under `properties` of the plugin in cdk8s.yaml'));
});
