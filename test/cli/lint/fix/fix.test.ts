import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { commentsOf } from '../../../../src/cli/lint/fix/comments-of';
import { fixedText } from '../../../../src/cli/lint/fix/fixed-text';
import { readResources } from '../../../../src/operator/manifest/read-resources';
import { OperatorVersion } from '../../../../src/operator/operator-version';
import { ResourceTwin } from '../../../../src/operator/resource-twin';
import { Judged, judged } from '../../../../src/rules/judge';
import { Edit, Pack } from '../../../../src/rules/rule';
import { runCli } from '../../run-cli';
import { CONTRADICTION, SOUND, withOption } from '../manifests';

const installation = { release: OperatorVersion.V1_16, defaults: new Map() };
type FindingsOf = (twin: ResourceTwin) => Judged[];
const byRules: FindingsOf = (twin) => judged(twin, { packs: [Pack.PRODUCTION], today: '2026-11-22' }).findings;

function fixed(text: string, findingsOf: FindingsOf = byRules) {
  return fixedText({ text, resources: readResources(text, installation.release).resources, installation, others: [], findingsOf });
}

/** A rule that asks for an edit as long as the manifest has something. */
function asking(edit: Edit, has: (spec: Record<string, any>) => boolean): FindingsOf {
  const rule = { id: 'asking', pack: Pack.STRICT } as Judged['rule'];
  return ({ manifest: { spec } }) => (has(spec) ? [{ rule, path: ['spec'], what: '', got: '', allowed: '', fix: '', edits: [edit] }] : []);
}

const option = (key: string) => ['spec', 'flinkConfiguration', key];
const renamed = asking({ rename: option('state.checkpoints.dir'), key: 'execution.checkpointing.dir' }, ({ flinkConfiguration }) => 'state.checkpoints.dir' in flinkConfiguration);
const OLDER = SOUND.replace('execution.checkpointing.dir: s3', 'state.checkpoints.dir:   s3').replace(/(orders\/checkpoints)/, '$1   # where they lie');

test('a key in an older spelling gets the current one, and all else stays', () => {
  expect(fixed(OLDER, renamed)).toEqual({ text: OLDER.replace('state.checkpoints.dir', 'execution.checkpointing.dir'), fixed: 1 });
  const quoted = OLDER.replace('state.checkpoints.dir', '\'state.checkpoints.dir\'').replace(/\n/g, '\r\n');
  expect(fixed(quoted, renamed).text).toBe(quoted.replace('state.checkpoints.dir', 'execution.checkpointing.dir'));
  const json = `${JSON.stringify(readResources(OLDER, installation.release).resources[0].value, undefined, 2)}\n`;
  expect(fixed(json, renamed).text).toBe(json.replace('state.checkpoints.dir', 'execution.checkpointing.dir'));
});

test('a rename that Flink of this line does not know, or that meets the other key, is left', () => {
  const older = OLDER.replace('v1_20', 'v1_19').replace('state.backend.type', 'state.backend');
  expect(fixed(older, renamed)).toEqual({ text: older, fixed: 0 });
  const both = OLDER.replace('flinkConfiguration:\n', 'flinkConfiguration:\n    execution.checkpointing.dir: s3://elsewhere/orders\n');
  expect(fixed(both, renamed).fixed).toBe(0);
});

test.each([
  ['in a block, its comment kept', '    parallelism.default: "8" # eight\n', '    # eight\n'],
  ['without a comment', '    parallelism.default: "8"\n', ''],
])('an option that a field replaces goes: %s', (_, line, left) => {
  expect(fixed(withOption(line.trim()))).toEqual({ text: SOUND.replace('flinkConfiguration:\n', `flinkConfiguration:\n${left}`), fixed: 1 });
});

test('out of braces, from the front and from the end', () => {
  const flow = (inner: string) => SOUND.replace(/ {2}flinkConfiguration:\n( {4}.*\n)+/, `  flinkConfiguration: { ${inner} }\n`);
  const [first, last] = [flow('parallelism.default: 8, taskmanager.numberOfTaskSlots: 2'), flow('taskmanager.numberOfTaskSlots: 2, parallelism.default: 8')];
  expect([fixed(first).text, fixed(last).text]).toEqual([flow('taskmanager.numberOfTaskSlots: 2'), flow('taskmanager.numberOfTaskSlots: 2')]);
});

