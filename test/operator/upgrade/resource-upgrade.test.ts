import { OperatorVersion } from '../../../src/operator/operator-version';
import { ResourceTwin, resourceTwin } from '../../../src/operator/resource-twin';
import { ResourceUpgrade, resourceUpgrade, Restart } from '../../../src/operator/upgrade/resource-upgrade';
import { defaultMaxParallelism } from '../../../src/operator/upgrade/state-format';
import { StateOutcome, worstOutcome } from '../../../src/operator/upgrade/state-note';

type Part = Record<string, any>;

const CONFIGURATION = {
  'state.backend.type': 'rocksdb',
  'state.checkpoints.dir': 's3://flink/checkpoints',
  'state.savepoints.dir': 's3://flink/savepoints',
  'high-availability.type': 'kubernetes',
  'high-availability.storageDir': 's3://flink/ha',
};

function deployment({ job, flinkConfiguration, ...rest }: Part = {}, kind = 'FlinkDeployment'): ResourceTwin {
  const spec = {
    image: 'flink:1.20',
    flinkVersion: 'v1_20',
    serviceAccount: 'flink',
    jobManager: { resource: { memory: '2g', cpu: 1 } },
    taskManager: { resource: { memory: '4g', cpu: 1 } },
    flinkConfiguration: Object.fromEntries(Object.entries({ ...CONFIGURATION, ...flinkConfiguration }).filter(([, value]) => value !== null)),
    ...(job === null ? {} : { job: { jarURI: 'local:///a.jar', parallelism: 2, upgradeMode: 'savepoint', ...job } }),
    ...rest,
  };
  const manifest = { apiVersion: 'flink.apache.org/v1beta1', kind, metadata: { name: 'orders' } };
  return resourceTwin({ ...manifest, spec: kind === 'FlinkDeployment' ? spec : { template: { spec } } }, { release: OperatorVersion.V1_16, defaults: new Map() });
}

/** Changes that need a restart, whatever else is said. */
const upgraded = (part: Part = {}) => ({ ...part, image: 'flink:other' });
const upgrade = (before: Part, after: Part) => resourceUpgrade(deployment(before), deployment(after));
const said = ({ state }: ResourceUpgrade) => state.map(({ outcome, what }) => `${outcome}: ${what}`);
const worst = (before: Part, after: Part) => worstOutcome(upgrade(before, upgraded(after)).state);

test('an upgrade goes by its mode', () => {
  expect(said(upgrade({}, upgraded()))).toEqual(['kept: the job stops with a savepoint and starts from it; one that does not run at that moment'
    + ' falls back to last-state, by the metadata of high availability']);
  expect(said(upgrade({}, upgraded({ job: { upgradeMode: 'last-state' } })))).toEqual(['kept: the job starts from its last checkpoint, which the metadata of high availability names']);
  expect(said(upgrade({}, upgraded({ job: { upgradeMode: 'stateless' } })))).toEqual(['lost: upgradeMode stateless: the job starts with no state and where its sources say']);
});

test('nothing restarts for what the operator reads itself', () => {
  expect(upgrade({}, { job: { upgradeMode: 'stateless' } })).toMatchObject({ type: 'IGNORE', restart: Restart.NONE, state: [] });
});

test('last-state without high availability cancels the job, whose checkpoints must stay', () => {
  const none = { 'high-availability.type': null, 'high-availability.storageDir': null };
  const job = { upgradeMode: 'last-state' };
  expect(said(upgrade({ job, flinkConfiguration: none }, upgraded({ job, flinkConfiguration: none })))).toEqual([
    'kept: there is no high availability to keep the metadata: the job is cancelled and starts from its last checkpoint',
  ]);
  const deleting = { ...none, 'execution.checkpointing.externalized-checkpoint-retention': 'DELETE_ON_CANCELLATION' };
  expect(worst({ job, flinkConfiguration: deleting }, { job, flinkConfiguration: deleting })).toBe(StateOutcome.LOST);
  expect(worst({ job }, { job, flinkConfiguration: none })).toBe(StateOutcome.BLOCKED);
  expect(said(upgrade({ job }, { job, flinkVersion: 'v2_0' }))[0]).toBe('kept: flinkVersion changes: the job stops with a savepoint and starts from it, in the place of last-state');
});

