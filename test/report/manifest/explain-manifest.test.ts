import { clusterOf, explanationOf, INSTALLATION, manifestOf, withOptions } from './explained-spec';
import { readManifest } from '../../../src/operator/manifest/read-manifest';
import { resourceTwins } from '../../../src/operator/resource-twin';
import { refusalIn } from '../../../src/refusal';
import { explainResource } from '../../../src/report/manifest/explain-manifest';
import { jsonReport } from '../../../src/report/manifest/json-report';

test('an application: its slots, what all pods request, its state and its buffers', () => {
  const { verdict, cluster, job } = explanationOf(manifestOf({}));
  expect(verdict).toMatchObject({ outcome: 'runs', refusals: [] });
  expect(cluster).toMatchObject({
    type: 'application',
    mode: 'native',
    shape: { jobManagers: 1, taskManagers: 2, taskSlots: 4, parallelism: 6, slots: 8, idle: 2 },
    totals: { cpu: 5, memory: 18n * 1024n ** 3n },
    stateBackend: { type: 'rocksdb', rocksDb: { cacheCapacity: 621_875_480n, arenaBlock: 8n * 1024n ** 2n, arenaBlockFits: true } },
    network: { segment: 32_768n, buffers: 22_773 },
  });
  expect(job).toMatchObject({ upgradeMode: 'stateless', state: 'running', parallelism: { value: 6 } });
});

test('network buffers are read for the parallelism of the job', () => {
  // 22,773 buffers; up to 20 for each end of an exchange at parallelism 6, for both ends in 4 slots 160.
  const { cluster } = explanationOf(manifestOf({}));
  expect(cluster!.network).toMatchObject({
    reading: 'enough for 142 exchanges between all subtasks (keyBy, rebalance), each of which takes up to 160 buffers in a TaskManager at parallelism 6',
  });
  expect(explanationOf(withOptions({ 'taskmanager.memory.network.max': '64m' }, { job: { ...JOB, parallelism: 600 } })).cluster!.network).toMatchObject({
    buffers: 2048, reading: 'not enough to start one exchange between all subtasks (keyBy, rebalance), which would take up to 9,664 buffers in a TaskManager at parallelism 600',
  });
  expect(explanationOf(withOptions({ 'taskmanager.network.memory.buffers-per-channel': '4' })).cluster!.network).toMatchObject({
    reading: 'not told: taskmanager.network.memory.buffers-per-channel set how many an exchange takes',
  });
});

const JOB = { jarURI: 'local:///opt/flink/usrlib/orders.jar', parallelism: 6, upgradeMode: 'stateless' };

test('what cannot be made is told by itself, and the rest is there', () => {
  const { verdict, cluster } = explanationOf(manifestOf({ taskManager: { resource: { cpu: 2, memory: '500m' } } }));
  expect(verdict).toMatchObject({ outcome: 'fails', refusals: [{ code: 'process-memory-too-small' }] });
  expect(cluster).toMatchObject({
    taskManager: { refused: { code: 'process-memory-too-small' } },
    jobManager: { role: 'JobManager', total: 2n * 1024n ** 3n },
    shape: { taskManagers: 2 },
    pods: { refused: { code: 'process-memory-too-small' } },
  });
  expect(cluster!.settings.length).toBeGreaterThan(10);
});

test('each setting tells who decides it, and no secret', () => {
  const { cluster } = explanationOf(withOptions({ 's3.secret-key': 'hunter2', 'restart-strategy': 'fixed-delay' }, {
    job: { ...JOB, args: ['--password', 'hunter2'], jarURI: 'https://joe:hunter2@example.com/orders.jar' },
  }));
  const found = Object.fromEntries(cluster!.settings.map(({ key, ...setting }) => [key, setting]));
  expect(found).toMatchObject({
    's3.secret-key': { value: '(hidden, may hold a secret)', origin: 'flinkConfiguration' },
    '$internal.application.program-args': { value: '(hidden, may hold a secret)', field: 'spec.job.args' },
    'parallelism.default': { value: '6', origin: 'a field of the resource', field: 'spec.job.parallelism' },
    'web.cancel.enable': { value: 'false', origin: 'the operator' },
  });
  // A default is told where nobody sets the option, under none of its spellings.
  expect(cluster!.defaults.map(({ key }) => key)).toEqual(expect.arrayContaining(['high-availability.type', 'taskmanager.memory.network.fraction']));
  expect(cluster!.defaults.map(({ key }) => key)).not.toContain('restart-strategy.type');
});

test('no secret of a manifest is in what programs get', () => {
  const secrets = manifestOf({
    flinkConfiguration: { 'fs.azure.account.key.x.blob.core.windows.net': 'hunter2', 'env.java.opts': '-Dstore.password=hunter2', 's3.access-key': 'hunter2' },
    job: { ...JOB, args: ['hunter2'], initialSavepointPath: 's3://a:hunter2@b/c' },
    podTemplate: { spec: { containers: [{ name: 'flink-main-container', env: [{ name: 'TOKEN', value: 'hunter2' }] }] } },
  });
  expect(jsonReport({ source: 'x.yaml', operator: '1.16', passedOver: [], resources: [explanationOf(secrets)] })).not.toContain('hunter2');
});

