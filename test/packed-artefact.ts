import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';

/**
 * Packs the library, installs the tarball in an empty folder as a user would, and synthesizes an example
 * there: proves that nothing the library needs is missing from the package.
 */
const ROOT = join(__dirname, '..');
const EXAMPLE = join(ROOT, 'examples', 'product-dedup');
const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs'];

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-packed-'));
try {
  const [{ filename, files, size }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' }));
  const stray = (files as { path: string }[]).map(({ path }) => path)
    .filter((path) => !/^(lib\/.*|node_modules\/yaml\/.*|\.jsii|package\.json|README\.md|LICENSE|API\.md|CHANGELOG\.md)$/.test(path));
  assert(stray.length === 0, `the package holds what no user needs: ${stray.join(', ')}`);

  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  // The tarball alone; its peers are the very ones that the library was tested with.
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', join(folder, filename)], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const peer of PEERS) {
    symlinkSync(join(ROOT, 'node_modules', peer), join(folder, 'node_modules', peer));
  }

  mkdirSync(join(folder, 'app'));
  for (const file of ['main', 'baseline', 'tuned']) {
    const source = readFileSync(join(EXAMPLE, `${file}.ts`), 'utf8');
    const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    writeFileSync(join(folder, 'app', `${file}.js`), outputText);
  }
  execFileSync('node', ['--preserve-symlinks', 'app/main.js'], { cwd: folder, env: { ...process.env, OUTDIR: 'dist' }, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const chart of ['baseline', 'tuned']) {
    const synthesized = readFileSync(join(folder, 'dist', `${chart}.k8s.yaml`), 'utf8');
    assert(synthesized === readFileSync(join(EXAMPLE, `${chart}.k8s.yaml`), 'utf8'), `${chart} differs from its expected manifest`);
  }
  console.log(`packed: ${files.length} files, ${Math.round(size / 1024)} kB; product-dedup synthesized from the tarball, as expected`);
} finally {
  rmSync(folder, { recursive: true });
}

function assert(condition: boolean, message: string): asserts condition {
  if (!condition) {
    throw new Error(`packed artefact: ${message}`);
  }
}
