import * as fc from 'fast-check';
import { parse } from 'yaml';
import { Question } from './answers';
import { sometimes } from './sometimes';
import { listText } from '../src/flink/configuration/escaped-text';
import { prefixClashes } from '../src/flink/configuration/prefix-clash';
import { flattenConfiguration } from '../src/operator/configuration/flatten-configuration';
import { OperatorVersion } from '../src/operator/operator-version';

const memory = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 64 * 1024 }).map((mebibytes) => `${mebibytes}m`) },
  { weight: 2, arbitrary: fc.tuple(fc.nat({ max: 5000 }), fc.constantFrom('g', ' gb', 'Gi', 'Mi', 'kb', '', 'k', 't', 'GiB', 'M', 'G', 'Ti')).map(([n, unit]) => n + unit) },
);
const cpu = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 10_000 }).map((milli) => milli / 1000), fc.constant(0.1 + 0.2));

const quantities = (cores: fc.Arbitrary<string | number>, bytes: fc.Arbitrary<string | number>) =>
  fc.record({ 'cpu': sometimes(cores, 60), 'memory': sometimes(bytes, 60), 'ephemeral-storage': sometimes(fc.constant('1Gi'), 20) });
const cores = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom('500m', '1', '1.5', '250m', '0.1', '2e0', '1k'));
const bytes = fc.oneof(fc.integer({ min: 1, max: 4096 }).map((mebibytes) => `${mebibytes}Mi`), fc.constantFrom('2Gi', '2G', '2048m', '4294967296', 1073741824));

const role = (release: string) => fc.record({
  replicas: sometimes(fc.integer({ min: 1, max: 50 }), 30),
  resource: sometimes(fc.record({ cpu: sometimes(cpu, 70), memory: sometimes(memory, 80) }), 80),
  // Earlier releases do not know the field, and the API server takes it away.
  resources: release === '1.16' ? sometimes(fc.record({ requests: sometimes(quantities(cores, bytes)), limits: sometimes(quantities(cores, bytes)) }), 30) : fc.constant(undefined),
});

const scalar = fc.oneof(fc.constantFrom('1', 'true', 'hdfs:///x', '', 'a b'), fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
const nested = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, { weight: 4, arbitrary: scalar },
    fc.array(fc.oneof(scalar, fc.constant({ a: 1 }), fc.constant([1])), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c.d', 'type'), tie('value'), { maxKeys: 3 })),
})).value;

/** Options that the operator reads or writes itself. */
const OWN: Record<string, fc.Arbitrary<unknown>> = {
  'taskmanager.numberOfTaskSlots': fc.integer({ min: 1, max: 16 }).map(String),
  'high-availability.type': fc.constantFrom('kubernetes', 'NONE', 'standalone', 'Zookeeper'),
  'high-availability': fc.constantFrom('kubernetes', 'none'),
  'high-availability.cluster-id': fc.constant('mine'),
  'high-availability.storageDir': fc.constant('s3://ha/dir'),
  'web.cancel.enable': fc.constantFrom('true', 'false'),
  'kubernetes.rest-service.exposed.type': fc.constantFrom('NodePort', 'LoadBalancer'),
  'pipeline.name': fc.constant('a name'),
  'execution.checkpointing.interval': fc.constant('1min'),
  'execution.checkpointing.externalized-checkpoint-retention': fc.constant('DELETE_ON_CANCELLATION'),
  'execution.shutdown-on-application-finish': fc.constant('true'),
  'execution.submit-failed-job-on-application-error': fc.constant('false'),
  'execution.target': fc.constant('local'),
  'parallelism.default': fc.constant('99'),
  'jobmanager.memory.process.size': fc.constant('3g'),
  'taskmanager.memory.process.size': fc.constant('5g'),
  'kubernetes.container.image': fc.constant('old:1'),
  'kubernetes.container.image.ref': fc.constant('new:1'),
  'kubernetes.jobmanager.cpu': fc.constant('7'),
  'kubernetes.service-account': fc.constant('another'),
  'kubernetes.namespace': fc.constant('elsewhere'),
  'pipeline.jars': fc.constant('a.jar;b.jar'),
  'pipeline.jobvertex-parallelism-overrides': fc.constantFrom('a:3,b:7', 'a:0'),
  'job.autoscaler.enabled': fc.constant('true'),
};
const own = fc.subarray(Object.keys(OWN), { maxLength: 5 }).chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, OWN[key]]))));

const VERSIONS = ['v1_15', 'v1_16', 'v1_17', 'v1_18', 'v1_19', 'v1_20', 'v2_0', 'v2_1', 'v2_2', 'v2_3'];
const NAMESPACES = ['flink', 'other', 'default'];