test.each<[string, Edit, (spec: Record<string, any>) => boolean]>([
  ['a memory pool', { set: option('taskmanager.memory.managed.fraction'), value: '0.5' }, (spec) => !('taskmanager.memory.managed.fraction' in spec.flinkConfiguration)],
  ['the slots', { set: option('taskmanager.numberOfTaskSlots'), value: '4' }, (spec) => spec.flinkConfiguration['taskmanager.numberOfTaskSlots'] !== '4'],
  ['what Flink reads', { remove: option('execution.checkpointing.timeout') }, (spec) => 'execution.checkpointing.timeout' in spec.flinkConfiguration],
  ['the upgrade mode', { set: ['spec', 'job', 'upgradeMode'], value: 'stateless' }, (spec) => spec.job.upgradeMode !== 'stateless'],
  ['an option of the job\'s own', { remove: option('com.example.limit') }, (spec) => 'com.example.limit' in spec.flinkConfiguration],
])('what would change what runs is left: %s', (_, edit, has) => {
  const text = withOption('com.example.limit: "7"');
  expect(fixed(text, asking(edit, has))).toEqual({ text, fixed: 0 });
});

test('what nobody reads may be set and may go; a value is put in its own quotes', () => {
  const text = withOption('taskmanager.no-such: \'it\'\'s 8\'');
  expect(fixed(text, asking({ set: option('taskmanager.no-such'), value: 'that\'s 9' }, (spec) => spec.flinkConfiguration['taskmanager.no-such'].includes('8'))).text)
    .toBe(withOption('taskmanager.no-such: \'that\'\'s 9\''));
  const missing = asking({ set: option('taskmanager.no-such'), value: 'yes' }, (spec) => !('taskmanager.no-such' in spec.flinkConfiguration));
  expect(fixed(SOUND, missing).text).toBe(SOUND.replace('  podTemplate:', '    taskmanager.no-such: "yes"\n  podTemplate:'));
});

test('the law: fewer findings that offer a fix, every comment still there, and no second fix of the same text', () => {
  const lines = ['parallelism.default: "8"', 'kubernetes.taskmanager.cpu.amount: 7', 'taskmanager.memory.process.size: 7g', 'jobmanager.memory.process.size: 7g', '"taskmanager.memory.process.size": 9g'];
  const comment = fc.constantFrom('', ' # why', '\n    # a line of its own', '\n');
  const put = fc.tuple(fc.constantFrom(...lines), comment, fc.nat({ max: 10 }));
  let mended = 0;
  fc.assert(fc.property(fc.uniqueArray(put, { selector: ([line]) => line.replace(/"/g, '').split(':')[0], minLength: 1, maxLength: 4 }), fc.boolean(), (puts, windows) => {
    const unixText = puts.reduce((text, [line, more, at]) => {
      const rows = text.split('\n');
      rows.splice(9 + at, 0, `    ${line}${more}`);
      return rows.join('\n');
    }, SOUND);
    const text = windows ? unixText.replace(/\n/g, '\r\n') : unixText;
    const offers = (some: string) => runsOf(some).filter(({ edits }) => edits.length > 0).length;
    const { text: after, fixed: count } = fixed(text);
    mended += count;
    expect(commentsOf(after)).toEqual(commentsOf(text));
    expect(offers(after)).toBeLessThan(offers(text));
    expect(fixed(after)).toEqual({ text: after, fixed: 0 });
  }), { numRuns: 40 });
  expect(mended).toBeGreaterThan(40);
});

function runsOf(text: string): Judged[] {
  let findings: Judged[] = [];
  fixedText({
    text,
    resources: readResources(text, installation.release).resources,
    installation,
    others: [],
    findingsOf: (twin) => { findings = byRules(twin); return []; },
  });
  return findings;
}

test('a file is replaced whole, with its rights, and the standard input is printed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  try {
    const path = join(folder, 'orders.yaml');
    writeFileSync(path, CONTRADICTION);
    chmodSync(path, 0o640);
    expect(await runCli(['lint', path, '--fix'])).toEqual({ code: 0, out: 'no findings in 1 resource of 1 file\n', err: `note: fixed 1 finding in ${path}\n` });
    expect({ text: readFileSync(path, 'utf8'), mode: statSync(path).mode % 0o1000, others: readdirSync(folder) })
      .toEqual({ text: SOUND.replace('flinkConfiguration:\n', 'flinkConfiguration:\n    # eight\n'), mode: 0o640, others: ['orders.yaml'] });
    const { out, err } = await runCli(['lint', '-', '--fix'], { input: CONTRADICTION });
    expect({ out, err }).toEqual({ out: readFileSync(path, 'utf8'), err: 'no findings in 1 resource of 1 file\nnote: fixed 1 finding in standard input\n' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
