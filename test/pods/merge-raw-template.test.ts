import { Size } from 'cdk8s';
import fc from 'fast-check';
import { RESTRICTED, UNRESTRICTED } from './roles';
import { PodRole, podTemplate } from '../../src/pods/pod-template';
import { refusalOf, says } from '../refusals';
import { Cpu, EnvironmentVariable, MountedVolume, PodContribution } from 'cdk8s-flink';

const BASE: PodContribution = {
  labels: { team: 'a' },
  environment: [EnvironmentVariable.literal('LEVEL', 'info')],
  volumes: [MountedVolume.emptyDir({ name: 'scratch', mountPath: '/scratch', sizeLimit: Size.gibibytes(1) })],
  sidecars: [{ name: 'shipper', image: 'shipper:1', cpu: Cpu.cores(1), memory: Size.gibibytes(1) }],
};
const merged = (raw: Record<string, unknown>): any => podTemplate([BASE, { raw }], UNRESTRICTED);
const plain: any = podTemplate([BASE], UNRESTRICTED);

test('maps are merged, named things by their names, other lists replaced', () => {
  const { metadata, spec } = merged({
    metadata: { labels: { owner: 'b' }, annotations: { note: 'c' } },
    spec: {
      dnsConfig: { nameservers: ['10.0.0.1'] },
      containers: [
        { name: 'shipper', args: ['--all'], image: 'shipper:2' },
        { name: 'flink-main-container', env: [{ name: 'LEVEL', value: 'debug' }, { name: 'MORE', value: '1' }], volumeMounts: [{ name: 'scratch', mountPath: '/other' }] },
      ],
      volumes: [{ name: 'scratch', emptyDir: { medium: 'Memory' } }, { name: 'keys', secret: { secretName: 'keys' } }],
    },
  });
  const [main, shipper] = plain.spec.containers;
  expect(metadata).toEqual({ labels: { team: 'a', owner: 'b' }, annotations: { note: 'c' } });
  expect(spec).toEqual({
    containers: [
      { ...main, env: [{ name: 'LEVEL', value: 'debug' }, { name: 'MORE', value: '1' }], volumeMounts: [...main.volumeMounts, { name: 'scratch', mountPath: '/other' }] },
      { ...shipper, args: ['--all'], image: 'shipper:2' },
    ],
    volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } }, { name: 'keys', secret: { secretName: 'keys' } }],
    dnsConfig: { nameservers: ['10.0.0.1'] },
  });
});

test('a template over itself changes nothing, and so does none', () => {
  const { containers, ...rest } = plain.spec;
  const harmless = containers.map(({ resources, ...container }: any) => container);
  expect(merged({ metadata: plain.metadata, spec: { ...rest, containers: harmless } })).toEqual(plain);
  expect(merged({})).toEqual(plain);
});

const anything = fc.jsonValue({ maxDepth: 2 });
const word = fc.constantFrom(
  'metadata', 'labels', 'spec', 'containers', 'initContainers', 'name', 'image', 'resources', 'requests', 'cpu', 'args', 'app', 'restartPolicy',
  'securityContext', 'capabilities', 'drop', 'volumes', 'ports', 'other',
);
const fields = fc.letrec<{ value: unknown; fields: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, anything, tie('fields'), fc.constantFrom('flink-main-container', 'shipper'), fc.array(tie('fields'), { maxLength: 2 })),
  fields: fc.dictionary(word, tie('value'), { maxKeys: 3, noNullPrototype: true }),
})).fields;
const named = (list: unknown) => (Array.isArray(list) ? list : []) as any[];

const roles: [string, PodRole][] = [['restricted', RESTRICTED], ['unrestricted', UNRESTRICTED]];
test.each(roles)('whatever is raw in %s pods is refused, or Flink\'s container, all amounts and the containers there are stay', (_, role) => {
  const container = fc.tuple(fc.constantFrom('flink-main-container', 'shipper', 'stranger'), fields).map(([name, rest]) => ({ ...rest, name }));
  const spec = fc.tuple(fields, fc.array(container, { maxLength: 2 })).map(([rest, containers]) => ({ ...rest, containers }));
  const raw = fc.record({ metadata: fields, spec }, { requiredKeys: [] });
  let accepted = 0;
  fc.assert(fc.property(fc.noBias(raw), (some) => {
    let made: any;
    try {
      made = podTemplate([BASE, { raw: some as Record<string, unknown> }], role);
    } catch (error) {
      expect((error as Error).message).toMatch(/\[(raw-pod-field|flink-label|pod-security)\]/);
      return;
    }
    accepted += 1;
    expect(named(made.spec.containers).map(({ name }) => name)).toEqual(['flink-main-container', 'shipper']);
    const [main, shipper] = made.spec.containers;
    const decidedElsewhere = [main.image, main.command, main.args, made.spec.restartPolicy, made.metadata?.labels?.app];
    expect(decidedElsewhere.filter((value) => value !== undefined)).toEqual([]);
    expect([main.resources?.requests?.cpu, shipper.resources.requests.cpu, shipper.resources.limits.memory]).toEqual([undefined, '1', '1Gi']);
  }), { numRuns: 1000 });
  expect(accepted).toBeGreaterThan(100);
});

