import * as fc from 'fast-check';
import { specPairs } from '../../../conformance/upgrade-cases';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { BlueGreenChange, blueGreenChange } from '../../../src/operator/upgrade/blue-green-diff';
import { forbiddenChange } from '../../../src/operator/upgrade/forbidden-change';
import { ComparedSpec, DiffType, SpecChange, specChanges, weightiest } from '../../../src/operator/upgrade/spec-diff';

const job = { jarURI: 'local:///a.jar', parallelism: 2 };
const told = (changes: SpecChange[]) => changes.map(({ field, type }) => `${field} ${type}`);
const changes = (before: ComparedSpec, after: ComparedSpec) => told(specChanges(before, after));
const options = (before: Record<string, unknown>, after: Record<string, unknown>, mode?: string) =>
  changes({ mode, flinkConfiguration: before }, { mode, flinkConfiguration: after });
const pairs = fc.integer().map((seed) => specPairs(1, seed, OperatorVersion.V1_16)[0]).filter(({ kind }) => kind !== 'FlinkBlueGreenDeployment');

test('of the configuration, what the operator itself and its autoscaler read restarts nothing', () => {
  expect(options({}, { 'kubernetes.operator.x': '1', 'job.autoscaler.enabled': 'true', 'parallelism.default': '2', 'pipeline.name': 'a' }))
    .toEqual(['flinkConfiguration.job.autoscaler.enabled IGNORE', 'flinkConfiguration.kubernetes.operator.x IGNORE',
      'flinkConfiguration.parallelism.default IGNORE', 'flinkConfiguration.pipeline.name UPGRADE']);
  const overrides = { 'pipeline.jobvertex-parallelism-overrides': 'a:2' };
  expect(options({}, overrides)).toEqual(['flinkConfiguration.pipeline.jobvertex-parallelism-overrides SCALE']);
  expect(options({}, overrides, 'standalone')).toEqual(['flinkConfiguration.pipeline.jobvertex-parallelism-overrides UPGRADE']);
});

test('options are compared as flat texts: another spelling is a change, another nesting is none', () => {
  expect(options({ a: '1g' }, { a: '1024m' })).toEqual(['flinkConfiguration.a UPGRADE']);
  expect(options({ state: { backend: { type: 'rocksdb' } } }, { 'state.backend.type': 'rocksdb' })).toEqual([]);
});

test('a standalone cluster scales where a native one is upgraded', () => {
  const [before, after] = [2, 4].map((count): ComparedSpec => ({ job: { ...job, parallelism: count }, taskManager: { replicas: count } }));
  expect(changes(before, after)).toEqual(['job.parallelism UPGRADE', 'taskManager.replicas UPGRADE']);
  expect(changes({ ...before, mode: 'standalone' }, { ...after, mode: 'standalone' })).toEqual(['job.parallelism SCALE', 'taskManager.replicas SCALE']);
});

test('how a job is upgraded and snapshotted is no change of the job', () => {
  expect(changes({ job }, { job: { ...job, upgradeMode: 'savepoint', savepointTriggerNonce: 1, initialSavepointPath: 's3://a', allowNonRestoredState: true } }))
    .toEqual(['job.allowNonRestoredState IGNORE', 'job.initialSavepointPath IGNORE', 'job.savepointTriggerNonce IGNORE', 'job.upgradeMode IGNORE']);
  expect(changes({ job }, { job: { ...job, state: 'running', upgradeMode: 'stateless', args: [] } })).toEqual([]);
});

test('nonces count when they are set, not when they go', () => {
  expect(changes({}, { restartNonce: 1 })).toEqual(['restartNonce UPGRADE']);
  expect(changes({ restartNonce: 1 }, {})).toEqual([]);
  expect(changes({ job }, { job: { ...job, savepointRedeployNonce: 1 } })).toEqual(['job.savepointRedeployNonce SAVEPOINT_REDEPLOY']);
  expect(changes({ job: { ...job, savepointRedeployNonce: 1 } }, { job })).toEqual([]);
});

