import * as fc from 'fast-check';
import { flinkConfiguration, rarely } from './admission-settings';
import { ingressTemplates, jarUris, quantities } from './admission-texts';
import { OperatorVersion } from '../src/operator/operator-version';

export type Resource = Record<string, any>;

const versions = (release: OperatorVersion) => {
  const newest = release.minorLine === '1.10' ? [] : ['v2_0', ...(release._isAtLeast(OperatorVersion.V1_13) ? ['v2_1', 'v2_2'] : []),
    ...(release._isAtLeast(OperatorVersion.V1_16) ? ['v2_3', 'v2_4'] : [])];
  return fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom('v1_15', 'v1_17', 'v1_18', 'v1_19', 'v1_20', ...newest) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, 'v1_13', 'v1_14', 'v1_12', 'v9_0', '1.20') },
  );
};
const names = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom('a', 'orders-dedup', 'x9', 'a'.repeat(45)) },
  { weight: 1, arbitrary: fc.constantFrom('a'.repeat(46), '0-dedup', 'dedup-', 'Dedup', 'de.dup', 'de_dup', '') },
);
const counts = fc.constantFrom(1, 2, 4, 0, -1);
const amounts = (...usual: (string | number)[]) => fc.dictionary(
  fc.constantFrom('memory', 'memory', 'cpu', 'ephemeral-storage', 'nvidia.com/gpu'), fc.oneof(quantities, fc.constantFrom(...usual)), { maxKeys: 3 });
const requirements = fc.record({
  requests: amounts(1, 0.5, 2, 0, -1),
  limits: amounts('4Gi', '2', 1, 8),
}, { requiredKeys: [] });
/** Given, or once in a while left out. */
export const mostlyGiven = (given: fc.Arbitrary<Resource>, weight = 25): fc.Arbitrary<Resource | undefined> =>
  fc.oneof({ weight, arbitrary: given }, { weight: 1, arbitrary: fc.constant(undefined) });

const role = (release: OperatorVersion) => mostlyGiven(fc.record({
  replicas: rarely<number | undefined>(counts, undefined, 10),
  resource: mostlyGiven(fc.record({
    cpu: fc.constantFrom(undefined, 1, 0.5),
    memory: rarely<string | undefined>(fc.oneof(quantities, fc.constantFrom(undefined, '', ' ')), '2048m', 20),
    ephemeralStorage: rarely<string | undefined>(quantities, undefined, 15),
  })),
  resources: release._isAtLeast(OperatorVersion.V1_16) ? rarely<Resource | undefined>(requirements, undefined, 8) : fc.constant(undefined),
}));

const job: fc.Arbitrary<Resource> = fc.record({
  jarURI: fc.constantFrom(undefined, 'local:///opt/job.jar'),
  parallelism: rarely<number | undefined>(fc.constantFrom(0, -1, undefined), 2, 12),
  upgradeMode: rarely<string | undefined>(fc.constantFrom('LAST_STATE', 'other'), 'stateless', 30)
    .chain((mode) => (mode === 'stateless' ? fc.constantFrom('stateless', 'stateless', undefined, undefined, 'savepoint', 'last-state') : fc.constant(mode))),
  state: rarely<string | undefined>(fc.constantFrom('suspended', 'paused'), undefined, 30),
  savepointTriggerNonce: rarely<number | undefined>(fc.constant(1), undefined),
});

const ingress = fc.record({ template: fc.oneof({ weight: 9, arbitrary: ingressTemplates }, { weight: 1, arbitrary: fc.constant(undefined) }) });

const namespaces = fc.constantFrom(undefined, 'default', 'team-a');

/** The same options as nested YAML, as far as no key is the beginning of another; only operators from 1.13 on read that. */
function nested(options: Record<string, string>): Resource {
  const tree: Resource = {};
  for (const [key, text] of Object.entries(options)) {
    const at = key.indexOf('.');
    const [first, rest] = [key.slice(0, at), key.slice(at + 1)];
    tree[first] = { ...tree[first], [rest]: /^[0-9]{1,9}$/.test(text) ? Number(text) : text };
  }
  return tree;
}

export function deployment(release: OperatorVersion): fc.Arbitrary<Resource> {
  return fc.record({
    metadata: fc.record({ name: names, namespace: namespaces }),
    spec: fc.record({
      image: fc.constantFrom(undefined, 'flink:1.20'),
      flinkVersion: versions(release),
      serviceAccount: rarely<string | undefined>(fc.constantFrom(undefined, ''), 'flink', 15),
      mode: rarely<string | undefined>(fc.constantFrom('native', 'standalone', 'other'), undefined, 20),
      flinkConfiguration: fc.oneof({ weight: 8, arbitrary: flinkConfiguration }, { weight: 1, arbitrary: flinkConfiguration.map(nested) }),
      logConfiguration: rarely<Resource | undefined>(
        fc.constantFrom({ 'log4j-console.properties': 'x' }, { 'logback-console.xml': 'x' }, { 'log4j.properties': 'x' }, {}), undefined, 15),
      ingress: rarely<Resource | undefined>(ingress, undefined, 5),
      job: fc.oneof({ weight: 3, arbitrary: job }, { weight: 1, arbitrary: fc.constant(undefined) }),
      jobManager: role(release),
      taskManager: role(release),
    }),
  });
}

export const session = (release: OperatorVersion): fc.Arbitrary<Resource> => fc.record({
  metadata: fc.record({ name: rarely(fc.constant('other'), 'session', 15), namespace: fc.constant('default') }),
  spec: fc.record({
    flinkVersion: fc.constantFrom('v1_19', 'v1_20', ...(release._isAtLeast(OperatorVersion.V1_11) ? ['v2_0'] : [])),
    flinkConfiguration,
    serviceAccount: fc.constant('flink'),
    job: rarely<Resource | undefined>(job, undefined, 15),
  }),
});
export const sessionJob: fc.Arbitrary<Resource> = fc.record({
  metadata: fc.record({ name: fc.constant('job'), namespace: namespaces }),
  spec: fc.record({
    deploymentName: rarely<string>(names, 'session', 20),
    flinkConfiguration: fc.oneof(fc.constant(undefined), flinkConfiguration),
    job: mostlyGiven(fc.tuple(job, rarely<string | undefined>(jarUris, undefined, 3)).map(([fields, jarURI]) => ({ ...fields, jarURI })), 12),
  }),
});

export const snapshot: fc.Arbitrary<Resource> = fc.record({
  metadata: fc.record({ name: fc.constant('snapshot') }),
  spec: fc.record({
    checkpoint: fc.constantFrom(undefined, undefined, {}),
    savepoint: fc.constantFrom(undefined, {}, { path: 's3://b/s' }, { alreadyExists: true, path: 's3://b/s' }, { alreadyExists: false }),
    jobReference: fc.constantFrom(undefined, { kind: 'FlinkDeployment', name: 'a' }),
  }),
});
