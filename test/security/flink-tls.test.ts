import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { parse } from 'yaml';
import { flinkOptions, operatorOptions } from '../../src/flink/options/option-catalogue';
import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { deploymentOf, emitted, freshChart } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { FlinkTls, FlinkVersion, OperatorVersion } from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

const scope = new Chart(new App(), 'secrets');
const secret = Secret.fromSecretName(scope, 'Tls', 'some-job-tls');
const restSecret = Secret.fromSecretName(scope, 'Rest', 'some-job-rest-tls');
const password = { secret: Secret.fromSecretName(scope, 'Password', 'keystore-password'), key: 'password' };
const INTERNAL = { secret, password };
const REST = { secret: restSecret, password };
const BOTH = new FlinkTls({ internal: INTERNAL, rest: REST });

const manifestOf = (tls: FlinkTls, flinkVersion = FlinkVersion.V1_20) => {
  const chart = freshChart();
  deploymentOf({ tls, flinkVersion }, chart);
  return emitted(chart, 'FlinkDeployment')[0];
};
const initContainerOf = (template: any) => template.spec.initContainers[0];

test.each(LINES)('%s and every release of the operator know the options, and no password is among them', (flinkVersion) => {
  const { flinkConfiguration } = manifestOf(BOTH, flinkVersion).spec;
  const keys = Object.keys(flinkConfiguration).filter((key) => key.startsWith('security.'));
  expect(keys).toEqual([
    'security.ssl.algorithms', 'security.ssl.internal.enabled', 'security.ssl.internal.keystore', 'security.ssl.internal.truststore',
    'security.ssl.rest.enabled', 'security.ssl.rest.keystore',
  ]);
  // What the pods add to their own copy must be options of this line too.
  const inPods = [...initContainerOf(manifestOf(BOTH, flinkVersion).spec.jobManager.podTemplate).command[2].matchAll(/^put (\S+)/gm)].map(([, key]) => key);
  expect(inPods).toHaveLength(5);
  [...keys, ...inPods].forEach((key) => expect([key, flinkOptions(flinkVersion).find(key).is]).toEqual([key, 'option']));
  expect(JSON.stringify(flinkConfiguration)).not.toMatch(/password/);
});

test('the startup probe is an option of every release, and the twin makes none of it', () => {
  const key = 'kubernetes.operator.jm-deployment.startup.probe.enabled';
  ['1.10', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16'].forEach((release) => expect(operatorOptions(release).find(key).is).toBe('option'));
  const probeOf = (tls?: FlinkTls) => {
    const { metadata, spec } = deploymentOf({ tls }).toJson();
    const twin = new EffectiveCluster({ metadata, spec }, { release: OperatorVersion.V1_16, defaults: new Map() });
    return JSON.stringify(twin.pods.jobManager).includes('startupProbe');
  };
  expect([probeOf(), probeOf(new FlinkTls({ internal: INTERNAL })), probeOf(BOTH)]).toEqual([true, true, false]);
});

test('internal traffic: files of the Secret under names of our own, the password by reference', () => {
  const { spec } = manifestOf(new FlinkTls({ internal: { ...INTERNAL, keystoreKey: 'jm.p12', truststoreKey: 'ca.p12' } }));
  expect(initContainerOf(spec.taskManager.podTemplate)).toEqual(initContainerOf(spec.jobManager.podTemplate));
  expect(spec.flinkConfiguration).toMatchObject({
    'security.ssl.internal.keystore': '/opt/flink/tls/internal/keystore',
    'security.ssl.internal.truststore': '/opt/flink/tls/internal/truststore',
  });
  expect(spec.jobManager.podTemplate.spec.volumes).toEqual(expect.arrayContaining([
    {
      name: 'flink-tls-internal',
      secret: { secretName: 'some-job-tls', items: [{ key: 'jm.p12', path: 'keystore' }, { key: 'ca.p12', path: 'truststore' }] },
    },
    { name: 'flink-tls-configuration', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
  ]));
  expect(initContainerOf(spec.jobManager.podTemplate)).toMatchObject({
    image: spec.image,
    env: [{ name: 'INTERNAL_KEYSTORE_PASSWORD', valueFrom: { secretKeyRef: { name: 'keystore-password', key: 'password' } } }],
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '100m', memory: '64Mi' } },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: 'flink-config-volume', mountPath: '/opt/flink/conf', readOnly: true },
      { name: 'flink-tls-configuration', mountPath: '/opt/flink/tls/conf' },
    ],
  });
  const [main] = spec.jobManager.podTemplate.spec.containers;
  expect(main.env).toContainEqual({ name: 'FLINK_CONF_DIR', value: '/opt/flink/tls/conf' });
  expect(JSON.stringify(main)).not.toContain('keystore-password');
});

