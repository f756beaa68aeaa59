import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const EXAMPLES = join(ROOT, 'examples');
const examples = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  .filter((name) => existsSync(join(EXAMPLES, name, 'main.ts')));

/** Runs an example as a user would, in a process of its own, into an empty folder. */
function run(example: string, outdir: string): string {
  const { status, stdout, stderr } = spawnSync('node', ['-r', 'ts-node/register/transpile-only', `examples/${example}/main.ts`], {
    cwd: ROOT, encoding: 'utf8', env: { ...process.env, OUTDIR: outdir, TS_NODE_PROJECT: 'examples/tsconfig.json' },
  });
  const warnings = join(EXAMPLES, example, 'warnings.txt');
  expect(stderr).toBe(existsSync(warnings) ? readFileSync(warnings, 'utf8') : '');
  expect(status).toBe(0);
  return stdout;
}

function manifests(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.k8s.yaml')).sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

test('there are examples', () => {
  expect(examples).toEqual(expect.arrayContaining(['basic', 'product-dedup']));
});

test.each(examples)('%s synthesizes to the manifests beside it, byte for byte, with the warnings beside it', (example) => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  try {
    run(example, outdir);
    expect(manifests(outdir)).toEqual(manifests(join(EXAMPLES, example)));
  } finally {
    rmSync(outdir, { recursive: true });
  }
});