test('last-state cancels a job where it is told to, and a session job always', () => {
  const job = { upgradeMode: 'last-state' };
  const flinkConfiguration = { 'kubernetes.operator.job.upgrade.last-state.job-cancel.enabled': 'true' };
  expect(said(upgrade({ job, flinkConfiguration }, upgraded({ job, flinkConfiguration })))).toEqual([
    'kept: kubernetes.operator.job.upgrade.last-state.job-cancel.enabled: the job is cancelled and starts from its last checkpoint',
  ]);
  const hosted = (parallelism: number) => resourceTwin({
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkSessionJob',
    metadata: { name: 'clicks' },
    spec: { deploymentName: 'session', flinkConfiguration: CONFIGURATION, job: { jarURI: 'https://a/b.jar', parallelism, ...job } },
  }, { release: OperatorVersion.V1_16, defaults: new Map() });
  expect(said(resourceUpgrade(hosted(1), hosted(2)))).toEqual(['kept: last-state of a session job: the job is cancelled and starts from its last checkpoint']);
});

test('a redeployment drops what is newer than its savepoint', () => {
  expect(upgrade({}, { job: { savepointRedeployNonce: 1, initialSavepointPath: 's3://flink/one' } })).toMatchObject({
    type: 'SAVEPOINT_REDEPLOY', restart: Restart.RESTART, state: [{ outcome: StateOutcome.LOST }],
  });
});

test('key groups are counted once', () => {
  const bound = (count: number | null) => ({ flinkConfiguration: { 'pipeline.max-parallelism': count === null ? null : String(count) } });
  expect(worst(bound(128), bound(128))).toBe(StateOutcome.KEPT);
  expect(worst(bound(128), bound(256))).toBe(StateOutcome.BLOCKED);
  expect(worst(bound(null), bound(128))).toBe(StateOutcome.KEPT);
  expect(worst(bound(null), bound(720))).toBe(StateOutcome.BLOCKED);
  expect(worst(bound(720), bound(null))).toBe(StateOutcome.KEPT);
  expect(worst({}, { job: { parallelism: 129 } })).toBe(StateOutcome.BLOCKED);
  expect(worst({}, { job: { parallelism: 128 } })).toBe(StateOutcome.KEPT);
  expect([1, 85, 86, 170, 171, 30_000].map(defaultMaxParallelism)).toEqual([128, 128, 256, 256, 256, 32_768]);
});

test('another backend needs a canonical savepoint', () => {
  const heap = { 'state.backend.type': 'hashmap' };
  expect(worst({}, { flinkConfiguration: heap })).toBe(StateOutcome.KEPT);
  expect(worst({ job: { upgradeMode: 'last-state' } }, { job: { upgradeMode: 'last-state' }, flinkConfiguration: heap })).toBe(StateOutcome.BLOCKED);
  expect(worst({ flinkConfiguration: { 'kubernetes.operator.savepoint.format.type': 'NATIVE' } }, { flinkConfiguration: heap })).toBe(StateOutcome.BLOCKED);
  expect(worst({}, { flinkConfiguration: { 'state.backend.type': 'forst' } })).toBe(StateOutcome.BLOCKED);
});

test('versions go forward', () => {
  expect(worst({ flinkVersion: 'v1_19' }, {})).toBe(StateOutcome.KEPT);
  expect(worst({}, { flinkVersion: 'v2_0' })).toBe(StateOutcome.AT_RISK);
  expect(worst({ flinkVersion: 'v2_1' }, { flinkVersion: 'v2_0' })).toBe(StateOutcome.BLOCKED);
});

