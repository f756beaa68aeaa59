import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { RENAMED } from '../../../src/flink/configuration/option-spelling';
import { FlinkVersion } from '../../../src/flink/flink-version';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { diffJson } from '../../../src/report/diff/diff-json';
import { diffManifests } from '../../../src/report/diff/diff-manifests';
import { diffMarkdown } from '../../../src/report/diff/diff-markdown';
import { diffText } from '../../../src/report/diff/diff-text';
import { ManifestDiff, ResourceDiff } from '../../../src/report/diff/manifest-diff';
import { Pack } from '../../../src/rules/rule';
import { twinsOfText } from '../../operator/manifest/read-text';

type Part = Record<string, any>;

const example = (name: string) => readFileSync(join(__dirname, '..', '..', '..', 'examples', 'diff', `${name}.yaml`), 'utf8');

const SETTINGS = { 'state.backend.type': 'rocksdb', 'state.checkpoints.dir': 's3://a/b', 'state.savepoints.dir': 's3://a/c' };

/** None of those keys at all. */
const NONE = Object.fromEntries(Object.keys(SETTINGS).map((key) => [key, null]));

/** A text of JSON is one of YAML; an option that is null is left out. */
function resource({ name = 'orders', kind = 'FlinkDeployment', flinkConfiguration, job, ...spec }: Part = {}): string {
  return JSON.stringify({
    apiVersion: 'flink.apache.org/v1beta1',
    kind,
    metadata: { name },
    spec: {
      image: 'flink:1.20',
      flinkVersion: 'v1_20',
      serviceAccount: 'flink',
      jobManager: { resource: { memory: '2g', cpu: 1 } },
      taskManager: { resource: { memory: '4g', cpu: 1 } },
      flinkConfiguration: Object.fromEntries(Object.entries({ ...SETTINGS, ...flinkConfiguration }).filter(([, value]) => value !== null)),
      job: { jarURI: 'local:///a.jar', parallelism: 2, upgradeMode: 'savepoint', ...job },
      ...spec,
    },
  });
}

function diff(before: string, after: string): ManifestDiff {
  const [one, other] = [before, after].map((text) => twinsOfText(text, { release: OperatorVersion.V1_16, defaults: new Map() }).twins);
  return diffManifests(one, other, { packs: [Pack.PRODUCTION], today: '2026-11-22' });
}

const between = (before: Part, after: Part): ResourceDiff => diff(resource(before), resource(after)).changed[0];
const configured = (flinkConfiguration: Part) => ({ flinkConfiguration });
const moved = (before: Part, after: Part) => between(configured(before), configured(after)).knobs
  .map(({ key, before: was, after: is, direction }) => `${key} ${was} ${is}${direction === undefined ? '' : ` ${direction}`}`);
const rendered = (of: ManifestDiff) => [diffText(of, 80, false), diffMarkdown(of), diffJson(of)].join('\n');

const settings = fc.record({
  'taskmanager.memory.managed.fraction': fc.constantFrom('0.3', '0.5', '.5'),
  'taskmanager.numberOfTaskSlots': fc.constantFrom('1', '2'),
  'execution.checkpointing.interval': fc.constantFrom('60s', '1min', '2 min'),
  'state.backend.incremental': fc.constantFrom('true', 'TRUE', 'false'),
  'execution.checkpointing.incremental': fc.constantFrom('true', 'false'),
  'pipeline.max-parallelism': fc.constantFrom('128', '720'),
  'no.such.key': fc.constantFrom('a', 'b'),
}, { requiredKeys: [] });
const part = fc.record({
  flinkConfiguration: settings,
  taskManager: fc.constantFrom('2g', '2048m', '4g', '100m').map((memory) => ({ resource: { memory, cpu: 1 } })),
  job: fc.record({ parallelism: fc.constantFrom(1, 2, 5), upgradeMode: fc.constantFrom('stateless', 'savepoint', 'last-state') }),
}, { requiredKeys: [] });

