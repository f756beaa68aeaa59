import { Duration, Size } from 'cdk8s';
import { TaintEffect } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { Cpu, EnvironmentVariable, MountedVolume, NodeAffinity, PodSecurity, Toleration, TopologySpread } from '../../src';
import { Drawn, making, mostly, named, one, some } from '../making';

const labels = mostly(one<Record<string, string>>({ team: 'streams' }, { 'team': 'streams', 'example.com/tier': 'gold' }), one({ app: 'mine' }, { component: 'x' }));
const annotations = one<Record<string, string>>({ 'example.com/owner': 'a:b' }, { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false' });
const environment = fc.uniqueArray(one('TZ', 'AWS_REGION', 'LD_PRELOAD', 'A_TOKEN'), { minLength: 1, maxLength: 3 }).chain((names) => fc.tuple(...names.map((name) => fc.oneof(
  making(one('x', 'a b', ''), (value) => EnvironmentVariable.literal(name, value)),
  making(named('credentials'), (secret) => EnvironmentVariable.fromSecret(name, secret.name, 'key')),
  making(one('settings'), (map) => EnvironmentVariable.fromConfigMap(name, map, 'key')),
  making(one('status.podIP', 'metadata.name'), (path) => EnvironmentVariable.fromField(name, path)),
))));
const volumes = fc.subarray([
  making(one({ name: 'scratch', mountPath: '/scratch', sizeLimit: Size.gibibytes(1) }), MountedVolume.emptyDir),
  making(named('rules'), (map) => MountedVolume.configMap(map, { name: 'rules', mountPath: '/opt/rules' })),
  making(named('keys'), (secret) => MountedVolume.secret(secret, { name: 'keys', mountPath: '/opt/keys', subPath: 'key' })),
  making(named('models'), (claim) => MountedVolume.claim(claim, { name: 'models', mountPath: '/models', readOnly: true })),
], { minLength: 1, maxLength: 3 }).chain((chosen) => fc.tuple(...chosen));
const ofContainer = {
  command: one(['/bin/sh', '-c']), args: one(['sleep 1']), environment, user: mostly(one(1_000, 65_534), one(0)), readOnlyRootFilesystem: fc.boolean(),
};
const amounts = { image: one('registry.example.com/side:1'), cpu: one(0.05, 0.5).map(Cpu.cores), memory: one(32, 256).map(Size.mebibytes) };
const raw = mostly(one<Record<string, unknown>>(
  { spec: { hostAliases: [{ ip: '10.1.1.1', hostnames: ['db'] }] } },
  { spec: { dnsPolicy: 'ClusterFirst', containers: [{ name: 'flink-main-container', lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } } }] } },
  { metadata: { annotations: { 'example.com/raw': 'yes' } } },
), one<Record<string, unknown>>({ spec: { hostNetwork: true } }, { spec: { containers: [{ name: 'flink-main-container', image: 'other' }] } }));

/** A few of everything that pods can be asked for. */
export const anyPods: Drawn = some({
  labels,
  annotations,
  environment,
  volumes,
  initContainers: fc.tuple(some(ofContainer, 2, { ...amounts, name: mostly(one('fetch'), one('Fetch', 'flink-main-container')) })),
  sidecars: fc.tuple(some({ ...ofContainer, startsFirst: fc.boolean() }, 2, { ...amounts, name: mostly(one('proxy'), one('flink-main-container')) })),
  imagePullSecrets: fc.tuple(named('registry')),
  priorityClassName: one('streaming'),
  terminationGracePeriod: one(30, 120).map(Duration.seconds),
  topologySpread: fc.tuple(
    making(mostly(one({}, { maxSkew: 2, required: true }), one({ maxSkew: 0 })), TopologySpread.acrossZones),
    making(one({}), TopologySpread.acrossNodes),
  ),
  nodeAffinity: fc.tuple(fc.oneof(
    making(mostly(one(['flink']), one<string[]>([])), (values) => NodeAffinity.required('cfk-cr', values)),
    making(mostly(fc.integer({ min: 1, max: 100 }), one(0)), (weight) => NodeAffinity.preferred(weight, 'disk', ['ssd', 'nvme'])),
  )),
  tolerations: fc.tuple(fc.oneof(
    making(one(...Object.values(TaintEffect)), (effect) => Toleration.equal('dedicated', 'flink', effect)), making(one('spot'), (key) => Toleration.exists(key)),
  )),
  runtimeClassName: one('gvisor'),
  schedulerName: one('batch'),
  ephemeralStorage: one(2, 20).map(Size.gibibytes),
  fileSystemGroup: one(9_999, 2_000),
  raw,
}, 4);

export const anyPodSecurity: Drawn = mostly(fc.oneof(
  making(some({
    user: mostly(one(9_999, 1_000), one(0)),
    group: one(9_999, 2_000),
    readOnlyRootFilesystem: some({ logs: one(1, 4).map(Size.gibibytes) }, 1, { temporary: one(1, 2).map(Size.gibibytes) }),
  }, 3), PodSecurity.restricted),
  making(one('the image needs root'), (reason) => PodSecurity.ofImage({ reason })),
), making(one(''), (reason) => PodSecurity.ofImage({ reason })));