/** Options of the operator's own configuration, some of them for one namespace or one version alone. */
const operatorConfiguration = fc.dictionary(
  fc.tuple(
    fc.constantFrom('', '', ...NAMESPACES.map((namespace) => `namespace.${namespace}.`),
      ...VERSIONS.flatMap((version) => [`flink-version.${version}.`, `flink-version.${version}+.`]), 'flink-version.v9_9+.', 'flink-version.x+.'),
    fc.constantFrom('taskmanager.numberOfTaskSlots', 'web.cancel.enable', 'some.key', 'pipeline.name', 'high-availability.type', 'execution.checkpointing.interval'),
  ).map(([scope, key]) => (scope === '' ? key : `kubernetes.operator.default-configuration.${scope}${key}`)),
  fc.integer({ min: 1, max: 9 }).map(String),
  { maxKeys: 8 },
);

const job = fc.record({
  jarURI: sometimes(fc.constantFrom('local:///opt/flink/job.jar', 'https://example.com/a.jar', 's3://b/a;b.jar', 'local://host/x%20y.jar', 'file:/x.jar'), 85),
  entryClass: sometimes(fc.constant('com.example.Job'), 30),
  args: sometimes(fc.array(fc.constantFrom('--a', 'b;c', 'it\'s', '"q"', '', 'x y'), { maxLength: 3 }), 40),
  parallelism: fc.integer({ min: 1, max: 300 }),
  upgradeMode: sometimes(fc.constantFrom('stateless', 'savepoint', 'last-state'), 70),
  allowNonRestoredState: sometimes(fc.boolean(), 30),
});

function manifest(release: string): fc.Arbitrary<unknown> {
  const freeJson = Number(release.split('.')[1]) >= 13;
  return fc.record({
    apiVersion: fc.constant('flink.apache.org/v1beta1'),
    kind: fc.constant('FlinkDeployment'),
    metadata: fc.record({ name: fc.constantFrom('dedup', 'a-long-name'), namespace: fc.constantFrom(...NAMESPACES) }),
    spec: fc.record({
      image: sometimes(fc.constantFrom('registry.example.com/job:1', ' ', ''), 80),
      imagePullPolicy: sometimes(fc.constantFrom('Always', 'IfNotPresent', 'Never', ''), 30),
      serviceAccount: sometimes(fc.constantFrom('flink', ''), 80),
      flinkVersion: fc.constantFrom(...VERSIONS.slice(0, knownVersions(release))),
      mode: sometimes(fc.constantFrom('native', 'standalone'), 60),
      flinkConfiguration: sometimes(fc.tuple(own, freeJson ? fc.dictionary(fc.constantFrom('x', 'y.z', 'state', 'taskmanager'), nested, { maxKeys: 3 }) : fc.constant({}))
        .map(([options, free]) => ({ ...free, ...options })), 90),
      jobManager: sometimes(role(release), 80),
      taskManager: sometimes(role(release), 80),
      job: sometimes(job, 80),
    }),
  });
}

/** Up to v1_20 in 1.10, v2_0 in 1.11 and 1.12, v2_2 in 1.13 to 1.15 (their enum goes further, their CRD does not). */
function knownVersions(release: string): number {
  const minor = Number(release.split('.')[1]);
  return minor < 11 ? 6 : minor < 13 ? 7 : minor < 16 ? 9 : 10;
}

/** The configuration that the operator hands to Flink, key by key. */
export function effectiveConfigurations(cases: number, seed: number, { minorLine }: OperatorVersion): Question[] {
  return questions('configuration', minorLine, { manifest: manifest(minorLine) }, cases, seed);
}

/** Which the operator moves to the key that it knows. */
const savepointDirectories = fc.constantFrom({}, {}, { 'state.savepoints.dir': 's3://b/s' }, { 'savepoints.state.backend.fs.dir': 's3://b/o' },
  { 'execution.checkpointing.savepoint-dir': 's3://b/n', 'state.savepoints.dir': 's3://b/s' });

