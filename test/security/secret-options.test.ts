import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { parse } from 'yaml';
import { withSecretOptions } from '../../src/security/secret-options';

const secret = Secret.fromSecretName(new Chart(new App(), 'secrets'), 'Secret', 'sink');
const setting = (key: string, secretKey = 'password') => ({ key, value: { secret, key: secretKey }, reason: '' });

/** Runs what the init container runs, on a folder of this machine; every value of a Secret is the same. */
function completed(file: string, content: string, keys: string[], value: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-secrets-'));
  try {
    const [{ command, environment = [] }] = withSecretOptions('flink', keys.map((key) => setting(key))).initContainers!;
    const script = command![2].replaceAll('/opt/flink/conf-with-secrets', join(folder, 'to')).replaceAll('/opt/flink/conf', join(folder, 'from'));
    ['from', 'to'].forEach((name) => mkdirSync(join(folder, name)));
    writeFileSync(join(folder, 'from', file), content);
    writeFileSync(join(folder, 'from', 'log4j-console.properties'), 'rootLogger.level = INFO');
    const variables = Object.fromEntries(environment.map(({ name }) => [name, value]));
    const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env: { ...process.env, ...variables } });
    const text = (name: string) => readFileSync(join(folder, 'to', name), 'utf8');
    return { status, stderr, text: text(file), log4j: text('log4j-console.properties') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const flat = (keys: string[], value: string) => completed('flink-conf.yaml', 'a: b', keys, value);
const nested = (keys: string[], value: string) => completed('config.yaml', 'a:\n  c: b', keys, value);

/** What nobody cuts off at the ends. */
const INNER = [..."abcXYZ0189'$&!*%:;,.-_=+?/<>{}[]()|~^@`\"\\ é"];
const valuesOf = (characters: string[]) => fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 20 })
  .map((chosen) => chosen.join('')).filter((value) => value.trim() === value);

test('any value that the file can hold is the value that Flink reads', () => {
  const keys = ['s3.secret-key', 'metrics.reporter.dd.apikey'];
  fc.assert(fc.property(valuesOf(INNER), (value) => {
    const { text, log4j } = flat(keys, value);
    expect(text.split('\n').filter((line) => line !== '')).toEqual(['a: b', ...keys.map((key) => `${key}: ${value}`)]);
    expect(log4j).toBe('rootLogger.level = INFO');
  }), { numRuns: 25 });
  fc.assert(fc.property(valuesOf([...INNER, '#']), (value) => {
    expect(parse(nested(keys, value).text)).toEqual({ 'a': { c: 'b' }, 's3.secret-key': value, 'metrics.reporter.dd.apikey': value });
  }), { numRuns: 25 });
});

test.each(['0123', '1e5', 'true', 'null', '~', '2024-01-01', '0x1F'])('%s stays a text in YAML', (value) => {
  expect(parse(nested(['a.b'], value).text)['a.b']).toBe(value);
});

test.each([
  ['', 'is empty'], [' a', 'begins or ends with a blank or a line break'], ['a\n', 'begins or ends with a blank or a line break'],
  ['a\nb', 'has a line break or another control character'], ['a\u0007b', 'has a line break or another control character'],
])('the pod stops before Flink at %j, and does not show it', (value, why) => {
  for (const files of [flat, nested]) {
    const { status, stderr, text } = files(['s3.secret-key'], value);
    expect([status, stderr]).toEqual([1, `the value of s3.secret-key in its Secret ${why}\n`]);
    expect(text).not.toContain('s3');
  }
});

test('a comment in the flat file, and what ends a text in the RPC system', () => {
  expect(flat(['s3.secret-key'], 'a#b')).toMatchObject({ status: 1, stderr: 'the value of s3.secret-key in its Secret has #, which begins a comment in flink-conf.yaml\n' });
  for (const value of ['a"b', 'a\\b']) {
    expect(nested(['security.ssl.internal.key-password'], value)).toMatchObject({
      status: 1, stderr: 'the value of security.ssl.internal.key-password in its Secret has double quotes or backslashes\n',
    });
    expect(nested(['s3.secret-key'], value).status).toBe(0);
  }
});

test('each place in a Secret is one variable, by reference, in a container without rights of its own', () => {
  const pods = withSecretOptions('flink:1', [setting('a.x'), setting('a.y', 'other'), setting('a.z')]);
  const [container] = pods.initContainers!;
  expect(container.environment!.map((variable) => variable._render())).toEqual(['password', 'other'].map((key, index) => (
    { name: `SECRET_OPTION_${index + 1}`, valueFrom: { secretKeyRef: { name: 'sink', key } } })));
  expect(container.command![2].split('\n').slice(-3)).toEqual(['put a.x "$SECRET_OPTION_1"', 'put a.y "$SECRET_OPTION_2"', 'put a.z "$SECRET_OPTION_1"']);
  expect(container).toMatchObject({ image: 'flink:1', readOnlyRootFilesystem: true });
  expect(pods.volumes).toEqual([{
    name: 'flink-secret-options', mountPath: '/opt/flink/conf-with-secrets', source: { emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
  }]);
  expect(pods.environment!.map((variable) => variable._render())).toEqual([{ name: 'FLINK_CONF_DIR', value: '/opt/flink/conf-with-secrets' }]);
});