const inMain = (container: object) => ({ spec: { containers: [{ name: 'flink-main-container', ...container }] } });
const decided = 'of a raw pod template is decided elsewhere [raw-pod-field]';
const free = 'what nothing else decides';
test.each<[string, object, [string, string, string, string]]>([
  ['memory of Flink', inMain({ resources: { limits: { memory: '4Gi' } } }),
    [`spec.containers[flink-main-container].resources.limits.memory ${decided}`, '"4Gi"', free, 'set cpu and memory of `jobManager` or `taskManager`']],
  ['CPU of a sidecar', { spec: { containers: [{ name: 'shipper', resources: { requests: { cpu: 1 } } }] } },
    [`spec.containers[shipper].resources.requests.cpu ${decided}`, '1', free, 'set `cpu` and `memory` of the container']],
  ['Flink\'s image', inMain({ image: 'other:1' }), [`spec.containers[flink-main-container].image ${decided}`, '"other:1"', free, 'set image of the cluster']],
  ['Flink\'s command', inMain({ command: ['sleep'] }), [`spec.containers[flink-main-container].command ${decided}`, 'a list', free, 'remove it; Flink starts itself']],
  ['the restart policy', { spec: { restartPolicy: 'Always' } }, [`spec.restartPolicy ${decided}`, '"Always"', free, 'remove it; Flink decides it by the role']],
  ['the account', { spec: { serviceAccountName: 'other' } }, [`spec.serviceAccountName ${decided}`, '"other"', free, 'set serviceAccount of the cluster']],
  ['the node\'s network', { spec: { hostNetwork: true } },
    [`spec.hostNetwork ${decided}`, 'true', free, 'set kubernetes.hostnetwork.enabled in flinkConfiguration, which Flink writes over it']],
  ['a pod\'s name', { metadata: { name: 'some-pod' } }, [`metadata.name ${decided}`, '"some-pod"', free, 'remove it; Flink names its pods']],
  ['a container that nobody counts', { spec: { containers: [{ name: 'stranger', image: 'some:1' }] } },
    ['spec.containers has no container of this name to change [raw-pod-field]', '"stranger"', 'flink-main-container, shipper',
      'add it by `sidecars` or `initContainers`, so that its CPU and memory are counted']],
  ['an init container that nobody counts', { spec: { initContainers: [{ image: 'some:1' }] } },
    ['spec.initContainers has no container of this name to change [raw-pod-field]', 'undefined', 'none',
      'add it by `sidecars` or `initContainers`, so that its CPU and memory are counted']],
  ['text for a list', { spec: { containers: 'shipper' } },
    ['spec.containers of a raw pod template is a list [raw-pod-field]', '"shipper"', 'a list', 'correct it, or remove it']],
  ['a list for a map', { metadata: { labels: ['a'] } },
    ['metadata.labels of a raw pod template is a map [raw-pod-field]', 'a list', 'fields with values', 'correct it, or remove it']],
  ['nothing for a list', { spec: { volumes: null } },
    ['raw.spec.volumes of a raw pod template is a list [raw-pod-field]', 'null', 'a list', 'correct it, or remove it']],
  ['Flink\'s label', { metadata: { labels: { app: 'mine' } } },
    ['app is a label of Flink\'s own, and Flink overwrites it [flink-label]', 'label app', 'labels but app, component, type', 'for example app.kubernetes.io/name or app.kubernetes.io/part-of']],
])('%s is refused', (_, raw, text) => expect(refusalOf(() => merged(raw as Record<string, unknown>)).message).toBe(says(...text)));

test.each(['app', 'component', 'type'])('label %s is refused among labels too', (name) => {
  expect(refusalOf(() => podTemplate([{ labels: { [name]: 'x' } }], UNRESTRICTED)).message).toBe(says(
    `${name} is a label of Flink's own, and Flink overwrites it [flink-label]`, `label ${name}`, 'labels but app, component, type', 'for example app.kubernetes.io/name or app.kubernetes.io/part-of',
  ));
});

test('nothing stands under a null of the same container that comes twice', () => {
  const containers = [{ name: 'shipper', securityContext: null }, { name: 'shipper', securityContext: { runAsUser: 1000 } }];
  const { spec } = podTemplate([BASE, { raw: { spec: { containers } } }], UNRESTRICTED) as { spec: { containers: Record<string, unknown>[] } };
  expect(spec.containers.find(({ name }) => name === 'shipper')).toMatchObject({ securityContext: { runAsUser: 1000 } });
});
