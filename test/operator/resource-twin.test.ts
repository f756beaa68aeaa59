import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { twinsOfText } from './manifest/read-text';
import { ReadManifest, readManifest } from '../../src/operator/manifest/read-manifest';
import { OperatorVersion } from '../../src/operator/operator-version';
import { namedDeployments, resourceTwin, ResourceTwin, resourceTwins } from '../../src/operator/resource-twin';
import { Refusal } from '../../src/refusal';

const EXAMPLE = readFileSync(join(__dirname, '..', '..', 'examples', 'minio', 'minio.k8s.yaml'), 'utf8');
const installed = (release = OperatorVersion.V1_16, defaults: Record<string, string> = {}) =>
  ({ release, defaults: new Map(Object.entries(defaults)) });
const SPEC = {
  image: 'flink:2.2',
  flinkVersion: 'v2_2',
  serviceAccount: 'flink',
  flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '2' },
  jobManager: { resource: { memory: '1600m', cpu: 1 } },
  taskManager: { resource: { memory: '4g', cpu: 2 } },
  job: { jarURI: 'local:///opt/flink/job.jar', parallelism: 5 },
};
const resource = (kind: string, spec: unknown, name = 'some-job') => ({ apiVersion: 'flink.apache.org/v1beta1', kind, metadata: { name, namespace: 'flink' }, spec });
const twin = (spec: unknown, installation = installed()) => resourceTwin(resource('FlinkDeployment', spec), installation);
const codes = ({ failures }: ResourceTwin) => failures.map(({ code }) => code);

test('a deployment becomes two kinds of pods, memory and a configuration', () => {
  const { admission, failures, pruned, cluster } = twin(SPEC);
  expect({ admission, failures, pruned }).toEqual({ admission: 'admitted', failures: [], pruned: [] });
  expect(cluster).toMatchObject({ taskSlots: 2, parallelism: 5, taskManagers: 3 });
  expect(cluster!.taskManager.totalProcess).toBe(4n * 1024n ** 3n);
  const [main] = (cluster!.pods.taskManager.spec as any).containers;
  expect(main.resources).toEqual({ requests: { cpu: '2.0', memory: '4096Mi' }, limits: { cpu: '2.0', memory: '4096Mi' } });
  expect(cluster!.file.file).toBe('config.yaml');
});

test('admission, deployment and start are told apart', () => {
  const refused = twin({ ...SPEC, serviceAccount: undefined });
  expect((refused.admission as Refusal).code).toBe('service-account');
  expect(codes(refused)).toEqual([]);
  const failing = twin({ ...SPEC, job: { parallelism: 5 }, taskManager: { resource: { memory: '500m', cpu: 1 } } });
  expect(failing.admission).toBe('admitted');
  expect(codes(failing)).toEqual(['application-jar', 'process-memory-too-small']);
});

test('the operator\'s configuration lies under the resource', () => {
  const flinkConfiguration = { 'high-availability': 'kubernetes' };
  expect(codes(twin({ ...SPEC, flinkConfiguration }))).toEqual(['overlapping-keys']);
  expect(codes(twin({ ...SPEC, flinkConfiguration: {} }, installed(OperatorVersion.V1_16, { 'kubernetes.operator.default-configuration.flink-version.v2_0+.high-availability': 'x' }))))
    .toEqual(['overlapping-keys']);
});

test('what a release does not have is pruned', () => {
  const spec = { ...SPEC, flinkVersion: 'v1_20', unknown: 1, taskManager: { ...SPEC.taskManager, resources: { requests: { memory: '8Gi' } } } };
  const { pruned, cluster } = twin(spec, installed(OperatorVersion.V1_15));
  expect(pruned).toEqual(['spec.taskManager.resources', 'spec.unknown']);
  expect(cluster!.taskManager.totalProcess).toBe(4n * 1024n ** 3n);
});

test('a standalone cluster has the TaskManagers that the operator counts', () => {
  expect(twin({ ...SPEC, mode: 'standalone' }).cluster!.taskManagers).toBe(3);
  expect(twin({ ...SPEC, mode: 'standalone', taskManager: { ...SPEC.taskManager, replicas: 7 } }).cluster!.taskManagers).toBe(7);
});

test('TaskManagers are a number in every kind of cluster', () => {
  const { job, ...session } = SPEC;
  expect(twin(session).cluster!.taskManagers).toBe(0);
  expect(twin({ ...session, mode: 'standalone', flinkConfiguration: { 'parallelism.default': '8' } }).cluster!.taskManagers).toBe(1);
  for (const slots of ['0', '-1']) {
    const { failures } = twin({ ...SPEC, mode: 'standalone', flinkConfiguration: { 'taskmanager.numberOfTaskSlots': slots } });
    expect(failures.map(({ code }) => code)).toContain('option-value');
  }
});