test('a resource differs from itself in nothing', () => fc.assert(fc.property(fc.noBias(part), (drawn) => {
  expect(diff(resource(drawn), resource(drawn))).toEqual({ added: [], removed: [], changed: [] });
}), { numRuns: 60 }));

test('there and back, knobs, amounts and pods are each other\'s mirror', () => fc.assert(fc.property(fc.noBias(part), fc.noBias(part), (one, other) => {
  const [there, back] = [between(one, other), between(other, one)];
  const knobs = (of: ResourceDiff | undefined, turned: boolean) =>
    of?.knobs.map(({ key, before, after }) => (turned ? [key, after, before] : [key, before, after]));
  const amounts = (of: ResourceDiff | undefined, turned: boolean) => of?.tables.map(({ title, amounts: rows }) =>
    [title, rows.map(({ name, before, after }) => (turned ? [name, after, before] : [name, before, after]))]);
  expect(knobs(back, true)).toEqual(knobs(there, false));
  expect(amounts(back, true)).toEqual(amounts(there, false));
  expect(back?.pods.map(({ field }) => field)).toEqual(there?.pods.map(({ field }) => field));
  expect(back?.newFindings).toEqual(there?.goneFindings);
}), { numRuns: 60 }));

test('the same question has the same answer', () => {
  expect(rendered(diff(example('baseline'), example('tuned')))).toBe(rendered(diff(example('baseline'), example('tuned'))));
});

test('an older key and its current one are no two values', () => {
  // One old key became these two; and what 2.0 renamed is not read by 1.20.
  const two = ['execution.checkpointing.local-backup.enabled', 'execution.state-recovery.from-local'];
  const renamed = Object.entries(RENAMED).filter(([key, { since }]) => !two.includes(key) && FlinkVersion.V1_20.isAtLeast(since));
  expect(renamed.length).toBeGreaterThan(20);
  for (const [key, { older: [older] }] of renamed) {
    expect([key, moved({ ...NONE, [older]: '7' }, { ...NONE, [key]: '7' })]).toEqual([key, []]);
  }
});

test('one old key that became two moves neither', () => {
  expect(moved(
    { 'state.backend.local-recovery': 'true' },
    { 'execution.checkpointing.local-backup.enabled': 'true', 'execution.state-recovery.from-local': 'true' },
  )).toEqual([]);
});

test('of two spellings the one counts that Flink reads', () => {
  const both = { 'state.backend.incremental': 'true', 'execution.checkpointing.incremental': 'false' };
  expect(moved(both, { 'execution.checkpointing.incremental': 'false' })).toEqual([]);
  expect(moved(both, { 'state.backend.incremental': 'true' })).toEqual(['execution.checkpointing.incremental false true']);
});

test('values are compared as Flink reads them, and a default that is written is none', () => {
  expect(moved({ 'execution.checkpointing.interval': '60s' }, { 'execution.checkpointing.interval': '1 min' })).toEqual([]);
  expect(moved({ 'taskmanager.memory.managed.size': '1g' }, { 'taskmanager.memory.managed.size': '1024m' })).toEqual([]);
  expect(moved({}, { 'taskmanager.memory.managed.fraction': '0.4' })).toEqual([]);
  expect(moved({}, { 'taskmanager.memory.managed.fraction': '0.5' })).toEqual(['taskmanager.memory.managed.fraction undefined 0.5']);
  expect(moved({ 'execution.checkpointing.interval': '60s' }, { 'execution.checkpointing.interval': '90s' })).toEqual(['execution.checkpointing.interval 60s 90s up']);
  expect(moved({ a: '1' }, { a: '01' })).toEqual(['a 1 01']);
});

test('only spelling: Flink sees nothing and the operator restarts all the same', () => {
  const changed = between(configured({ 'state.backend.incremental': 'true' }), configured({ 'execution.checkpointing.incremental': 'true' }));
  expect(changed).toMatchObject({
    knobs: [],
    tables: [],
    pods: [],
    steps: [],
    upgrade: { restart: 'restart' },
    respellings: [{ before: 'state.backend.incremental: true', after: 'execution.checkpointing.incremental: true' }],
  });
  expect(rendered({ added: [], removed: [], changed: [changed] })).toContain('only spelling changes, and the operator');
});

