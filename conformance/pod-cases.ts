import * as fc from 'fast-check';
import { Question } from './answers';
import { podTemplate, some } from './pod-template-cases';
import { FlinkVersion } from '../src/flink/flink-version';
import { OperatorVersion } from '../src/operator/operator-version';

const entries = fc.constantFrom(
  'team:streams', 'team:streams,tier:gold', ' team : streams , tier : gold ', 'example.com/owner:\'a:b\'', '"\'a,b\':c"', 'app:mine,component:x,type:y', 'a:1,b:2,c:3,d:4,e:5,f:6',
);
const brokenEntries = fc.constantFrom('team', '"a,b":c', 'a:b:c', 'a:1,a:2', '\'a:1', '\'a\'b:1');
const factor = fc.oneof({ weight: 30, arbitrary: fc.constantFrom('1.0', '1', '1.5', '2', '1.1', '1.25d', '3.3333333', '1e1') }, { weight: 1, arbitrary: fc.constantFrom('0.9', 'x', '-1') });
const cpu = fc.oneof(fc.constantFrom(0.1, 0.25, 0.5, 1, 1.5, 2, 4, 0.3), fc.double({ min: 0.01, max: 64, noNaN: true }));
const memory = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 1_200, max: 16_384 }).map((mebibytes) => `${mebibytes}m`) },
  { weight: 8, arbitrary: fc.constantFrom('2Gi', '4g', '2048 mb', '2000000000') },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 1_000 }).map((mebibytes) => `${mebibytes}m`) },
);
const quantity = fc.constantFrom('2Gi', '500M', '10Gi', '1');
const port = fc.oneof({ weight: 20, arbitrary: fc.constantFrom('0', '9999', '6130') }, { weight: 1, arbitrary: fc.constantFrom('50100-50200', '-1') });

/** No two of one bucket: their order hangs on the size of the whole configuration, which nobody can foresee. */
const VARIABLES = ['A', 'B_LONGER', 'LD_PRELOAD', 'ENABLE_BUILT_IN_PLUGINS', 'TZ', 'AWS_REGION', 'Aa', 'FLINK_PROPERTIES'];

/** Options of one role, and those that both share. */
const roleOptions = (role: string, containerized: string): Record<string, [number, fc.Arbitrary<string>]> => ({
  [`kubernetes.${role}.labels`]: [20, entries],
  [`kubernetes.${role}.labels.prefixed`]: [4, fc.constant('yes')],
  [`kubernetes.${role}.annotations`]: [20, fc.oneof({ weight: 15, arbitrary: entries }, { weight: 1, arbitrary: brokenEntries })],
  [`kubernetes.${role}.node-selector`]: [15, entries],
  [`kubernetes.${role}.tolerations`]: [20, fc.constantFrom(
    'key:dedicated,operator:Equal,value:flink,effect:NoSchedule', 'key:a,operator:Exists;key:b,OPERATOR:Exists,tolerationSeconds:60,other:x', 'operator:Exists')],
  [`kubernetes.${role}.cpu.limit-factor`]: [25, factor],
  [`kubernetes.${role}.memory.limit-factor`]: [25, factor],
  [`kubernetes.${role}.cpu.amount`]: [15, fc.constantFrom('0.5', '2', '3.75', '0.30000000000000004')],
  [`kubernetes.${role}.cpu`]: [5, fc.constant('2.5')],
  [`kubernetes.${role}.service-account`]: [10, fc.constant('role-account')],
  [`kubernetes.${role}.entrypoint.args`]: [10, fc.constant('-Dx=y')],
  ...Object.fromEntries(VARIABLES
    .map((variable) => [`containerized.${containerized}.env.${variable}`, [15, fc.constantFrom('x', 'a b', '')]])),
});