test('a session cluster that cannot be put together does not take its jobs with it', () => {
  const { job, ...session } = SPEC;
  const broken = { ...session, mode: 'standalone', jobManager: { resource: { memory: 'abc' } } };
  const sessionJob = { deploymentName: 'some-session', job: { jarURI: 'https://93.184.216.34/a.jar', parallelism: 1 } };
  const text = [resource('FlinkSessionJob', sessionJob), resource('FlinkDeployment', broken, 'some-session')].map((one) => JSON.stringify(one)).join('\n---\n');
  expect(twinsOfText(text, installed()).twins.map(({ kind, configuration }) => [kind, configuration])).toEqual([['FlinkSessionJob', undefined], ['FlinkDeployment', undefined]]);
});

test('a secret in an address is not shown', () => {
  const { failures } = twin({ ...SPEC, mode: 'standalone', job: { jarURI: 'http://bob:hunter2@repo.example.com/a b.jar?token=s3cr3t', parallelism: 1 } });
  expect(failures.map(({ message }) => message).join()).toContain('"http://…@repo.example.com/a b.jar?…"');
});

test('a canary passes as it is, and nothing runs for it', () => {
  const labelled = (kind: string, value: string) => ({ ...resource(kind, {}), metadata: { name: 'Canary', labels: { 'flink.apache.org/canary': value } } });
  for (const kind of ['FlinkDeployment', 'FlinkSessionJob']) {
    expect(resourceTwin(labelled(kind, 'True'), installed())).toMatchObject({ admission: 'admitted', failures: [], pruned: [] });
    expect(resourceTwin(labelled(kind, 'True'), installed()).cluster).toBeUndefined();
    expect(resourceTwin(labelled(kind, 'yes'), installed()).admission).toBeInstanceOf(Refusal);
  }
  expect(resourceTwin(labelled('FlinkStateSnapshot', 'true'), installed()).admission).toBeInstanceOf(Refusal);
});

test('a snapshot is admitted or not, and nothing else', () => {
  expect(resourceTwin(resource('FlinkStateSnapshot', { savepoint: {}, jobReference: { kind: 'FlinkDeployment', name: 'a' } }), installed())).toMatchObject({ admission: 'admitted', failures: [] });
  expect((resourceTwin(resource('FlinkStateSnapshot', {}), installed()).admission as Refusal).code).toBe('snapshot-kind');
});

test('a blue/green deployment is its children', () => {
  const { admission, children, failures } = resourceTwin(resource('FlinkBlueGreenDeployment', { template: { spec: SPEC } }, 'a'.repeat(40)), installed());
  expect(admission).toBe('admitted');
  expect(failures.map(({ code }) => code)).toEqual(['blue-green-name', 'deployment-name']);
  expect(children.map(({ metadata: { name }, admission: verdict }) => [name, (verdict as Refusal).code])).toEqual([
    [`${'a'.repeat(40)}-blue`, undefined], [`${'a'.repeat(40)}-green`, 'deployment-name'],
  ]);
});

describe('a text', () => {
  const installation = installed();

  test('holds several resources, and others that are passed over', () => {
    const { twins, passedOver } = twinsOfText(EXAMPLE, installation);
    expect(twins.map(({ kind, metadata: { name }, admission }) => [kind, name, admission])).toEqual([['FlinkDeployment', 'orders-payments', 'admitted']]);
    expect(passedOver).toEqual(['ServiceAccount', 'Role', 'RoleBinding']);
  });

  test('brings a session job together with its session cluster', () => {
    const { job, ...session } = SPEC;
    const sessionJob = { deploymentName: 'some-session', job: { jarURI: 'https://93.184.216.34/a.jar', parallelism: 1, upgradeMode: 'stateless' } };
    const text = [resource('FlinkSessionJob', sessionJob), resource('FlinkDeployment', session, 'some-session')].map((one) => JSON.stringify(one)).join('\n---\n');
    const { twins: [submitted] } = twinsOfText(text, installation);
    expect(submitted.admission).toBe('admitted');
    expect(submitted.configuration!.get('taskmanager.numberOfTaskSlots')).toBe('2');
    expect(twinsOfText(JSON.stringify(resource('FlinkSessionJob', sessionJob)), installation).twins[0].configuration).toBeUndefined();
  });
});

describe('the cluster of a session job', () => {
  const { job, ...session } = SPEC;
  const sessionJob = readManifest(resource('FlinkSessionJob', { deploymentName: 'some-session', job: { jarURI: 'https://93.184.216.34/a.jar', parallelism: 1 } }), OperatorVersion.V1_16);
  const deployment = (spec: object, slots: string, name = 'some-session') => readManifest(
    resource('FlinkDeployment', { ...spec, flinkConfiguration: { 'taskmanager.numberOfTaskSlots': slots } }, name), OperatorVersion.V1_16);
  const slotsOf = (beside: ReadManifest[], elsewhere: ReadManifest[]) =>
    resourceTwins([...beside, sessionJob], installed(), namedDeployments(elsewhere)).at(-1)!.session?.spec.flinkConfiguration?.['taskmanager.numberOfTaskSlots'];

  test('is beside it, or else a session cluster elsewhere', () => {
    expect(slotsOf([], [])).toBeUndefined();
    expect(slotsOf([], [deployment(session, '3', 'another'), deployment(session, '4')])).toBe('4');
    expect(slotsOf([deployment(session, '5')], [deployment(session, '4')])).toBe('5');
  });

  test('is an application only where nothing else can be meant', () => {
    expect(slotsOf([], [deployment(SPEC, '3')])).toBeUndefined();
    expect(slotsOf([], [deployment(SPEC, '3'), deployment(session, '4')])).toBe('4');
    expect(slotsOf([deployment(SPEC, '6')], [])).toBe('6');
  });

  test('gives it no configuration where it is refused itself', () => {
    const submitted = (spec: object) => resourceTwins([deployment(spec, '2'), sessionJob], installed())[1];
    expect(submitted(session).configuration).toBeDefined();
    expect(submitted({ ...session, serviceAccount: undefined }).configuration).toBeUndefined();
  });
});

