import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli, withFile } from './run-cli';

const FOLDER = join(__dirname, '..', '..', 'examples', 'diff');
const [BASELINE, TUNED] = ['baseline.yaml', 'tuned.yaml'].map((name) => join(FOLDER, name));
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

test('prints what stands beside the example', async () => {
  expect(await runCli(['diff', BASELINE, TUNED])).toEqual({ code: 0, out: read('tuned.txt'), err: '' });
  expect(await runCli(['diff', BASELINE, TUNED, '--format', 'markdown'])).toEqual({ code: 0, out: read('tuned.md'), err: '' });
});

test('tells programs the same', async () => {
  const { out } = await runCli(['diff', BASELINE, TUNED, '--format', 'json']);
  const { added, removed, changed: [changed] } = JSON.parse(out);
  expect({ added, removed }).toEqual({ added: [], removed: [] });
  expect(changed).toMatchObject({ upgrade: { type: 'UPGRADE', restart: 'restart' }, outcome: 'at risk' });
  expect(changed.knobs).toContainEqual({ key: 'parallelism.default', before: '2', after: '4', otherwise: '1', origin: 'spec.job.parallelism', lever: 'parallelism and TaskManagers', direction: 'up' });
  expect(changed.tables[1].amounts[0]).toEqual({ name: 'process', unit: 'bytes', before: 2 ** 30, after: 2 ** 31 });
});

test('reads one side from the standard input', async () => {
  expect(await runCli(['diff', '-', BASELINE], { input: read('baseline.yaml') })).toEqual({ code: 0, out: 'nothing changes\n', err: '' });
  const { code, err } = await runCli(['diff', '-', '-']);
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('the standard input can be read only once') });
});

test('ends with 1 where it is asked to', async () => {
  const stateless = read('tuned.yaml').replace('upgradeMode: savepoint', 'upgradeMode: stateless');
  const ignored = read('baseline.yaml').replace('upgradeMode: savepoint', 'upgradeMode: stateless');
  const exit = (after: string, what: string) => withFile(after, async (path) => (await runCli(['diff', BASELINE, path, '--fail-on', what])).code);
  expect(await exit(read('tuned.yaml'), 'restart')).toBe(1);
  expect(await exit(read('tuned.yaml'), 'state-loss')).toBe(0);
  expect(await exit(stateless, 'state-loss')).toBe(1);
  expect(await exit(ignored, 'restart')).toBe(0);
  expect(await exit('', 'restart')).toBe(1);
  expect(await exit('', 'state-loss')).toBe(1);
});

test('what cannot be read is told with its file, and 2', async () => {
  await withFile(read('tuned.yaml').replace('upgradeMode: savepoint', 'upgradeMode: never'), async (path) => {
    const { code, out, err } = await runCli(['diff', BASELINE, path]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${path}: spec.job.upgradeMode is not what operator 1.16 reads there [manifest-field]`);
  });
  expect(await runCli(['diff', BASELINE, join(FOLDER, 'missing.yaml')])).toMatchObject({ code: 2, out: '' });
});

test('another release of the operator reads with its own rules', async () => {
  expect(await runCli(['diff', BASELINE, TUNED, '--operator', '1.12'])).toMatchObject({ code: 0, err: '' });
});