test('a knob says who sets it', () => {
  const { knobs } = between({}, { taskManager: { resource: { memory: '8g', cpu: 1 } }, ...configured({ 'taskmanager.numberOfTaskSlots': '2' }) });
  expect(knobs.map(({ key, origin }) => [key, origin])).toEqual([
    ['taskmanager.memory.process.size', 'spec.taskManager.resource.memory'], ['taskmanager.numberOfTaskSlots', 'flinkConfiguration'],
  ]);
});

test('memory, pool by pool, and what the cluster is asked for', () => {
  const { tables } = between({}, { taskManager: { resource: { memory: '8g', cpu: 2 } }, job: { parallelism: 4 } });
  expect(tables.map(({ title }) => title)).toEqual(['cluster', 'memory of a TaskManager', 'RocksDB in one slot']);
  const rows = Object.fromEntries(tables.flatMap(({ amounts }) => amounts.map(({ name, before, after }) => [name, [Number(before), Number(after)]])));
  expect(rows).toMatchObject({
    'parallelism': [2, 4], 'TaskManagers': [2, 4], 'CPU asked for': [3000, 9000], 'memory asked for': [10 * 2 ** 30, 34 * 2 ** 30], 'process': [2 ** 32, 2 ** 33],
  });
});

test('a memory that Flink could not make has no numbers, and the rest is told', () => {
  const changed = between({}, { taskManager: { resource: { memory: '100m', cpu: 1 } } });
  expect(changed.knobs.map(({ key }) => key)).toEqual(['taskmanager.memory.process.size']);
  expect(changed.newFindings.length).toBeGreaterThan(0);
});

test('fields that are no option are told as they stand', () => {
  const { upgrade, fields, knobs } = between({}, { job: { upgradeMode: 'last-state' } });
  expect({ type: upgrade!.type, fields }).toEqual({ type: 'IGNORE', fields: [{ field: 'spec.job.upgradeMode', before: 'savepoint', after: 'last-state' }] });
  expect(knobs.map(({ key }) => key)).toEqual(['execution.checkpointing.interval']);
  expect(between({}, { flinkVersion: 'v1_19' }).fields).toEqual([{ field: 'spec.flinkVersion', before: 'v1_20', after: 'v1_19' }]);
});

test('no secret is told, in no format', () => {
  const secrets = (word: string) => ({
    job: { args: ['--password', word, `--token=${word}`, `--login password ${word}`] },
    flinkConfiguration: { 's3.secret-key': word, 'my.url': `https://user:${word}@host`, 'env.java.opts.all': `-Dstore.password=${word}` },
    podTemplate: { spec: { containers: [{ name: 'flink-main-container', env: [{ name: 'DB_PASSWORD', value: word }, { name: `TOKEN_${word.length}`, value: word }] }] } },
  });
  const text = rendered(diff(resource(secrets('hunter2')), resource(secrets('swordfish'))));
  expect(text).not.toMatch(/hunter2|swordfish/);
  expect(text).toMatch(/s3\.secret-key/);
  expect(text).toMatch(/env\[DB_PASSWORD\]/);
});

test('resources are paired by kind, namespace and name; the only one of a kind may have another name', () => {
  const added = diff(resource(), `${resource()}\n---\n${resource({ name: 'other' })}`);
  expect(added).toEqual({ added: [{ kind: 'FlinkDeployment', namespace: 'default', name: 'other' }], removed: [], changed: [] });
  const removed = diff(`${resource()}\n---\n${resource({ name: 'other' })}`, resource());
  expect(removed).toMatchObject({ added: [], changed: [], removed: [{ resource: { name: 'other' }, state: [{ outcome: 'lost' }] }] });
  expect(between({}, { name: 'other' })).toMatchObject({ resource: { name: 'other' }, formerly: { name: 'orders' }, outcome: 'lost', upgrade: undefined });
  expect(between({}, { name: 'other', job: { initialSavepointPath: 's3://a/c/1' } }).outcome).toBe('at risk');
});

