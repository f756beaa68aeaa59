import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEAST, runCli, size, withFile } from './run-cli';
import { OperatorVersion } from '../../src/operator/operator-version';
import { readManifests } from '../operator/manifest/read-text';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'size', 'product-dedup');

/** Structured output of a workload. */
async function json(workload: unknown, ...options: string[]): Promise<any> {
  const { code, out, err } = await size(workload, '--format', 'json', ...options);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

test.each([['table', 'txt'], ['yaml', 'k8s.yaml']])('the %s of the example is the one beside it', async (format, ending) => {
  const { code, out, err } = await runCli(['size', `${EXAMPLE}.yaml`, '--format', format]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(readFileSync(`${EXAMPLE}.${ending}`, 'utf8'));
});

test('the same input makes the same bytes, from YAML and from JSON', async () => {
  const { out } = await size(LEAST);
  expect((await size(LEAST)).out).toBe(out);
  expect((await size('kind: deduplication\nthroughput:\n  recordsPerSecond: 20000\n')).out).toBe(out);
});

test('the structure for programs has the keys that the guide tells', async () => {
  const plan = await json({ ...LEAST, assumptions: { targetUtilization: 0.7 } }, '--node-shape', '8x32Gi');
  expect(Object.keys(plan)).toEqual(['workload', 'flinkVersion', 'assumptions', 'values', 'decisions', 'findings', 'alternatives', 'autoscaler', 'fit']);
  expect(plan.workload).toEqual(LEAST);
  expect(plan.fit.smallestNode).toMatchObject({ cpu: expect.any(Number), memory: expect.stringMatching(/^[0-9]+m$/), localDisk: expect.stringMatching(/^[0-9]+m$/) });
  expect(plan.values).toMatchObject({
    stateLocation: 'rocksdb',
    taskManagerCpu: expect.any(Number),
    taskManagerMemory: expect.stringMatching(/^[0-9]+m$/),
    totalCpu: expect.any(Number),
    totalMemory: expect.stringMatching(/^[0-9]+m$/),
    checkpoints: { interval: expect.stringMatching(/^[0-9]+(s|min)$/) },
  });
  const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'size.md'), 'utf8');
  Object.keys({ ...plan, calibration: {} }).forEach((key) => expect(guide).toContain(`| \`${key}\` |`));
  for (const decision of plan.decisions) {
    expect(Object.keys(decision)).toEqual(['quantity', 'title', 'value', 'low', 'high', 'reason', 'inputs', 'rule', 'source', 'basis']);
  }
});

test('every decision of the plan stands in the table, in one group', async () => {
  const { decisions } = await json(LEAST);
  const { out } = await size(LEAST);
  const lines = out.split('\n').filter((line) => line.startsWith('  ')).map((line) => line.slice(2));
  for (const { title, value } of decisions) {
    expect(lines.filter((line) => line.startsWith(`${title} `) && line.includes(value.text)).length).toBeGreaterThanOrEqual(1);
  }
  expect(out.match(/^[A-Z]{2,}( [A-Z]+)*(?=$|: | {2})/gm)).toEqual([
    'SHAPE', 'MEMORY', 'STATE', 'CHECKPOINTS', 'LATENCY AND RECOVERY', 'MEMORY OF A TASKMANAGER',
    ...(out.includes('\nALTERNATIVES\n') ? ['ALTERNATIVES'] : []), 'IF THE AUTOSCALER IS SWITCHED ON', 'MEASURE FIRST',
  ]);
});

test('measurements of a file of their own win over those in the workload file, and are marked', async () => {
  const workload = { ...LEAST, calibration: { recordsPerSecondPerCore: 5_000, coreUtilization: 1 } };
  const { parallelism: slow } = (await json(workload)).values;
  await withFile('recordsPerSecondPerCore: 80000\n', async (path) => {
    const { calibration, values } = await json(workload, '--calibration', path);
    expect(calibration).toEqual({ recordsPerSecondPerCore: 80_000, coreUtilization: 1 });
    expect(values.parallelism).toBeLessThan(slow);
    const { out } = await size(workload, '--calibration', path);
    expect(out).toContain('\nmeasured  recordsPerSecondPerCore 80000, coreUtilization 1\n');
    expect(out).toMatch(/\n {2}CPU for the work .* ✓ /);
    expect(out).toContain('\n✓ rests on a measurement\n');
  });
});

