import * as fc from 'fast-check';
import { readManifest } from '../../../src/operator/manifest/read-manifest';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { Refusal } from '../../../src/refusal';
import { refusalOf, says } from '../../refusals';

const { V1_10, V1_11, V1_12, V1_13, V1_14, V1_15, V1_16 } = OperatorVersion;

function resource(spec: unknown, kind = 'FlinkDeployment'): Record<string, unknown> {
  return { apiVersion: 'flink.apache.org/v1beta1', kind, metadata: { name: 'a' }, spec };
}

function refused(spec: unknown, release = V1_16): string {
  const { code, message } = refusalOf(() => readManifest(resource(spec), release));
  expect(code).toBe('manifest-field');
  return message.split('\n').map((line) => line.trim()).slice(0, 3).join('; ');
}

test('a manifest of each kind keeps what its fields hold', () => {
  const specs = {
    FlinkDeployment: {
      flinkVersion: 'v1_20',
      job: { parallelism: 2, args: ['a'], upgradeMode: 'last-state' },
      taskManager: { resource: { cpu: 0.5, memory: '2g' } },
      flinkConfiguration: { a: { b: [1] } },
      podTemplate: { spec: { containers: [{ name: 'x' }] } },
      ingress: { tls: [{ hosts: ['h'] }] },
    },
    FlinkSessionJob: { deploymentName: 'd', job: { jarURI: 'local:///a.jar' }, restartNonce: 3 },
    FlinkStateSnapshot: { backoffLimit: -1, savepoint: { disposeOnDelete: false }, jobReference: { kind: 'FlinkDeployment', name: 'd' }, checkpoint: {} },
    FlinkBlueGreenDeployment: { configuration: { a: 'b' }, template: { spec: { image: 'i' } } },
  };
  for (const [kind, spec] of Object.entries(specs)) {
    expect(readManifest(resource(spec, kind), V1_16)).toEqual({ kind, manifest: { metadata: { name: 'a' }, spec }, pruned: [] });
  }
});

test('unknown fields and those of later releases are dropped and named', () => {
  const spec = { image: 'i', typo: 1, job: { autoscalerResetNonce: 1, jarUri: 'x' }, ingress: { tls: [{}, { name: 'n' }] }, taskManager: { resources: {} } };
  const pruned = ['spec.typo', 'spec.job.jarUri', 'spec.ingress.tls[1].name'];
  expect(readManifest(resource(spec), V1_16).pruned).toEqual(pruned);
  expect(readManifest(resource(spec), V1_15).pruned).toEqual([...pruned, 'spec.taskManager.resources']);
  expect(readManifest(resource(spec), V1_11).pruned).toEqual([...pruned, 'spec.taskManager.resources']);
  expect(readManifest(resource(spec), V1_10)).toMatchObject({
    manifest: { spec: { image: 'i', job: {}, ingress: { tls: [{}, {}] }, taskManager: {} } },
    pruned: ['spec.typo', 'spec.job.autoscalerResetNonce', 'spec.job.jarUri', 'spec.ingress.tls[1].name', 'spec.taskManager.resources'],
  });
  expect(readManifest({ ...resource({}), data: 1, status: {} }, V1_16).pruned).toEqual(['data']);
});

test('nulls count as absent, except in lists and in free settings', () => {
  expect(readManifest(resource(null), V1_16).manifest.spec).toEqual({});
  expect(readManifest(resource({ job: null, logConfiguration: { a: null, b: 'c' } }), V1_16).manifest.spec).toEqual({ logConfiguration: { b: 'c' } });
  expect(readManifest(resource({ flinkConfiguration: { a: null } }), V1_12).manifest.spec).toEqual({ flinkConfiguration: {} });
  expect(readManifest(resource({ flinkConfiguration: { a: null } }), V1_13).manifest.spec).toEqual({ flinkConfiguration: { a: null } });
  expect(readManifest({ ...resource({}), metadata: { name: 'a', labels: null } }, V1_16).manifest.metadata).toEqual({ name: 'a' });
  expect(refused({ job: { args: [null] } })).toContain('spec.job.args[0]');
});

