import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
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
  ]));
  expect(initContainerOf(spec.jobManager.podTemplate)).toMatchObject({
    name: 'flink-secret-options',
    env: [{ name: 'SECRET_OPTION_1', valueFrom: { secretKeyRef: { name: 'keystore-password', key: 'password' } } }],
  });
  expect(JSON.stringify(spec.jobManager.podTemplate.spec.containers)).not.toContain('keystore-password');
});

test('the key of the REST API reaches JobManagers alone, and a finding says what the operator needs', () => {
  const { jobManager, taskManager } = manifestOf(BOTH).spec;
  const names = (template: any) => template.spec.volumes.map(({ name }: any) => name).filter((name: string) => name.startsWith('flink-tls'));
  expect(names(jobManager.podTemplate)).toEqual(['flink-tls-internal', 'flink-tls-rest']);
  expect(names(taskManager.podTemplate)).toEqual(['flink-tls-internal']);
  expect(deploymentOf({ tls: BOTH }).findings.map(({ code }) => code)).toContain('rest-tls-of-operator');
  const restOnly = manifestOf(new FlinkTls({ rest: REST })).spec;
  expect(initContainerOf(restOnly.jobManager.podTemplate).env).toHaveLength(1);
  expect(restOnly.taskManager.podTemplate?.spec.initContainers).toBeUndefined();
});

test('a truststore or client authentication of REST never reaches the operator, which would ask for its password', () => {
  const keys = Object.keys(manifestOf(BOTH).spec.flinkConfiguration);
  expect(keys.filter((key) => /ssl\.rest\.(trust|auth)/.test(key))).toEqual([]);
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