/** The configuration of a job in a session cluster. */
export function sessionJobConfigurations(cases: number, seed: number, { minorLine }: OperatorVersion): Question[] {
  const sessions = manifest(minorLine).filter(({ spec }: any) => spec.job === undefined);
  const session = fc.tuple(sessions, savepointDirectories).map(([{ spec, ...made }, directories]: any[]) =>
    ({ ...made, spec: { ...spec, flinkConfiguration: { ...spec.flinkConfiguration, ...directories } } }));
  const sessionJob = fc.record({
    apiVersion: fc.constant('flink.apache.org/v1beta1'),
    kind: fc.constant('FlinkSessionJob'),
    metadata: fc.constant({ name: 'a-job', namespace: 'flink' }),
    spec: fc.record({ deploymentName: fc.constant('dedup'), flinkConfiguration: sometimes(own, 70), job }),
  });
  return questions('sessionJobConfiguration', minorLine, { session, manifest: sessionJob }, cases, seed);
}

/** The configuration file of the cluster's pods, out of the ConfigMap that Flink's deployer makes. */
export function nativeClusterFiles(cases: number, seed: number, { minorLine }: OperatorVersion): Question[] {
  return questions('clusterConfiguration', minorLine, { manifest: deployable(manifest(minorLine), 'native') }, cases, seed);
}

export function standaloneClusterFiles(cases: number, seed: number, { minorLine }: OperatorVersion): Question[] {
  return questions('clusterConfiguration', minorLine, { manifest: deployable(manifest(minorLine), 'standalone') }, cases, seed);
}

/** The settings in a cluster's file, without what the operator draws at random or names after files of its own. */
export function settingsOfFile({ file, text }: { file: string; text: string }): unknown {
  const settings = file === 'config.yaml' ? nestedSettings(text) : flatSettings(text);
  FILES_IN_THE_OPERATOR.forEach((key) => delete settings[key]);
  if (settings[RESULTS] !== undefined) {
    settings[RESULTS] = settings[RESULTS].replace(/[0-9a-f-]{36}$/, '');
  }
  return { file, settings };
}

function questions(op: string, release: string, parts: Record<string, fc.Arbitrary<unknown>>, numRuns: number, seed: number): Question[] {
  // Few of them: the operator starts anew for each.
  const installed = fc.constantFrom(...fc.sample(operatorConfiguration, { numRuns: 40, seed }));
  const question = fc.record({ ...parts, operatorConfiguration: installed }).filter(separable)
    .map((asked): Question => ({ op, release, ...JSON.parse(JSON.stringify(asked)) }));
  return fc.sample(fc.noBias(question), { numRuns, seed });
}

/** Without two keys of which one is the beginning of the other: the pods of Flink 2.x would have no file at all. */
function separable({ manifest: { spec } }: any): boolean {
  return prefixClashes([...flattenConfiguration(spec?.flinkConfiguration ?? {}).keys(), ...ALWAYS_THERE]).length === 0;
}

const ports = fc.dictionary(
  fc.constantFrom('rest.port', 'rest.bind-port', 'blob.server.port', 'taskmanager.rpc.port', 'jobmanager.rpc.port', 'high-availability.jobmanager.port'),
  fc.constantFrom('0', '9999', '+0'), { maxKeys: 2 });

/** With the memory and the jar without which Flink deploys nothing, and ports that it may have to fix. */
function deployable(manifests: fc.Arbitrary<any>, mode: string): fc.Arbitrary<unknown> {
  const enough = { memory: '2g', cpu: 1 };
  return fc.tuple(manifests, ports).map(([made, fixed]) => ({
    ...made,
    spec: {
      ...made.spec,
      flinkConfiguration: { ...made.spec.flinkConfiguration, ...fixed },
      mode,
      jobManager: { ...made.spec.jobManager, replicas: 1, resource: enough, resources: undefined },
      taskManager: { ...made.spec.taskManager, resource: enough, resources: undefined },
      ...(made.spec.job === undefined ? {} : { job: { ...made.spec.job, jarURI: 'local:///opt/flink/job.jar' } }),
    },
  }));
}

const ALWAYS_THERE = ['taskmanager.memory.process.size', 'high-availability.cluster-id', 'kubernetes.jobmanager.cpu.amount', 'kubernetes.container.image.ref'];
const RESULTS = 'job-result-store.storage-path';
const FILES_IN_THE_OPERATOR = ['kubernetes.pod-template-file.jobmanager', 'kubernetes.pod-template-file.taskmanager'];

/** `flink-conf.yaml` holds a setting a line. */
function flatSettings(text: string): Record<string, string> {
  return Object.fromEntries(text.split('\n').filter((line) => line !== '').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
}

/** `config.yaml` is nested; read without a schema, so that every value stays the text that it is. */
function nestedSettings(text: string): Record<string, string> {
  const tree = parse(text, (_, value) => (Array.isArray(value) ? listText(value) : value), { schema: 'failsafe' });
  return Object.fromEntries(flattenConfiguration(tree));
}
