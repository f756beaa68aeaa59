import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisons, synthesized } from './run-imported';
import { runCli } from '../run-cli';

const EXAMPLES = join(__dirname, '..', '..', '..', 'examples');
const manifests = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(EXAMPLES, name)).filter((file) => file.endsWith('.k8s.yaml')).map((file) => `${name}/${file}`));

test('there are manifests of examples', () => {
  expect(manifests).toEqual(expect.arrayContaining(['basic/basic.k8s.yaml', 'session/session.k8s.yaml', 'blue-green/blue-green.k8s.yaml']));
});

test.each(manifests)('%s is imported, and the printed program makes the same of it', async (manifest) => {
  const path = join(EXAMPLES, manifest);
  const { code, out, err } = await runCli(['import', path]);
  expect({ code, less: /DIFFERENT|not imported/.exec(err) }).toEqual({ code: 0, less: null });
  expect(out.split('\n').filter((line) => line.length > 120 && !/^\s*('|\w+: ')/.test(line))).toEqual([]);
  for (const [name, compared] of comparisons(readFileSync(path, 'utf8'), synthesized(out))) {
    expect([name, compared?.different]).toEqual([name, []]);
  }
});

test.each([
  ['product-dedup/tuned.k8s.yaml', 'TunedFlinkDeployment'], ['python/python.k8s.yaml', 'TunedFlinkDeployment'], ['session/session.k8s.yaml', 'TunedFlinkSession'],
])('%s comes as %s', async (manifest, construct) => {
  expect((await runCli(['import', join(EXAMPLES, manifest)])).err).toMatch(new RegExp(`: FlinkDeployment [a-z-]+: ${construct}\n`));
});

test('the guide has the example, its report and its program', async () => {
  const [guide, yaml, report, program] = ['../docs/guides/import.md', 'import/orders.yaml', 'import/orders.txt', 'import/orders.ts']
    .map((file) => readFileSync(join(EXAMPLES, file), 'utf8'));
  const before = process.cwd();
  process.chdir(join(EXAMPLES, 'import'));
  try {
    expect(await runCli(['import', 'orders.yaml'])).toEqual({ code: 0, out: program, err: report });
  } finally {
    process.chdir(before);
  }
  [yaml, report, program].forEach((text) => expect(guide).toContain(`\n${text}\`\`\`\n`));
});