test('templates are compared as Kubernetes means them, other fields as they are written', () => {
  const template = (memory: string, volumes?: unknown[]) => ({ podTemplate: { spec: { volumes, containers: [{ name: 'a', resources: { limits: { memory } } }] } } });
  expect(changes(template('1Gi', []), template('1024Mi'))).toEqual([]);
  expect(changes(template('1Gi'), template('1G'))).toEqual(['podTemplate UPGRADE']);
  expect(changes({ taskManager: { resource: { memory: '1g' } } }, { taskManager: { resource: { memory: '1024m' } } })).toEqual(['taskManager.resource UPGRADE']);
  expect(changes({}, { mode: 'native' })).toEqual(['mode UPGRADE']);
});

test('the weightiest change decides', () => {
  expect(weightiest([])).toBe(DiffType.IGNORE);
  expect(weightiest(specChanges({ job }, { job: { ...job, upgradeMode: 'savepoint', entryClass: 'A' } }))).toBe(DiffType.UPGRADE);
});

test('a spec differs from itself in nothing', () => fc.assert(fc.property(pairs, ({ before }) => {
  expect(changes(before.spec, structuredClone(before.spec))).toEqual([]);
}), { numRuns: 300 }));

test('there and back the same fields differ, but for a nonce that goes', () => fc.assert(fc.property(pairs, ({ before, after }) => {
  const fields = (list: SpecChange[]) => list.map(({ field }) => field).filter((field) => !/Nonce$/.test(field));
  expect(fields(specChanges(after.spec, before.spec, 'native'))).toEqual(fields(specChanges(before.spec, after.spec, 'native')));
}), { numRuns: 300 }));

test('blue and green: only what needs another cluster is a transition', () => {
  const running = { job };
  expect(blueGreenChange(running, { job: { ...job } })).toBe(BlueGreenChange.IGNORE);
  expect(blueGreenChange(running, { job: { ...job, upgradeMode: 'savepoint' } })).toBe(BlueGreenChange.PATCH_CHILD);
  expect(blueGreenChange({ ...running, restartNonce: 1 }, running)).toBe(BlueGreenChange.PATCH_CHILD);
  expect(blueGreenChange(running, { job: { ...job, parallelism: 3 } })).toBe(BlueGreenChange.TRANSITION);
  expect(blueGreenChange({ ...running, mode: 'standalone' }, { mode: 'standalone', job: { ...job, parallelism: 3 } })).toBe(BlueGreenChange.TRANSITION);
  expect(blueGreenChange(running, { job: { ...job, savepointRedeployNonce: 1 } })).toBe(BlueGreenChange.SAVEPOINT_REDEPLOY);
  expect(blueGreenChange(running, { job: { ...job, state: 'suspended' } })).toBe(BlueGreenChange.SUSPEND);
  expect(blueGreenChange({ job: { ...job, state: 'suspended' } }, running)).toBe(BlueGreenChange.RESUME);
});

test('what a cluster is cannot change', () => {
  expect(forbiddenChange({ job }, {})).toBe('the cluster of a job cannot become a session cluster');
  expect(forbiddenChange({}, { job })).toBe('a session cluster cannot become the cluster of a job');
  expect(forbiddenChange({ job }, { job, mode: 'standalone' })).toBe('a native cluster cannot become a standalone one');
  expect(forbiddenChange({ job }, { job, mode: 'native' })).toBeUndefined();
  expect(forbiddenChange({ deploymentName: 'a', job }, { deploymentName: 'b', job })).toMatch('deploymentName cannot change');
  const suspended = { flinkVersion: 'v1_19', job: { ...job, state: 'suspended', upgradeMode: 'last-state' } };
  expect(forbiddenChange(suspended, { flinkVersion: 'v1_20', job: { ...job, upgradeMode: 'last-state' } })).toMatch('flinkVersion cannot change');
  expect(forbiddenChange(suspended, { flinkVersion: 'v1_20', job })).toBeUndefined();
});