test('a value of the wrong kind is refused with its path, and text is never shown', () => {
  expect(refusalOf(() => readManifest(resource({ job: { parallelism: '4' } }), V1_16)).message).toBe(says(
    'spec.job.parallelism is not what operator 1.16 reads there [manifest-field]',
    'text', 'a whole number from -2147483648 to 2147483647', 'write it without quotes or unit',
  ));
  expect(refusalOf(() => readManifest(resource({ taskManager: { resource: { memory: 2048 } } }), V1_16)).message).toBe(says(
    'spec.taskManager.resource.memory is not what operator 1.16 reads there [manifest-field]',
    'a whole number', 'text', 'put it in quotes',
  ));
  expect(refusalOf(() => readManifest(resource({ flinkConfiguration: { 's3.secret-key': ['hush'] } }), V1_12)).message).toBe(says(
    'spec.flinkConfiguration.s3.secret-key is not what operator 1.12 reads there [manifest-field]',
    'a list', 'text', 'put it in quotes, under a flat key; operator 1.12 takes no other',
  ));
});

test.each<[spec: object, path: string, got: string, allowed: string]>([
  [{ job: 'x' }, 'spec.job', 'text', 'fields'],
  [{ job: { args: 'x' } }, 'spec.job.args', 'text', 'a list'],
  [{ job: { allowNonRestoredState: 'yes' } }, 'spec.job.allowNonRestoredState', 'text', 'true or false'],
  [{ job: { parallelism: 1.5 } }, 'spec.job.parallelism', 'a number', 'a whole number from -2147483648 to 2147483647'],
  [{ taskManager: { replicas: 2_147_483_648 } }, 'spec.taskManager.replicas', 'a whole number', 'a whole number from -2147483648 to 2147483647'],
  [{ restartNonce: 2 ** 53 }, 'spec.restartNonce', 'a whole number', 'a whole number that no reader rounds, up to 9007199254740991 either way'],
  [{ restartNonce: 2n ** 60n }, 'spec.restartNonce', 'a very large whole number',
    'a whole number that no reader rounds, up to 9007199254740991 either way'],
  [{ jobManager: { resource: { cpu: '500m' } } }, 'spec.jobManager.resource.cpu', 'text', 'a number'],
  [{ jobManager: { resource: { cpu: NaN } } }, 'spec.jobManager.resource.cpu', 'a number that is not finite', 'a number'],
  [{ jobManager: { resources: { limits: { cpu: 0.5 } } } }, 'spec.jobManager.resources.limits.cpu', 'a number', 'a quantity: text or a whole number'],
  [{ jobManager: { resources: { limits: { cpu: '' } } } }, 'spec.jobManager.resources.limits.cpu', 'text', 'a quantity: text or a whole number'],
  [{ jobManager: { resources: { limits: { cpu: '1e3x' } } } }, 'spec.jobManager.resources.limits.cpu', 'text', 'a quantity: text or a whole number'],
  [{ jobManager: { podTemplate: [] } }, 'spec.jobManager.podTemplate', 'a list', 'fields in Kubernetes\' own shape'],
  [{ podTemplate: { n: 2n ** 60n } }, 'spec.podTemplate.n', 'a very large whole number', 'whole numbers up to 9007199254740991 either way'],
  [{ logConfiguration: { a: true } }, 'spec.logConfiguration.a', 'true or false', 'text'],
  [{ flinkConfiguration: 'x' }, 'spec.flinkConfiguration', 'text', 'keys with values'],
  [{ mode: 'yarn' }, 'spec.mode', '"yarn"', 'native, standalone'],
  [{ mode: 1 }, 'spec.mode', 'a whole number', 'native, standalone'],
])('%j is refused at %s', (spec, path, got, allowed) => {
  expect(refused(spec)).toBe(`${path} is not what operator 1.16 reads there [manifest-field]; got      ${got}; allowed  ${allowed}`);
});