const options: Record<string, [number, fc.Arbitrary<string>]> = {
  ...roleOptions('jobmanager', 'master'),
  ...roleOptions('taskmanager', 'taskmanager'),
  'taskmanager.cpu.cores': [8, fc.constantFrom('1.5', '0.123456789', '2', '1e-3', '3', '4', '-1')],
  'taskmanager.numberOfTaskSlots': [60, fc.integer({ min: 1, max: 8 }).map(String)],
  'kubernetes.secrets': [25, fc.constantFrom('db:/opt/db', 'db:/opt/db,s3:/opt/s3,kafka:/opt/kafka,z:/z', 'Aa:/a,BB:/b,s3:/c')],
  'kubernetes.env.secretKeyRef': [25, fc.constantFrom('env:USER,secret:db,key:user', 'env:USER,secret:db,key:user;env:PASSWORD,secret:db,key:password')],
  'kubernetes.container.image.pull-secrets': [20, fc.constantFrom('registry', 'registry; mirror ;', '')],
  'kubernetes.container.image.pull-policy': [10, fc.oneof({ weight: 9, arbitrary: fc.constantFrom('always', 'Never', 'IFNOTPRESENT') }, { weight: 1, arbitrary: fc.constant('Sometimes') })],
  'kubernetes.container.image': [5, fc.constantFrom('older:1', ' ')],
  'kubernetes.service-account': [10, fc.constant('shared')],
  'kubernetes.hostnetwork.enabled': [10, fc.constantFrom('true', 'false', 'TRUE')],
  'kubernetes.entry.path': [10, fc.constant('/opt/entry.sh')],
  'kubernetes.flink.conf.dir': [8, fc.constant('/etc/flink')],
  'kubernetes.flink.log.dir': [10, fc.constant('/var/log/flink')],
  'kubernetes.hadoop.conf.config-map.name': [10, fc.constantFrom('hadoop', ' hadoop ', ' ')],
  'kubernetes.rest-service.exposed.type': [20, fc.constantFrom('NodePort', 'LoadBalancer', 'Headless_ClusterIP', 'clusterip')],
  'kubernetes.rest-service.annotations': [15, entries],
  'kubernetes.internal-service.annotations': [15, entries],
  'kubernetes.jobmanager.replicas': [3, fc.constantFrom('2', '0')],
  'kubernetes.operator.pod-template.merge-arrays-by-name': [45, fc.constantFrom('true', 'true', 'false')],
  'kubernetes.operator.jm-deployment.startup.probe.enabled': [25, fc.constantFrom('false', 'true')],
  'high-availability.type': [25, fc.constantFrom('kubernetes', 'kubernetes', 'NONE', 'standalone', 'com.example.Factory')],
  'high-availability': [2, fc.constantFrom('zookeeper', 'none')],
  'high-availability.storageDir': [25, fc.constant('s3://bucket/ha')],
  'rest.port': [10, fc.constantFrom('8082', '9000')],
  'rest.bind-port': [8, port],
  'blob.server.port': [8, port],
  'taskmanager.rpc.port': [8, port],
  'jobmanager.rpc.port': [8, fc.constantFrom('6200')],
  'high-availability.jobmanager.port': [4, port],
  'user.artifacts.base-dir': [8, fc.constant('/artifacts')],
  'external-resources': [20, fc.constantFrom('gpu', 'gpu;fpga', 'fpga;gpu;other', 'none')],
  'external-resource.gpu.amount': [60, fc.constantFrom('1', '2', '0')],
  'external-resource.gpu.kubernetes.config-key': [60, fc.constant('nvidia.com/gpu')],
  'external-resource.fpga.amount': [50, fc.constant('3')],
  'external-resource.fpga.kubernetes.config-key': [50, fc.constantFrom('example.com/fpga', 'nvidia.com/gpu', ' ')],
  'external-resource.other.amount': [40, fc.constant('7')],
  'execution.savepoint.path': [8, fc.constant('s3://bucket/savepoint')],
  'taskmanager.memory.managed.fraction': [15, fc.constantFrom('0.1', '0.5')],
  'taskmanager.memory.jvm-metaspace.size': [10, fc.constant('300m')],
  'jobmanager.memory.flink.size': [4, fc.constant('1400m')],
  'taskmanager.memory.flink.size': [6, fc.constant('1300m')],
};

