import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const CLI = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles as it loads, so that no build has to be there. */
const FROM_SOURCES = `require(${JSON.stringify(require.resolve('ts-node'))}).register({ transpileOnly: true, project: ${JSON.stringify(join(ROOT, 'test', 'tsconfig.json'))} });`;

const APP = `
const { ApiObject, App, Chart } = require(${JSON.stringify(require.resolve('cdk8s'))});
const app = new App({ recordConstructMetadata: true });
const chart = new Chart(app, 'orders');
new ApiObject(chart, 'cluster', {
  apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata: { name: 'orders' },
  spec: {
    image: 'registry.example.com/flink:1.20.4', flinkVersion: 'v1_20', serviceAccount: 'flink',
    flinkConfiguration: { [process.env.OPTION]: '60s' },
    jobManager: { resource: { cpu: 1, memory: '2048m' } }, taskManager: { resource: { cpu: 2, memory: '4096m' } },
  },
});
app.synth();
`;

/** `cdk8s synth` as a pipeline calls it. */
function synth(option: string): { readonly status: number | null; readonly output: string } {
  mkdirSync(join(folder, 'plugin'), { recursive: true });
  writeFileSync(join(folder, 'plugin', 'index.js'), `${FROM_SOURCES}\nmodule.exports = require(${JSON.stringify(join(ROOT, 'src', 'plugin'))});\n`);
  writeFileSync(join(folder, 'app.js'), APP);
  writeFileSync(join(folder, 'cdk8s.yaml'), 'language: typescript\napp: node app.js\nvalidations:\n  - package: ./plugin\n    version: 1.0.0\n    class: FlinkValidation\n');
  rmSync(join(folder, 'reports.json'), { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'synth', '--validation-reports-output-file', 'reports.json'], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, OPTION: option, CHECK_VERSION: '0', HOME: folder },
  });
  return { status, output: stdout + stderr };
}

test('cdk8s synth fails where a rule finds an error, and says the construct', () => {
  const { status, output } = synth('s3.secret-key');
  expect({ status, output }).toMatchObject({ status: 2 });
  const { reports: [{ violations, summary }] } = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8'));
  expect(summary).toMatchObject({ status: 'failure' });
  expect(violations).toMatchObject([{ ruleName: 'plain-text-credential', violatingConstructs: [{ constructPath: 'orders/cluster', resourceName: 'orders' }] }]);
  expect(output).toContain('s3.secret-key holds a secret in plain text');
  expect(output).not.toContain('60s');
}, 60_000);

test('and passes where there is nothing worse than a warning', () => {
  const { status, output } = synth('akka.ask.timeout');
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(output).toMatch(/(warning|info): FlinkDeployment orders: /);
}, 60_000);
