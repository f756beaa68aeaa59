import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CONTRADICTION, SOUND, withOption } from './manifests';
import { Outcome, runCli } from '../run-cli';

let folder: string;
let before: string;
beforeEach(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

function file(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function lint(...args: string[]): Promise<Outcome> {
  return runCli(['lint', ...args]);
}

const CLEAN = 'no findings in 1 resource of 1 file\n';

test('a finding as a compiler tells it', async () => {
  file('orders.yaml', CONTRADICTION);
  expect(await lint('orders.yaml')).toEqual({
    code: 0,
    err: '',
    out: `warning[overwritten-option]: parallelism.default contradicts spec.job.parallelism, which the
operator writes over it
  --> orders.yaml:10:5 (FlinkDeployment/orders)
   |
10 |     parallelism.default: "8" # eight
   |     ^^^^^^^^^^^^^^^^^^^
   = got      "8"
   = allowed  "4", or nothing
   = fix      remove the option; where its value was meant, write it into the field
   = note     --fix does that

To live with a finding, say why in metadata.annotations of its resource:
  acknowledge.cdk8s-flink/overwritten-option: why it is no problem here; until 2027-03-31

1 warning in 1 of 1 file; 1 fixable with --fix
`,
  });
});

test('a narrow terminal with colours', async () => {
  file('orders.yaml', withOption('state.no-such-option-of-flink-and-a-name-that-does-not-fit-a-line: "some value that goes beyond the line"'));
  const { out } = await runCli(['lint', 'orders.yaml'], { columns: 60, colours: true });
  expect(out).toContain('\u001b[1;31merror[unknown-option]\u001b[0m: ');
  expect(out).toContain('10 |     state.no-such-option-of-flink-and-a-name-that-does…\n');
  // eslint-disable-next-line no-control-regex -- the colours
  const lines = out.replace(/\u001b\[[\d;]*m/g, '').split('\n');
  expect(lines.filter((line) => line.length > 60 && line.trim().includes(' ') && !line.includes('acknowledge.'))).toEqual([]);
});

test('what the API server refuses is a finding at its place', async () => {
  file('orders.yaml', SOUND.replace('parallelism: 4', 'parallelism: "four"'));
  const { code, out } = await lint('orders.yaml');
  expect(code).toBe(1);
  expect(out.replace(/\s+/g, ' ')).toContain('error[manifest-field] (refused by the operator or Flink): spec.job.parallelism is not what operator 1.16 reads there');
  expect(out).toContain('\n42 |     parallelism: "four"\n   |     ^^^^^^^^^^^\n');
});

test('exit codes: clean, at the level, below it, unusable', async () => {
  file('clean.yaml', SOUND);
  file('warned.yaml', SOUND.replace('metadata:\n', 'metadata:\n  annotations:\n    acknowledge.cdk8s-flink/unknown-option: nothing of it is there\n'));
  file('broken.yaml', 'flink: [');
  expect(await lint('clean.yaml')).toEqual({ code: 0, err: '', out: CLEAN });
  expect((await lint('warned.yaml')).code).toBe(0);
  expect((await lint('warned.yaml', '--fail-on', 'warning')).code).toBe(1);
  expect((await lint('warned.yaml', '--quiet')).out).toBe('');
  const { code, out, err } = await lint('broken.yaml', 'warned.yaml', '--fail-on', 'warning');
  expect(code).toBe(2);
  expect(err).toMatch(/^broken\.yaml: the text is not YAML that can be read \[manifest-text\]\n/);
  expect(out).toMatch(/\n1 warning in 1 of 1 file; 1 input not looked at\n$/);
});

test('an acknowledgement silences, and is counted', async () => {
  file('orders.yaml', CONTRADICTION.replace('metadata:\n', 'metadata:\n  annotations:\n    acknowledge.cdk8s-flink/overwritten-option: the next release drops it\n'));
  expect(await lint('orders.yaml')).toEqual({ code: 0, err: '', out: 'no findings in 1 resource of 1 file; 1 acknowledged\n' });
  expect((await lint('orders.yaml', '--format', 'markdown')).out).toContain('| the next release drops it |');
  const { findings, summary } = JSON.parse((await lint('orders.yaml', '--format', 'json')).out);
  expect(findings[0].acknowledged).toEqual({ reason: 'the next release drops it' });
  expect(summary).toEqual({ error: 0, warning: 0, info: 0, acknowledged: 1, fixable: 0 });
});

test('folders are walked without hidden ones and those of npm, patterns matched, each file once', async () => {
  ['a.yaml', 'x/b.yml', 'x/y/c.json', 'node_modules/d.yaml', '.git/e.yaml', 'x/f.txt'].forEach((path) => file(path, SOUND.replace('orders', path.replace(/\W/g, ''))));
  file('values.yaml', 'image: a\nbroken: [\n');
  const seen = async (...paths: string[]) => JSON.parse((await lint(...paths, '--format', 'json')).out).files.map((each: { file: string }) => each.file);
  expect(await seen('.')).toEqual(['a.yaml', 'x/b.yml', 'x/y/c.json']);
  expect(await seen('x', './x/b.yml', 'a.yaml')).toEqual(['x/b.yml', 'x/y/c.json', 'a.yaml']);
  expect(await seen('**/*.y{a,}ml')).toEqual(['a.yaml', 'x/b.yml']);
  expect((await lint('nothing/*.yaml', 'none.yaml')).err).toMatch(/^nothing\/\*\.yaml: there is nothing to read \[input-file\][^]*\n\nnone\.yaml: the file cannot be read \[input-file\]\n {2}got {6}no such file \(ENOENT\)/);
});

test('Helm templates: passed over in a folder, refused by name; the host of an ingress is none', async () => {
  file('chart/flink.yaml', 'kind: FlinkDeployment\nmetadata:\n  name: {{ .Values.name }}\n');
  const walked = await lint('chart');
  expect(walked).toEqual({
    code: 0,
    out: 'no findings in 0 resources of 0 files\n',
    err: 'note: passed over chart/flink.yaml: templates of Helm; render them first: helm template <chart> | cdk8s-flink lint -\n',
  });
  const named = await lint('chart/flink.yaml');
  expect({ code: named.code, out: named.out }).toEqual({ code: 2, out: '' });
  expect(named.err).toContain('[helm-template]');
  file('ingress.yaml', `${SOUND}  ingress: { template: "{{name}}.{{namespace}}.example.com" }\n`);
  expect((await lint('ingress.yaml')).code).toBe(0);
});

test('the standard input, several documents, lists, and kinds of others', async () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n${CONTRADICTION.trim().split('\n').map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)).join('\n')}\n`;
  const { code, out } = await runCli(['lint', '-', '--fail-on', 'warning'], { input: `${list}---\nkind: ConfigMap\napiVersion: v1\n---\n${SOUND.replace('orders', 'others')}` });
  expect(code).toBe(1);
  expect(out).toContain('--> standard input:13:7 (FlinkDeployment/orders)\n');
  expect(out).toMatch(/\n1 warning in 1 of 1 file; 1 fixable with --fix\n$/);
  file('map.yaml', 'kind: ConfigMap\napiVersion: v1\n');
  expect(await lint('map.yaml')).toEqual({ code: 0, out: 'no findings in 0 resources of 1 file\n', err: 'note: map.yaml holds no resource of the Flink operator, only ConfigMap\n' });
});

test('commands of a GitHub workflow, escaped', async () => {
  file('a,b:c.yaml', CONTRADICTION);
  expect((await lint('a,b:c.yaml', '--format', 'github')).out).toBe('::warning file=a%2Cb%3Ac.yaml,line=10,col=5,endColumn=24,title=overwritten-option::'
    + 'parallelism.default contradicts spec.job.parallelism, which the operator writes over it%0Agot "8"%0Aallowed "4", or nothing'
    + '%0Afix: remove the option; where its value was meant, write it into the field\n');
});

test('packs, and a name that is none', async () => {
  file('orders.yaml', CONTRADICTION);
  expect((await lint('orders.yaml', '--pack', 'cost,strict')).out).toBe(CLEAN);
  expect((await lint('orders.yaml', '--pack', 'all', '--fail-on', 'warning')).code).toBe(1);
  expect(await lint('orders.yaml', '--pack', 'everything')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('There is no pack "everything". Packs are production, cost, strict and all.') });
});

test('more options than there are do not keep anybody waiting', async () => {
  const many = Array.from({ length: 19_000 }, (_, index) => `    state.x${index}: v`).join('\n');
  file('many.yaml', SOUND.replace('  flinkConfiguration:\n', `  flinkConfiguration:\n${many}\n`));
  const { code, err } = await lint('many.yaml');
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^many\.yaml: the text is too large for manifests \[manifest-size\]\n {2}got {6}more than 2000 different options of Flink\n/) });
});