const resource = some({ cpu: [75, cpu], memory: [99, memory], ephemeralStorage: [30, fc.oneof(quantity, fc.constant(' '))] });
const resources = some({
  requests: [90, some({ 'cpu': [60, fc.constantFrom('500m', 1, '2')], 'memory': [97, fc.constantFrom('2Gi', '1500Mi', '4Gi')], 'ephemeral-storage': [40, quantity], 'nvidia.com/gpu': [20, fc.constant(1)] })],
  limits: [60, some({ 'cpu': [60, fc.constantFrom('4', '2500m')], 'memory': [90, fc.constantFrom('4Gi', '6Gi')], 'ephemeral-storage': [40, quantity], 'nvidia.com/gpu': [20, fc.constant(1)] })],
});
const role = (replicas: fc.Arbitrary<number>) => some({
  resource: [98, resource], resources: [25, resources], podTemplate: [45, podTemplate], replicas: [15, replicas],
});

const FLINK = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_2, FlinkVersion.V2_3];

const specFor = (release: OperatorVersion) => some({
  image: [85, fc.constantFrom('registry.example.com/job:1', 'flink:2.2')],
  imagePullPolicy: [25, fc.constantFrom('Always', 'IfNotPresent')],
  serviceAccount: [85, fc.constantFrom('flink', 'jobs')],
  flinkVersion: [100, fc.constantFrom(...FLINK.filter((version) => release.newestFlink.isAtLeast(version)).map(({ operatorName }) => operatorName))],
  mode: [55, fc.constantFrom('standalone', 'standalone', 'native')],
  flinkConfiguration: [100, some(options)],
  logConfiguration: [30, fc.constantFrom({}, { 'log4j-console.properties': 'a' }, { 'logback-console.xml': 'b' }, { 'log4j-console.properties': 'a', 'logback-console.xml': 'b', 'x': 'y' })],
  podTemplate: [60, podTemplate],
  jobManager: [97, role(fc.constantFrom(1, 1, 1, 2))],
  taskManager: [97, role(fc.integer({ min: 1, max: 9 }))],
  job: [75, some({
    jarURI: [90, fc.constant('local:///opt/flink/usrlib/job.jar')],
    entryClass: [60, fc.constant('com.example.Job')],
    parallelism: [100, fc.integer({ min: 1, max: 40 })],
    args: [50, fc.array(fc.constantFrom('--brokers', 'kafka:9092', 'two words', '\'q\'', ''), { maxLength: 4 })],
    upgradeMode: [60, fc.constantFrom('stateless', 'savepoint', 'last-state')],
    allowNonRestoredState: [40, fc.boolean()],
  })],
});

/** The shorter of keys that overlap: with Flink 2.x operator 1.11 either fails or loses one, by the chance of their order. */
const SHORTER = ['high-availability', 'kubernetes.container.image', 'kubernetes.jobmanager.cpu', 'kubernetes.taskmanager.cpu', 'kubernetes.jobmanager.labels', 'kubernetes.taskmanager.labels'];

function withoutOverlap(configuration: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(configuration).filter(([key]) => !SHORTER.includes(key)));
}

/** Random deployments whose pods are asked for; native ones first, whose answers do not depend on what stands in for the classes of standalone mode. */
export function podDeployments(cases: number, seed: number, release: OperatorVersion): Question[] {
  const standaloneLast = ({ manifest: { spec } }: Question) => (spec.mode === 'standalone' ? 1 : 0);
  const manifests = fc.record({ name: fc.constantFrom('dedup', 'a', 'fraud-detection-2'), spec: specFor(release) });
  return fc.sample(manifests, { numRuns: cases, seed }).map(({ name, spec: written }) => ({
    op: 'pods',
    release: release.minorLine,
    manifest: {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkDeployment',
      metadata: { name, namespace: 'flink' },
      spec: release === OperatorVersion.V1_11 ? { ...written, flinkConfiguration: withoutOverlap(written.flinkConfiguration) } : written,
    },
    logFiles: { 'log4j-console.properties': '' },
  })).sort((a, b) => standaloneLast(a) - standaloneLast(b));
}