test('checkpoint settings stand together, as the line of Flink spells them', () => {
  const { cluster } = explanationOf(withOptions({ 'state.checkpoints.dir': 's3://state/checkpoints' }, { flinkVersion: 'v1_19' }));
  const keys = cluster!.checkpoints.map(({ key, value = 'none' }) => `${key}: ${value}`);
  expect(keys).toEqual(expect.arrayContaining([
    'execution.checkpointing.interval: none', 'state.checkpoints.dir: s3://state/checkpoints', 'state.checkpoints.num-retained: 1',
  ]));
});

test('what is left of a volume when its pod is gone, and the class that decides who is evicted', () => {
  const { cluster } = explanationOf(manifestOf({
    podTemplate: {
      spec: {
        containers: [
          { name: 'flink-main-container', volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }] },
          { name: 'vector', image: 'timberio/vector:0.40' },
        ],
        volumes: [{ name: 'scratch', emptyDir: { medium: 'Memory' } }, { name: 'models', persistentVolumeClaim: { claimName: 'models' } }],
      },
    },
  }));
  const [, taskManager] = cluster!.pods as unknown as { qualityOfService: string; count: number; volumes: object[] }[];
  expect(taskManager).toMatchObject({ count: 2, qualityOfService: 'Burstable' });
  expect(taskManager.volumes).toEqual(expect.arrayContaining([
    { name: 'scratch', source: 'emptyDir in memory', mountedAt: ['/scratch'], afterThePod: 'goes with the pod, and counts against its memory limit' },
    { name: 'models', source: 'persistentVolumeClaim', mountedAt: [], afterThePod: 'stays, with the claim' },
  ]));
  expect((explanationOf(manifestOf({})).cluster!.pods as unknown as { qualityOfService: string }[]).map(({ qualityOfService }) => qualityOfService)).toEqual(['Guaranteed', 'Guaranteed']);
});

describe('a session and its jobs', () => {
  const session = manifestOf({ job: undefined }, { name: 'analytics' });
  const job = (name: string, deploymentName: string, parallelism: number, state = 'running') => ({
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkSessionJob',
    metadata: { name },
    spec: { deploymentName, flinkConfiguration: { 'pipeline.object-reuse': 'true' }, job: { ...JOB, jarURI: 'https://example.com/job.jar', parallelism, state } },
  });
  const explained = (...manifests: unknown[]) => {
    const twins = resourceTwins(manifests.map((manifest) => readManifest(manifest, INSTALLATION.release)), INSTALLATION);
    const all = twins.map((twin) => ({ kind: twin.kind, name: twin.metadata.name, line: 1, twin }));
    return all.map((one) => explainResource(one, all, INSTALLATION, '2026-11-22'));
  };

  test('the session has room for those that run', () => {
    const [{ cluster, hosts }] = explained(session, job('clicks', 'analytics', 5), job('alerts', 'analytics', 9, 'suspended'));
    expect(hosts).toEqual([
      { name: 'clicks', parallelism: 5, upgradeMode: 'stateless', running: true },
      { name: 'alerts', parallelism: 9, upgradeMode: 'stateless', running: false },
    ]);
    expect(cluster!.shape).toMatchObject({ parallelism: 5, taskManagers: 2, slots: 8, idle: 3 });
  });

  test('alone it has none yet', () => {
    const [{ cluster, hosts }] = explained(session);
    expect(hosts).toBeUndefined();
    expect(cluster!.shape).toEqual({ jobManagers: 1, taskSlots: 4 });
    expect(cluster!.totals).toEqual({ cpu: 1, memory: 2n * 1024n ** 3n });
  });

  test('a job tells what it has beyond its session, and that it cannot where the session is elsewhere', () => {
    const [, { session: known, settings }, { session: unknown, settings: none, job: elsewhere }] = explained(
      session, job('clicks', 'analytics', 5), job('orders', 'another', 3));
    expect(known).toEqual({ name: 'analytics', known: true });
    expect(settings).toEqual(expect.arrayContaining([
      { key: 'pipeline.object-reuse', value: 'true', origin: 'flinkConfiguration of the job' },
      { key: 'pipeline.name', value: 'clicks', origin: 'a field of the job, or the operator' },
    ]));
    expect([unknown, none, elsewhere!.parallelism]).toEqual([{ name: 'another', known: false }, undefined, { value: 3 }]);
  });
});

test('a blue/green deployment is told as either of its colours', () => {
  const { apiVersion } = manifestOf({}) as { apiVersion: string };
  const { spec } = manifestOf({}) as { spec: object };
  const { colours, cluster, job } = explanationOf({ apiVersion, kind: 'FlinkBlueGreenDeployment', metadata: { name: 'orders' }, spec: { template: { spec } } });
  expect(colours).toEqual(['orders-blue', 'orders-green']);
  expect(cluster!.shape).toMatchObject({ taskManagers: 2 });
  expect(job).toMatchObject({ parallelism: { value: 6 } });
});

test('the sample of these tests is one that Flink starts', () => {
  expect(refusalIn(() => clusterOf(manifestOf({})).pods)).toBeUndefined();
});
