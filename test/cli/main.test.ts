import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEAST, runCli } from './run-cli';
import { processIo } from '../../src/cli/command-io';
import { WorkloadKind } from '../../src/workload/workload-kind';

const ROOT = join(__dirname, '..', '..');
const HINT = '(--help tells more)\n';

test('help is no failure, and tells examples and exit codes', async () => {
  const { code, out, err } = await runCli(['size', '--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.replace(/\s+/g, ' ')).toContain(Object.values(WorkloadKind).join(', '));
  expect(out).toContain('cdk8s-flink size workload.yaml --format yaml | kubectl apply --dry-run=server -f -');
  expect(out).toMatch(/Exit codes:\n {2}0 {2}done, with findings or without\n {2}2 {2}the input cannot be used; standard error says why\n$/);
});

test('the program tells its commands and its version', async () => {
  expect((await runCli(['--help'])).out).toContain('size [options] <workload>');
  expect((await runCli(['--version'])).out).toBe(`${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version}\n`);
});

test.each([
  [['sizes'], `error: unknown command 'sizes'\n(Did you mean size?)\n${HINT}`],
  [['size'], `error: missing required argument 'workload'\n${HINT}`],
  [['size', '-', '--format', 'xml'], `error: option '--format <format>' argument 'xml' is invalid. Allowed choices are table, json, yaml.\n${HINT}`],
  [['size', '-', '--node-shapes', '8x32Gi'], `error: unknown option '--node-shapes'\n(Did you mean --node-shape?)\n${HINT}`],
])('%j is unusable', async (args, err) => {
  expect(await runCli(args)).toEqual({ code: 2, out: '', err });
});

test('without a command the help is an answer to a mistake', async () => {
  const { code, out, err } = await runCli([]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('Usage: cdk8s-flink [options] [command]');
});

test('works as a process of its own, from the standard input to the exit code', () => {
  const start = (input: string) => spawnSync('node', ['bin/cdk8s-flink', 'size', '-'], { cwd: ROOT, input, encoding: 'utf8' });
  const done = start(JSON.stringify(LEAST));
  expect({ status: done.status, stderr: done.stderr }).toEqual({ status: 0, stderr: '' });
  expect(done.stdout).toMatch(/^flink-job: deduplication on Flink 1\.20\n/);
  const refused = start('kind: deduplication');
  expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 2, stdout: '' });
  expect(refused.stderr).toMatch(/^standard input: throughput is missing \[input-key\]\n/);
});

test('an app that synthesizes loads nothing of the program', () => {
  const app = `const { App, Chart } = require('cdk8s');
    const { FlinkJob, FlinkVersion, S3Checkpointing, Throughput, TunedFlinkDeployment, Workload } = require('./lib');
    const app = new App();
    new TunedFlinkDeployment(new Chart(app, 'chart'), 'some-job', {
      image: 'flink:1.20', flinkVersion: FlinkVersion.V1_20, job: FlinkJob.jar({ uri: 'local:///job.jar' }),
      checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
      workload: Workload.deduplication({ throughput: Throughput.of({ recordsPerSecond: 20000 }) }),
    }).explain();
    app.synthYaml();
    console.log(Object.keys(require.cache).filter((file) => /node_modules.(ajv|commander|yaml)|lib.cli/.test(file)).filter((file) => !/cdk8s.node_modules/.test(file)).length);`;
  expect(spawnSync('node', ['-e', app], { cwd: ROOT, encoding: 'utf8' }).stdout).toBe('0\n');
});

test.each([
  [['lint', 'examples/lint/orders.yaml'], 1],
  [['explain', 'examples/lint/orders.yaml'], 0],
  [['diff', 'examples/diff/baseline.yaml', 'examples/diff/tuned.yaml'], 0],
  [['rules'], 0],
  [['--version'], 0],
])('%j starts without what constructs and other commands need', (args, status) => {
  const told = 'process.on("exit", () => process.stderr.write(Object.keys(require.cache).filter((file) => /node_modules.(cdk8s|constructs|ajv)|lib.(deployment|sizing.plan)/.test(file)).join()))';
  const done = spawnSync('node', ['-e', `${told}; require('./lib/cli/main').main()`, '--', 'cdk8s-flink', ...args], { cwd: ROOT, encoding: 'utf8' });
  expect({ status: done.status, loaded: done.stderr }).toEqual({ status, loaded: '' });
});

test.each([
  [true, {}, { columns: 97, colours: true }],
  [true, { NO_COLOR: '1' }, { columns: 97, colours: false }],
  [true, { TERM: 'dumb' }, { columns: 97, colours: false }],
  [false, {}, { columns: undefined, colours: false }],
])('on a terminal: %p, with %j', (isTTY, env, expected) => {
  const { NO_COLOR, ...others } = process.env;
  jest.replaceProperty(process, 'env', { ...others, TERM: 'xterm', ...env });
  const before = { isTTY: process.stdout.isTTY, columns: process.stdout.columns };
  try {
    Object.assign(process.stdout, { isTTY, columns: 97 });
    const { columns, colours } = processIo();
    expect({ columns, colours: colours === true }).toEqual(expected);
  } finally {
    Object.assign(process.stdout, before);
    jest.restoreAllMocks();
  }
});