test('what was measured need not be measured first', async () => {
  const first = async (workload: unknown) => (await size(workload)).out.split('\nMEASURE FIRST\n')[1];
  expect(await first(LEAST)).toContain('calibration.recordsPerSecondPerCore');
  expect(await first({ ...LEAST, calibration: { recordsPerSecondPerCore: 20_000 } })).not.toContain('calibration.recordsPerSecondPerCore');
});

test('options win over the file', async () => {
  const file = { ...LEAST, flinkVersion: '1.20', nodeShape: { cpu: 2, memory: '8Gi' } };
  expect((await json(file, '--flink', '2.0')).flinkVersion).toBe('2.0');
  expect((await size(file)).out).toContain('\nON NODES OF 2 cores AND 8 GiB\n');
  expect((await size(file, '--node-shape', '16x64Gi')).out).toContain('\nON NODES OF 16 cores AND 64 GiB\n');
});

test('findings are told in every format, and the exit code stays 0', async () => {
  const workload = { ...LEAST, keySkew: 0.9, throughput: { recordsPerSecond: 500_000 } };
  const message = 'the hottest key alone, with 90% of the records';
  expect((await json(workload)).findings).toContainEqual(expect.objectContaining({ code: 'hottest-key', message: expect.stringContaining(message) }));
  expect((await size(workload)).out).toMatch(new RegExp(`\nFINDINGS\n(.*\n)*? {2}hottest-key\n {4}${message}`));
  // Before the long table, where nobody overlooks them.
  expect((await size(workload)).out).toMatch(/\nFINDINGS\n[^]*\nSHAPE /);
  expect((await size(workload, '--format', 'yaml')).out).toMatch(new RegExp(`^# Finding hottest-key: ${message}.*\n# {3}fix: `, 'm'));
});

test('the manifest is what kubectl and the operator read, with a word on every placeholder', async () => {
  const { out } = await size(LEAST, '--format', 'yaml');
  const { manifests: [{ kind, manifest, pruned }], passedOver } = readManifests(out, OperatorVersion.V1_16);
  expect({ kind, pruned, passedOver }).toEqual({ kind: 'FlinkDeployment', pruned: [], passedOver: ['ServiceAccount', 'Role', 'RoleBinding'] });
  expect(manifest.metadata.name).toBe('flink-job');
  expect(out.split('\n').filter((line) => line.startsWith('#'))).toEqual([
    '# Placeholders, to be filled in in the workload file:',
    '#   deployment.name: the FlinkDeployment is called flink-job',
    '#   deployment.image: flink:1.20.5 holds Flink, and no job',
    '#   deployment.jarUri: local:///opt/flink/usrlib/job.jar',
    '#   deployment.checkpoints: s3://flink-state/flink-job is no bucket of yours',
  ]);
});

test('the deployment of the file is the one of the manifest', async () => {
  const { out } = await size({
    ...LEAST,
    flinkVersion: '1.19',
    deployment: {
      name: 'dedup',
      namespace: 'team',
      image: 'registry.example.com/dedup:1',
      jarUri: 'local:///opt/dedup.jar',
      entryClass: 'com.example.Dedup',
      args: ['--topic', 'products'],
      checkpoints: 's3://team-state/a/b',
      operatorVersion: '1.12',
    },
  }, '--format', 'yaml');
  const { manifests: [{ manifest }] } = readManifests(out, OperatorVersion.V1_12);
  expect(out).not.toMatch(/^#/m);
  expect(manifest).toMatchObject({
    metadata: { name: 'dedup', namespace: 'team' },
    spec: {
      image: 'registry.example.com/dedup:1',
      flinkVersion: 'v1_19',
      job: { jarURI: 'local:///opt/dedup.jar', entryClass: 'com.example.Dedup', args: ['--topic', 'products'] },
      flinkConfiguration: { 'state.savepoints.dir': 's3://team-state/a/b/savepoints' },
    },
  });
});

test('colours are titles on a terminal, and nothing else', async () => {
  const args = ['size', '-'];
  const input = JSON.stringify(LEAST);
  const plain = (await runCli(args, { input, columns: 100 })).out;
  const coloured = (await runCli(args, { input, columns: 100, colours: true })).out;
  expect(plain).not.toContain('\u001b');
  expect(coloured).toMatch(/^\u001b\[1mflink-job: deduplication on Flink 1\.20\u001b\[0m\n/);
  expect(coloured.replace(/\u001b\[[0-9]+m/g, '')).toBe(plain);
});

test.each([80, 100, 120, 200])('no line is wider than a terminal of %i columns', async (columns) => {
  const { out } = await runCli(['size', `${EXAMPLE}.yaml`], { columns });
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(Math.min(columns, 120));
});
