import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';

/**
 * Packs the library, installs the tarball in an empty folder as a user would, synthesizes an example and
 * runs the program and loads the plugin there: proves that nothing the library needs is missing from the package.
 */
const ROOT = join(__dirname, '..');
const EXAMPLE = join(ROOT, 'examples', 'product-dedup');
const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs'];
/** What the package brings along, with what that needs itself. */
const BUNDLED = ['yaml', 'commander', 'ajv', 'fast-deep-equal', 'fast-uri', 'json-schema-traverse', 'require-from-string'];

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-packed-'));
try {
  const [{ filename, files, size }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' }));
  const stray = (files as { path: string }[]).map(({ path }) => path)
    .filter((path) => !new RegExp(`^node_modules/(${BUNDLED.join('|')})/`).test(path))
    .filter((path) => !/^(bin\/cdk8s-flink|lib\/.*|\.jsii|package\.json|README\.md|LICENSE|API\.md|CHANGELOG\.md)$/.test(path));
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
  // What is loaded on first use only: the catalogue, and the reader of YAML that the package brings along.
  const options = join(folder, 'node_modules', 'cdk8s-flink', 'lib', 'flink', 'options');
  const used = `const { FlinkVersion } = require('${options}/../flink-version');
    const { valueProblem } = require('${options}/value-problem');
    const { flinkOptions } = require('${options}/option-catalogue');
    const { valueDialect } = require('${options}/value-dialect');
    const problem = (text) => valueProblem(flinkOptions(FlinkVersion.V2_0), 'kubernetes.jobmanager.tolerations', text, valueDialect(FlinkVersion.V2_0));
    console.log(problem('[{key: a, operator: Exists}]') === undefined && problem('[a') !== undefined)`;
  assert(execFileSync('node', ['-e', used], { cwd: folder, encoding: 'utf8' }).trim() === 'true', 'the option catalogue does not work');
  // The program, as npm installs it: what it brings along, and the schema of its files.
  const workload = join(ROOT, 'examples', 'size', 'product-dedup');
  const table = execFileSync(join(folder, 'node_modules', '.bin', 'cdk8s-flink'), ['size', `${workload}.yaml`], { cwd: folder, encoding: 'utf8' });
  assert(table === readFileSync(`${workload}.txt`, 'utf8'), 'cdk8s-flink size prints something else than expected');
  const lint = spawnSync(join(folder, 'node_modules', '.bin', 'cdk8s-flink'), ['lint', join(ROOT, 'examples', 'lint', 'orders.yaml')], { cwd: folder, encoding: 'utf8' });
  assert(lint.status === 1 && lint.stdout.includes('error[unknown-option]'), `cdk8s-flink lint ends with ${lint.status}: ${lint.stdout}${lint.stderr}`);
  const plugin = execFileSync('node', ['-p', 'typeof require("./node_modules/cdk8s-flink/lib/plugin").FlinkValidation'], { cwd: folder, encoding: 'utf8' });
  assert(plugin.trim() === 'function', 'the validation plugin has no class FlinkValidation');
  console.log(`packed: ${files.length} files, ${Math.round(size / 1024)} kB; product-dedup synthesized and sized, a manifest linted, the plugin loaded from the tarball, as expected`);
} finally {
  rmSync(folder, { recursive: true });
}

function assert(condition: boolean, message: string): asserts condition {
  if (!condition) {
    throw new Error(`packed artefact: ${message}`);
  }
}
