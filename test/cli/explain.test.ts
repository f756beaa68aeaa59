import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './run-cli';
import { files, ROOT } from '../documents';

const TUNED = join(ROOT, 'examples', 'product-dedup', 'tuned.k8s.yaml');
const SESSION = join(ROOT, 'examples', 'session', 'session.k8s.yaml');

/** The files that a run writes into a folder of its own, by their names. */
async function written(...args: string[]): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  try {
    const { code, out, err } = await runCli([...args, '--output', join(folder, 'explain.md')]);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('tells of an example what will run', async () => {
  const { code, out, err } = await runCli(['explain', TUNED]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain([
    'SIZE',
    '  TaskManagers      1 · 1,536 MiB, 1 slot',
    '  JobManager        1 · 1,024 MiB',
    '  Parallelism       1 · the default of the job\'s operators',
    '  Slots             1 · 1 used, 0 idle',
    '  All pods request  2 cores, 2,560 MiB · 2 pods',
  ].join('\n'));
});

test('--name picks the resources of a name, and a session job finds its session all the same', async () => {
  const { out } = await runCli(['explain', SESSION, '--name', 'clicks-by-page', '--format', 'json']);
  const { resources } = JSON.parse(out) as { resources: { kind: string; session: object }[] };
  expect(resources.map(({ kind, session }) => [kind, session])).toEqual([['FlinkSessionJob', { name: 'analytics', known: true }]]);
});

test('Markdown has a picture of each cluster beside it, and bars of text where it goes to the terminal', async () => {
  const beside = await written('explain', SESSION, '--format', 'markdown');
  expect(Object.keys(beside).sort()).toEqual(['explain.analytics.svg', 'explain.md']);
  expect(beside['explain.md']).toContain('![Memory, the numbers are below](explain.analytics.svg)');
  expect((await runCli(['explain', SESSION, '--format', 'markdown'])).out).toContain('```text\ntask heap ');
});

test('a name that is a path stays within the folder', async () => {
  const path = 'apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: { name: ../../x }\nspec: { jobManager: { resource: { memory: 2g } }, taskManager: { resource: { memory: 4g } } }\n';
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  try {
    await runCli(['explain', '-', '--format', 'markdown', '--output', join(folder, 'a.md')], { input: `${path}---\n${path}` });
    expect(readdirSync(folder).sort()).toEqual(['a.-x-2.svg', 'a.-x.svg', 'a.md']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the picture in the guide is what the command makes', async () => {
  const { 'explain.product-dedup.svg': picture } = await written('explain', TUNED, '--format', 'markdown');
  expect(readFileSync(join(ROOT, 'docs', 'images', 'explain.product-dedup.svg'), 'utf8')).toBe(picture);
});

test.each(['text', 'markdown', 'html', 'json'])('every example can be told as %s, without a number that is none', async (format) => {
  for (const example of files('examples', '.k8s.yaml')) {
    const { code, out } = await runCli(['explain', example, '--format', format]);
    expect([example, code, /NaN|undefined|Infinity|\[object /.exec(out)]).toEqual([example, 0, null]);
  }
});

test.each([
  [['explain', '-'], 'kind: ConfigMap', [
    'standard input: the file holds no resource of the operator [no-resource]',
    '  got      ConfigMap',
    '  allowed  FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot, FlinkBlueGreenDeployment or FlinkApplication',
    '  fix      give the file that the operator gets, after Helm or kustomize',
  ]],
  [['explain', SESSION, '--name', 'orders'], '', [
    `${SESSION}: the file holds no resource of this name [resource-name]`,
    '  got      "orders"',
    '  allowed  "analytics", "clicks-by-page", "alerts", "clicks-before-2-2", "invoices"',
    '  fix      give one of these names, or leave --name out',
  ]],
  [['explain', TUNED, '--output', '/no-such-folder/explain.txt'], '', [
    '/no-such-folder/explain.txt: the output cannot be written [output-file]',
    '  got      ENOENT',
    '  allowed  a file in a folder that is there',
    '  fix      check the path and the permissions',
  ]],
  [['explain', '-', '--operator-config', '-'], '', [
    '--operator-config: the standard input can be read only once [input-file]',
    '  got      - for the manifests and for the operator\'s configuration',
    '  allowed  - for one of the two',
    '  fix      put one of them into a file',
  ]],
])('%j is unusable', async (args, input, err) => {
  expect(await runCli(args, { input })).toEqual({ code: 2, out: '', err: `${err.join('\n')}\n` });
});