test.each<[spec: object, release: OperatorVersion]>([
  [{ flinkConfiguration: { 's3.secret-key': 987654321 } }, V1_12],
  [{ flinkConfiguration: { 's3.secret-key': 98765432100000000000n } }, V1_16],
  [{ podTemplate: { spec: { containers: [{ env: [{ name: 'PIN', value: 987654321 }] }] } } }, V1_16],
  [{ podTemplate: { spec: { containers: [{ env: [{ name: 'PIN', valueFrom: [98765432100000000000n] }] }] } } }, V1_16],
  [{ podTemplate: { metadata: { annotations: { pin: 0.987654321 } } } }, V1_16],
  [{ job: { args: ['--password', 987654321] } }, V1_16],
  [{ job: { parallelism: 9876543210 } }, V1_16],
  [{ taskManager: { resources: { limits: { cpu: 0.987654321 } } } }, V1_16],
  [{ mode: 987654321 }, V1_16],
  [{ image: 987654321 }, V1_16],
])('%#: a number may be a secret and is never shown', (spec, release) => {
  expect(refusalOf(() => readManifest(resource(spec), release)).message).not.toContain('98765');
});

test('each release lets the versions of Flink through that its chart knows', () => {
  const newest = [[V1_10, 'v1_20', 'v2_0'], [V1_11, 'v2_0', 'v2_1'], [V1_12, 'v2_0', 'v2_1'], [V1_13, 'v2_2', 'v2_3'], [V1_14, 'v2_2', 'v2_3'],
    [V1_15, 'v2_2', 'v2_3'], [V1_16, 'v2_4', 'v2_5']] as const;
  for (const [release, last, next] of newest) {
    expect(readManifest(resource({ flinkVersion: last }), release).manifest.spec).toEqual({ flinkVersion: last });
    expect(refused({ flinkVersion: next }, release)).toContain(`got      "${next}"`);
    expect(readManifest(resource({ flinkVersion: 'v1_13' }), release).manifest.spec).toEqual({ flinkVersion: 'v1_13' });
  }
});

test('a whole number too large for ours keeps its digits among the settings', () => {
  const read = (value: bigint) => readManifest(resource({ flinkConfiguration: { a: [{ b: value }], c: 'd' } }), V1_16).manifest.spec;
  expect(read(2n ** 63n - 1n)).toEqual({ flinkConfiguration: { a: [{ b: '9223372036854775807' }], c: 'd' } });
  const { message } = refusalOf(() => read(2n ** 63n));
  expect(message).toContain('spec.flinkConfiguration.a[0].b is not');
  expect(message).toContain('got      a very large whole number\n');
});

test.each<[value: unknown, what: string]>([
  [null, 'a manifest is not what it must be'],
  [[], 'a manifest is not what it must be'],
  [{}, 'apiVersion is not'],
  [{ ...resource({}), apiVersion: 'flink.apache.org/v1' }, 'apiVersion is not'],
  [{ ...resource({}), kind: 'FlinkJob' }, 'kind is not'],
  [{ ...resource({}), kind: 'constructor' }, 'kind is not'],
  [{ ...resource({}), metadata: undefined }, 'metadata is not'],
  [{ ...resource({}), metadata: {} }, 'metadata.name is not'],
  [{ ...resource({}), metadata: { name: '' } }, 'metadata.name is not'],
  [{ ...resource({}), metadata: { name: 'a', namespace: 1 } }, 'metadata.namespace is not'],
  [{ ...resource({}), metadata: { name: 'a', labels: { b: 1 } } }, 'metadata.labels.b is not'],
])('%j is no manifest', (value, what) => {
  const { code, message } = refusalOf(() => readManifest(value, V1_16));
  expect([code, message.startsWith(what)]).toEqual(['manifest-field', true]);
});