test('the key of the REST API reaches JobManagers alone, and a finding says what the operator needs', () => {
  const { jobManager, taskManager } = manifestOf(BOTH).spec;
  const names = (template: any) => template.spec.volumes.map(({ name }: any) => name).filter((name: string) => name.startsWith('flink-tls'));
  expect(names(jobManager.podTemplate)).toEqual(['flink-tls-configuration', 'flink-tls-internal', 'flink-tls-rest']);
  expect(names(taskManager.podTemplate)).toEqual(['flink-tls-configuration', 'flink-tls-internal']);
  expect(deploymentOf({ tls: BOTH }).findings.map(({ code }) => code)).toContain('rest-tls-of-operator');
  const restOnly = manifestOf(new FlinkTls({ rest: REST })).spec;
  expect(initContainerOf(restOnly.jobManager.podTemplate).env).toHaveLength(1);
  expect(restOnly.taskManager.podTemplate?.spec.initContainers).toBeUndefined();
});

test('a truststore or client authentication of REST never reaches the operator, which would ask for its password', () => {
  const keys = Object.keys(manifestOf(BOTH).spec.flinkConfiguration);
  expect(keys.filter((key) => /ssl\.rest\.(trust|auth)/.test(key))).toEqual([]);
});

/** Runs what the init container runs, on a folder of this machine. */
function prepared(file: string, content: string, secretPassword: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-tls-'));
  try {
    const script = initContainerOf(manifestOf(new FlinkTls({ internal: INTERNAL })).spec.jobManager.podTemplate).command[2]
      .replaceAll('/opt/flink/tls/conf', join(folder, 'to')).replaceAll('/opt/flink/conf', join(folder, 'from'));
    ['from', 'to'].forEach((name) => mkdirSync(join(folder, name)));
    writeFileSync(join(folder, 'from', file), content);
    const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env: { ...process.env, INTERNAL_KEYSTORE_PASSWORD: secretPassword } });
    const to = join(folder, 'to', file);
    return { status, stderr, text: existsSync(to) ? readFileSync(to, 'utf8') : undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PASSWORD_CHARACTERS = [..."abcXYZ0189'$&!*%:;,.-_=+?/<>{}[]()|~^@`"];

test('the pods complete both kinds of file with any password that Flink can read', () => {
  const passwords = fc.array(fc.constantFrom(...PASSWORD_CHARACTERS), { minLength: 1, maxLength: 20 }).map((characters) => characters.join(''));
  fc.assert(fc.property(passwords, (given) => {
    const flat = prepared('flink-conf.yaml', 'security.ssl.internal.enabled: true', given);
    expect(flat.text?.split('\n')).toEqual(expect.arrayContaining([
      'security.ssl.internal.enabled: true',
      ...['keystore', 'key', 'truststore'].map((store) => `security.ssl.internal.${store}-password: ${given}`),
    ]));
    const nested = prepared('config.yaml', 'security:\n  ssl:\n    internal:\n      enabled: true', given);
    expect(parse(nested.text!)).toEqual({
      'security': { ssl: { internal: { enabled: true } } },
      'security.ssl.internal.keystore-password': given,
      'security.ssl.internal.key-password': given,
      'security.ssl.internal.truststore-password': given,
    });
  }), { numRuns: 25 });
});

test.each(['', 'a b', 'a#b', 'a\nb', 'a"b', 'a\\b', ' a'])('the pod stops before Flink at a password that Flink would misread: %j', (given) => {
  const { status, stderr } = prepared('config.yaml', 'a: b', given);
  expect(status).toBe(1);
  expect(stderr).toBe('the password for security.ssl.internal.keystore-password is empty, or has blanks, #, double quotes or backslashes\n');
});

test('TLS of nothing is refused', () => {
  expect(refusalOf(() => new FlinkTls({})).message).toBe(says(
    'FlinkTls encrypts neither internal traffic nor REST [tls-of-nothing]', 'no internal and no rest', 'one of them, or both', 'give `internal`, or leave tls out',
  ));
});

test('what is no Secret, and a key that no Secret has, are refused', () => {
  expect(refusalOf(() => new FlinkTls({ internal: { ...INTERNAL, secret: 'tls' as any } })).message).toBe(says(
    'internal.secret of FlinkTls needs a Secret of cdk8s-plus [tls-secret]', 'string', 'an ISecret', 'for one that exists: Secret.fromSecretName(scope, id, name)',
  ));
  expect(refusalOf(() => new FlinkTls({ rest: { ...REST, password: 'hunter2' as any } })).message).not.toContain('hunter2');
  expect(refusalOf(() => new FlinkTls({ rest: { ...REST, keystoreKey: 'a/b.jks' } })).message).toBe(says(
    'rest.keystoreKey of FlinkTls is no key that a Secret can have [tls-secret-key]', '"a/b.jks"', 'letters, digits, "-", "_" and "."',
    'name the key under which the Secret holds it, for example "keystore.jks"',
  ));
});

test.each([
  ['kubernetes.jobmanager.entrypoint.args', '-Dsecurity.ssl.internal.keystore-password=$KEYSTORE_PASSWORD'],
  ['kubernetes.taskmanager.entrypoint.args', '-Dsecurity.ssl.internal.keystore-password=$(KEYSTORE_PASSWORD)'],
  ['security.ssl.internal.keystore-password', 'changeit'],
])('a password by another way, %s, is refused: Flink would copy it into the arguments of each TaskManager, or the operator into a ConfigMap', (key, value) => {
  const { code, message } = refusalOf(() => deploymentOf({ flinkConfiguration: { [key]: value } }));
  expect(code).toBe('plain-text-credential');
  expect(message).not.toContain('changeit');
});