test('a session job is told what moves for it, not what its session is', () => {
  const job = (parallelism: number) => JSON.stringify({
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkSessionJob',
    metadata: { name: 'clicks' },
    spec: { deploymentName: 'session', job: { jarURI: 'https://a/b.jar', parallelism, upgradeMode: 'stateless' } },
  });
  expect(diff(job(1), job(2)).changed).toMatchObject([{ upgrade: { type: 'UPGRADE', restart: 'restart' }, outcome: 'lost', knobs: [{ key: 'parallelism.default' }], tables: [], pods: [] }]);
});

test('a session that is deployed again takes its jobs with it', () => {
  const session = (image: string) => JSON.stringify({
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'session' },
    spec: { image, flinkVersion: 'v1_20', serviceAccount: 'flink', jobManager: { resource: { memory: '2g' } }, taskManager: { resource: { memory: '2g' } } },
  });
  const job = JSON.stringify({
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkSessionJob',
    metadata: { name: 'clicks' },
    spec: { deploymentName: 'session', job: { jarURI: 'https://a/b.jar', parallelism: 1, upgradeMode: 'stateless' } },
  });
  expect(diff(`${session('a')}\n---\n${job}`, `${session('b')}\n---\n${job}`).changed).toMatchObject([
    { resource: { kind: 'FlinkDeployment' }, upgrade: { restart: 'restart' }, outcome: 'lost' },
    { resource: { kind: 'FlinkSessionJob' }, upgrade: { type: 'IGNORE', restart: 'restart', because: 'its session is deployed again, and the job stops with it' }, outcome: 'lost' },
  ]);
});

test('the levers of the tuning chapter, in its order', () => {
  const { steps } = diff(example('baseline'), example('tuned')).changed[0];
  expect(steps.map(({ order, lever: { name } }) => `${order} ${name}`)).toEqual([
    '0 metrics', '1 checkpoint storage', '1 high availability', '1 incremental checkpoints', '1 checkpoint interval and timeout',
    '2 network buffers', '2 TaskManager memory', '2 parallelism and TaskManagers',
  ]);
});

test('what only shrinks waits until the rest has met its objectives', () => {
  const { steps } = between({ taskManager: { resource: { memory: '8g', cpu: 2 } } }, configured({ 'execution.checkpointing.timeout': '20min' }));
  expect(steps.map(({ order, lever: { name } }) => `${order} ${name}`)).toEqual(['1 checkpoint interval and timeout', '3 TaskManager memory', '3 TaskManager CPU']);
});

test('a lever that goes up in one part is no saving', () => {
  const memory = (text: string, fraction: string) => ({
    taskManager: { resource: { memory: text, cpu: 1 } }, ...configured({ 'taskmanager.memory.managed.fraction': fraction }),
  });
  expect(between(memory('8g', '0.5'), memory('4g', '0.3')).steps).toMatchObject([{ order: 3 }]);
  expect(between(memory('8g', '0.3'), memory('4g', '0.5')).steps).toMatchObject([{ order: 2 }]);
});

test('labels of the resource are no concern of Flink\'s', () => {
  const labelled = resource().replace('"name":"orders"', '"name":"orders","labels":{"team":"a"}');
  expect(diff(resource(), labelled).changed).toEqual([]);
});

test('markdown is no place for the markup of a value', () => {
  const text = diffMarkdown(diff(resource(), resource(configured({ 'my.key': 'a|b`c`<img src=x>' }))));
  expect(text).toContain('`` a\\|b`c`<img src=x> ``');
});

test('text keeps to its width where words let it', () => {
  const lines = diffText(diff(example('baseline'), example('tuned')), 80, false).split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test('colours only where there are some', () => {
  const of = diff(example('baseline'), example('tuned'));
  expect(diffText(of, 80, false)).not.toContain('\u001b');
  expect(diffText(of, 80, true)).toContain('\u001b[33mat risk\u001b[0m');
});