test('a name that the API server will make is a name', () => {
  const named = (metadata: object) => readManifest({ ...resource({}), metadata }, V1_16).manifest.metadata.name;
  expect(named({ generateName: 'nightly-' })).toBe('nightly-xxxxx');
  expect(named({ name: '', generateName: 'nightly-' })).toBe('nightly-xxxxx');
  expect(named({ name: 'a', generateName: 'nightly-' })).toBe('a');
  expect(named({ generateName: 'n'.repeat(80) })).toHaveLength(63);
  expect(() => named({ generateName: '' })).toThrow('metadata.name is not');
  expect(() => named({ generateName: 1 })).toThrow('metadata.name is not');
});

test('blue/green deployments are from 1.14', () => {
  expect(readManifest(resource({}, 'FlinkBlueGreenDeployment'), V1_14).kind).toBe('FlinkBlueGreenDeployment');
  expect(refusalOf(() => readManifest(resource({}, 'FlinkBlueGreenDeployment'), V1_13)).message).toBe(says(
    'kind is not what operator 1.13 reads there [manifest-field]', '"FlinkBlueGreenDeployment"',
    'FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot', 'FlinkBlueGreenDeployment needs operator 1.14',
  ));
});

test('names from the prototype are ordinary names', () => {
  const spec = JSON.parse('{ "__proto__": { "image": "evil" }, "constructor": 1, "flinkConfiguration": { "__proto__": { "a": 1 }, "toString": "b" }, "job": {} }');
  const { manifest, pruned } = readManifest(resource(spec), V1_16);
  expect(pruned).toEqual(['spec.__proto__', 'spec.constructor']);
  expect('image' in manifest.spec).toBe(false);
  expect(JSON.stringify(manifest.spec)).toBe('{"flinkConfiguration":{"__proto__":{"a":1},"toString":"b"},"job":{}}');
  expect(Object.keys(readManifest(resource(JSON.parse('{ "logConfiguration": { "__proto__": "x", "n": null } }')), V1_16).manifest.spec.constructor)).toEqual([]);
  expect(({} as any).image).toBeUndefined();
});

test('what nests too deeply, or in itself, is refused', () => {
  const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) });
  const self: Record<string, unknown> = {};
  self.self = self;
  expect(readManifest(resource({ podTemplate: deep(99) }), V1_16).manifest.spec).toEqual({ podTemplate: deep(99) });
  for (const podTemplate of [deep(100), deep(5_000), self]) {
    expect(refusalOf(() => readManifest(resource({ podTemplate }), V1_16)).message).toBe(says(
      'spec.podTemplate is not what operator 1.16 reads there [manifest-depth]', 'more than 100 levels in it', 'at most 100 levels', 'write it flatter',
    ));
  }
});

test('any value is read or refused, and what was read reads the same again', () => {
  const releases = fc.constantFrom(V1_10, V1_13, V1_16);
  const kinds = fc.constantFrom('FlinkDeployment', 'FlinkSessionJob', 'FlinkStateSnapshot', 'FlinkBlueGreenDeployment');
  const fields = fc.dictionary(fc.constantFrom('job', 'image', 'ingress', 'tls', 'template', 'spec', 'savepoint', '__proto__', 'args', 'flinkConfiguration',
    'taskManager', 'resource', 'memory', 'parallelism'), fc.jsonValue({ maxDepth: 4 }));
  const anything = fc.oneof(fc.jsonValue(), fc.tuple(kinds, fc.oneof(fields, fc.jsonValue())).map(([kind, spec]) => resource(spec, kind)));
  fc.assert(fc.property(anything, releases, (value, release) => {
    try {
      const { kind, manifest } = readManifest(value, release);
      const again = readManifest({ apiVersion: 'flink.apache.org/v1beta1', kind, ...manifest }, release);
      expect(again).toEqual({ kind, manifest, pruned: [] });
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
    }
  }), { numRuns: 2_000 });
});