describe('whatever stands in a manifest', () => {
  const paths = [
    ['podTemplate'], ['podTemplate', 'metadata'], ['podTemplate', 'metadata', 'labels'], ['podTemplate', 'spec'], ['podTemplate', 'spec', 'containers'],
    ['podTemplate', 'spec', 'containers', '0'], ['podTemplate', 'spec', 'containers', '0', 'env'], ['podTemplate', 'spec', 'containers', '0', 'env', '0'],
    ['podTemplate', 'spec', 'containers', '0', 'resources'], ['podTemplate', 'spec', 'containers', '0', 'resources', 'limits', 'ephemeral-storage'],
    ['podTemplate', 'spec', 'containers', '0', 'volumeMounts'], ['podTemplate', 'spec', 'containers', '0', 'ports'], ['podTemplate', 'spec', 'volumes'],
    ['podTemplate', 'spec', 'initContainers'], ['podTemplate', 'spec', 'tolerations'], ['podTemplate', 'spec', 'nodeSelector'], ['podTemplate', 'spec', 'imagePullSecrets'],
    ['podTemplate', 'spec', 'securityContext'], ['podTemplate', 'spec', 'affinity'], ['taskManager', 'podTemplate', 'spec', 'containers'],
    ['flinkConfiguration'], ['flinkConfiguration', 'taskmanager.numberOfTaskSlots'], ['flinkConfiguration', 'kubernetes.taskmanager.tolerations'],
    ['flinkConfiguration', 'kubernetes.jobmanager.labels'], ['flinkConfiguration', 'kubernetes.taskmanager.cpu.limit-factor'], ['flinkConfiguration', 'taskmanager.rpc.port'],
    ['flinkConfiguration', 'job.autoscaler.enabled'], ['flinkConfiguration', 'execution.checkpointing.dir'], ['flinkConfiguration', 'state.backend.rocksdb.memory.write-buffer-ratio'],
    ['jobManager'], ['jobManager', 'resource'], ['jobManager', 'resource', 'memory'], ['jobManager', 'resource', 'cpu'], ['jobManager', 'replicas'],
    ['taskManager', 'resources'], ['taskManager', 'resources', 'requests'], ['taskManager', 'resources', 'limits', 'cpu'], ['taskManager', 'replicas'],
    ['job'], ['job', 'args'], ['job', 'parallelism'], ['job', 'jarURI'], ['job', 'upgradeMode'], ['ingress'], ['ingress', 'template'], ['logConfiguration'], ['image'],
    ['imagePullPolicy'], ['mode'], ['flinkVersion'], ['serviceAccount'], ['__proto__'], ['constructor'],
  ];
  const value = fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e21, '', ' ', 'x', '1', '-1', '1g', '1Gi', 'a:b,c:d', 'a;b', '\'', '[', '{a: b}', 'true', [], {}, [{}], [null], [1], { a: 1 }, { name: 1 }, [{ name: 'a' }]),
    fc.jsonValue({ maxDepth: 3 }),
    fc.string(),
  );
  const releases = fc.constantFrom(OperatorVersion.V1_10, OperatorVersion.V1_12, OperatorVersion.V1_15, OperatorVersion.V1_16);

  const setAt = (target: any, [key, ...rest]: string[], leaf: unknown): any => {
    const copy = Array.isArray(target) ? [...target] : /^[0-9]+$/.test(key) ? [] : { ...target };
    const inner = rest.length === 0 ? leaf : setAt(copy[key], rest, leaf);
    Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true });
    return copy;
  };

  test('it is answered or refused, and never breaks', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), value), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(changes, releases, fc.constantFrom('v1_20', 'v2_0'), (some, release, flinkVersion) => {
      const spec = some.reduce((changed, [path, leaf]) => setAt(changed, path, leaf), { ...SPEC, flinkVersion });
      try {
        const { admission, failures, cluster } = twin(spec, installed(release));
        expect(admission === 'admitted' || admission instanceof Refusal).toBe(true);
        if (failures.length === 0) {
          expect(Number.isSafeInteger(cluster!.taskManagers)).toBe(true);
          expect(JSON.stringify(cluster!.pods)).not.toMatch(/NaN|Infinity|"undefined"/);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }), { numRuns: 3_000 });
  });
});
