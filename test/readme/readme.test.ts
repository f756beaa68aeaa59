import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Size, Testing } from 'cdk8s';
import { embedded, README, ROOT, sources } from './embedded';
import * as library from '../../src';
import { Checkpointing, FlinkJob, FlinkVersion, OperatorVersion, Throughput, TunedFlinkDeployment, Workload } from '../../src';
import { runCli } from '../cli/run-cli';

const readme = readFileSync(README, 'utf8');

test('shows the examples as they are; `npm run readme` copies them', () => {
  expect(sources(readme)).toEqual([
    'examples/product-dedup/tuned.ts',
    'examples/product-dedup/tuned.k8s.yaml',
    'examples/product-dedup/explanation.txt',
    'examples/lint/orders.txt',
  ]);
  expect(readme).toBe(embedded(readme));
});

test('its only TypeScript block is one of them', () => {
  expect(readme.match(/```ts/g)).toHaveLength(1);
});

test('the refusal that it shows is the one that users get', () => {
  const chart = Testing.chart();
  const make = () => new TunedFlinkDeployment(chart, 'clicks', {
    image: 'flink:1.20',
    flinkVersion: FlinkVersion.V1_20,
    job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/clicks.jar' }),
    workload: Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 1_000 }) }),
    checkpointing: Checkpointing.disabled({ reason: 'stateless' }),
    taskManager: { memory: Size.mebibytes(512) },
  });
  let message = '';
  try {
    make();
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).not.toBe('');
  expect(readme).toContain(message);
});

test('the plan without an app is what its command prints', async () => {
  const [, input, shown] = /echo '(.*)' \| npx cdk8s-flink size -\n```\n\n```\n([^]*?)\n```/.exec(readme)!;
  expect((await runCli(['size', '-'], { input })).out.startsWith(`${shown}\n\n`)).toBe(true);
});

test('every npm command that it names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const commands = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(2);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

test('every page that it links to exists', () => {
  const links = [...readme.matchAll(/\]\((?!http)([^)#]+)[^)]*\)/g)].map(([, path]) => path);
  expect(links.length).toBeGreaterThan(3);
  links.forEach((path) => expect(readFileSync(join(ROOT, path), { flag: 'r' }).length).toBeGreaterThan(0));
});

test('it names every version that there is', () => {
  const named = (type: object) => Object.values(type).map((version) => version.minorLine ?? /\d+\.\d+/.exec(String(version))![0]);
  expect(readme).toContain(`| Flink | ${named(FlinkVersion).join(', ')} |`);
  const releases = named(OperatorVersion);
  expect(readme).toContain(`| Flink Kubernetes Operator | ${releases[0]} to ${releases[releases.length - 1]}; `);
});

test('every name of the API in its tables exists', () => {
  const tables = readme.split('## What there is')[1].split('## What it refuses')[0].split('\n').filter((line) => line.startsWith('| '));
  const names = tables.flatMap((line) => [...line.matchAll(/`([A-Z]\w+)(?:\.\w+)?`/g)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(14);
  expect(names.filter((name) => !(name in library))).toEqual([]);
});