test('what may be lost without a word is said', () => {
  expect(worst({}, { job: { allowNonRestoredState: true } })).toBe(StateOutcome.AT_RISK);
  expect(worst({}, { flinkConfiguration: { 'state.changelog.enabled': 'true' } })).toBe(StateOutcome.AT_RISK);
  expect(worst({}, { flinkConfiguration: { 'state.savepoints.dir': 's3://other/savepoints' } })).toBe(StateOutcome.AT_RISK);
  expect(worst({}, { flinkConfiguration: { 'state.checkpoints.dir': 's3://other/checkpoints' } })).toBe(StateOutcome.KEPT);
});

test('jobs stop, start and stay suspended', () => {
  const suspended = { job: { state: 'suspended' } };
  expect(upgrade({}, suspended).restart).toBe(Restart.STOP);
  expect(upgrade(suspended, {}).restart).toBe(Restart.START);
  expect(upgrade(suspended, upgraded(suspended))).toMatchObject({ restart: Restart.NONE, because: 'the job is suspended before and after' });
});

test('a session takes its jobs with it, unless it is highly available', () => {
  const none = { 'high-availability.type': null, 'high-availability.storageDir': null };
  expect(worst({ job: null }, { job: null })).toBe(StateOutcome.KEPT);
  expect(worst({ job: null, flinkConfiguration: none }, { job: null, flinkConfiguration: none })).toBe(StateOutcome.LOST);
});

test('what scales in place, and what restarts all the same', () => {
  const overrides = (more: Record<string, string>) => ({ flinkConfiguration: { ...more, 'pipeline.jobvertex-parallelism-overrides': 'a:2' } });
  const adaptive = { 'jobmanager.scheduler': 'adaptive' };
  expect(upgrade({ flinkConfiguration: adaptive }, overrides(adaptive))).toMatchObject({ type: 'SCALE', restart: Restart.IN_PLACE });
  expect(upgrade({}, overrides({}))).toMatchObject({ restart: Restart.RESTART, because: 'only jobmanager.scheduler Adaptive scales in place' });
  const standalone = { mode: 'standalone', taskManager: { resource: { memory: '4g', cpu: 1 }, replicas: 2 } };
  const more = { ...standalone, taskManager: { ...standalone.taskManager, replicas: 3 } };
  expect(upgrade(standalone, more)).toMatchObject({ type: 'SCALE', restart: Restart.RESTART });
  const reactive = { flinkConfiguration: { 'scheduler-mode': 'reactive' } };
  expect(upgrade({ ...standalone, ...reactive }, { ...more, ...reactive })).toMatchObject({ type: 'SCALE', restart: Restart.IN_PLACE });
});

test('the colours of a blue/green deployment hand over by a savepoint', () => {
  const colours = (part: Part) => deployment(part, 'FlinkBlueGreenDeployment');
  expect(resourceUpgrade(colours({}), colours(upgraded({ job: { upgradeMode: 'last-state' } })))).toMatchObject({
    type: 'TRANSITION', restart: Restart.TRANSITION, state: [{ outcome: StateOutcome.KEPT }],
  });
  expect(resourceUpgrade(colours({}), colours(upgraded({ job: { upgradeMode: 'stateless' } }))).state).toMatchObject([{ outcome: StateOutcome.LOST }]);
});

test('an option that nobody can read hides the answer, not the question', () => {
  expect(said(upgrade({}, upgraded({ flinkConfiguration: { 'state.changelog.enabled': 'perhaps' } })))).toContain(
    'at risk: nobody can tell what becomes of the state: Flink cannot read state.changelog.enabled');
});

test('the webhook refuses what cannot change', () => {
  expect(upgrade({}, { mode: 'standalone' })).toMatchObject({ restart: Restart.FORBIDDEN, because: 'a native cluster cannot become a standalone one' });
});
