import { asRefused } from './as-refused';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { checkpointsSwitchedOff } from '../../src/rules/checkpoints/checkpoints-switched-off';
import { unalignedWithConcurrentCheckpoints } from '../../src/rules/checkpoints/unaligned-with-concurrent-checkpoints';
import { idleMemoryShare } from '../../src/rules/memory/idle-memory-share';
import { overwrittenOption } from '../../src/rules/options/overwritten-option';
import { unreadableDuration } from '../../src/rules/options/unreadable-duration';
import { REFUSAL_PACK } from '../../src/rules/refusal-pack';
import { refuseFindings, Rule } from '../../src/rules/rule';
import { plainTextCredential } from '../../src/rules/security/plain-text-credential';
import { maxParallelismBelowParallelism } from '../../src/rules/slots/max-parallelism-below-parallelism';
import { unknownStateBackend } from '../../src/rules/state/unknown-state-backend';
import { refusalOf, says } from '../refusals';
import { someCluster } from '../some-cluster';

const SPEC: ManifestSpec = {
  flinkVersion: 'v1_20',
  image: 'flink:1.20',
  jobManager: { resource: { memory: '1024m', cpu: 1 } },
  taskManager: { resource: { memory: '4096m', cpu: 2 } },
  job: { parallelism: 4 },
};
type Settings = Record<string, string>;
const cluster = (flinkConfiguration: Settings, flinkVersion = 'v1_20') =>
  someCluster({ ...SPEC, flinkVersion, flinkConfiguration });
const found = (rule: Rule, settings: Settings, version?: string) => asRefused(rule, cluster(settings, version));
const templateWith = (kind: 'containers' | 'initContainers') => ({ spec: { [kind]: [{ env: [{ name: 'AWS_SECRET_ACCESS_KEY', value: 'hunter2' }] }] } });
const at = (key: string) => `spec.flinkConfiguration["${key}"]`;

describe('unreadable-duration', () => {
  test.each(['10mins', '1.5s', '', 'PT1M'])('"%s" is found', (text) => {
    expect(found(unreadableDuration, { 'execution.checkpointing.interval': text })).toEqual([{
      location: at('execution.checkpointing.interval'),
      what: 'execution.checkpointing.interval is not a time that every Flink reads',
      got: `"${text}"`,
      allowed: 'a whole number with d, h, min, s or ms',
      fix: 'for example "10min"; 1h30m is "90min"',
    }]);
  });

  test.each(['10 min', '30000', '1h'])('"%s" is read', (text) =>
    expect(found(unreadableDuration, { 'execution.checkpointing.min-pause': text })).toEqual([]));
});

describe('max-parallelism-below-parallelism', () => {
  test('is found', () => {
    expect(found(maxParallelismBelowParallelism, { 'pipeline.max-parallelism': '3' })).toEqual([{
      location: at('pipeline.max-parallelism'),
      what: 'pipeline.max-parallelism is below the parallelism',
      got: '"3" with parallelism 4',
      allowed: '4 to 32768',
      fix: 'leave it to maxParallelism of the construct',
    }]);
  });

  test.each(['4', '120', '-1'])('%s is none', (bound) => expect(found(maxParallelismBelowParallelism, { 'pipeline.max-parallelism': bound })).toEqual([]));
});

describe('plain-text-credential', () => {
  test.each([
    [{ podTemplate: templateWith('containers') }, 'AWS_SECRET_ACCESS_KEY', 'spec.podTemplate'],
    [{ podTemplate: templateWith('initContainers') }, 'AWS_SECRET_ACCESS_KEY', 'spec.podTemplate'],
    [{ jobManager: { ...SPEC.jobManager, podTemplate: templateWith('containers') } }, 'AWS_SECRET_ACCESS_KEY', 'spec.jobManager.podTemplate'],
    [{ taskManager: { ...SPEC.taskManager, podTemplate: templateWith('initContainers') } }, 'AWS_SECRET_ACCESS_KEY', 'spec.taskManager.podTemplate'],
    [{ job: { parallelism: 4, args: ['--db.password', 'hunter2'] } }, '--db.password', 'spec.job.args'],
    [{ job: { parallelism: 4, args: ['--token=hunter2'] } }, '--token', 'spec.job.args'],
    [{ job: { parallelism: 4, args: ['db.password=hunter2'] } }, '--db.password', 'spec.job.args'],
    [{ job: { parallelism: 4, args: ['--url', 'jdbc:postgresql://db/orders?user=a&password=hunter2'] } }, 'an argument', 'spec.job.args'],
    [{ job: { parallelism: 4, args: ['--url=http://a:hunter2@db'] } }, 'an argument', 'spec.job.args'],
    [{ flinkConfiguration: { 'env.java.opts.all': '-Ddb.password=hunter2' } }, 'env.java.opts.all', at('env.java.opts.all')],
  ])('is found wherever it stands (%#)', (changes, name, location) => {
    const findings = asRefused(plainTextCredential, someCluster({ ...SPEC, ...changes }));
    expect(findings).toMatchObject([{ location, what: `${name} holds a secret in plain text` }]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  test('is found inside a URL too, whatever its key', () => {
    expect(found(plainTextCredential, { 's3.endpoint': 'https://user:hunter2@store:9000' })).toMatchObject([{ location: at('s3.endpoint'), got: 'a value, not shown' }]);
  });

  const SECRET = 'AKIA-do-not-show';

  test.each(['s3.secret-key', 's3.access-key', 'fs.s3a.access.key', 'fs.azure.account.key.some.store', 'security.ssl.rest.keystore-password',
    'security.delegation.token.provider.s3-hadoop.secret-key',
    'security.delegation.token.provider.s3-hadoop.access-key', 'security.kerberos.jaas.config', 'S3.SECRET-KEY', 'some.auth-token'])('%s is found, its value not shown', (key) => {
    const findings = found(plainTextCredential, { [key]: SECRET });
    expect(findings).toEqual([{
      location: at(key),
      what: `${key} holds a secret in plain text`,
      got: 'a value, not shown',
      allowed: 'a reference to a Secret, or a service account',
      fix: 'S3Credentials.fromSecret(…), FlinkTls, DatadogReporter and their like take it from a Secret; any other option secretFlinkConfiguration of the cluster',
    }]);
    expect(refusalOf(() => refuseFindings(REFUSAL_PACK, cluster({ [key]: SECRET }))).message).not.toContain(SECRET);
  });

  test.each(['metrics.reporter.dghttp.apikey', 'metrics.reporter.influx.password'])('%s is found, and what takes it from a Secret in its place', (key) => {
    const findings = found(plainTextCredential, { [key]: SECRET });
    expect(findings).toMatchObject([{
      location: at(key),
      fix: 'S3Credentials.fromSecret(…), FlinkTls, DatadogReporter and their like take it from a Secret; any other option secretFlinkConfiguration of the cluster',
    }]);
    expect(JSON.stringify(findings)).not.toContain(SECRET);
  });

  test.each(['kubernetes.secrets', 'kubernetes.env.secretKeyRef', 'security.delegation.tokens.enabled', 'security.delegation.tokens.renewal.retry.backoff',
    'security.kerberos.fetch.delegation-token', 'security.delegation.token.provider.hadoopfs.enabled',
    'fs.azure.account.keyprovider.flinkstate.blob.core.windows.net', 's3.endpoint', 'state.backend.type'])('%s is no secret', (key) => expect(found(plainTextCredential, { [key]: 'x' })).toEqual([]));

  test.each(['fs.azure.account.key.flinkstate.dfs.core.windows.net', 'fs.azure.account.oauth2.client.secret', 'fs.oss.accessKeySecret'])(
    '%s is no secret where Hadoop takes it from the environment, and is one otherwise', (key) => {
      expect(found(plainTextCredential, { [key]: '${env.STORE_KEY}' })).toEqual([]);
      for (const value of ['hunter2', '${env.STORE_KEY}x', '${env.STORE_KEY:-hunter2}', '${env.STORE_KEY-hunter2}', '${STORE_KEY}']) {
        expect(found(plainTextCredential, { [key]: value })).toHaveLength(1);
      }
    },
  );

  test('a reference is a secret like any other text to what does not read by Hadoop', () =>
    expect(found(plainTextCredential, { 's3.secret-key': '${env.STORE_KEY}' })).toHaveLength(1));

  test('no rule ever repeats the value of a credential', () => {
    const everything = cluster({
      's3.secret-key': SECRET,
      'state.backend.type': 'forst',
      'taskmanager.memory.process.size': '9g',
      'taskmanager.memory.managed.fraction': '0.5',
      'taskmanager.memory.managed.size': '1g',
      'execution.checkpointing.unaligned': 'true',
      'execution.checkpointing.max-concurrent-checkpoints': '2',
      'execution.checkpointing.interval': '10mins',
      'pipeline.max-parallelism': '1',
      'containerized.master.env.FLINK_ENV_JAVA_OPTS': '-Da=b',
      'env.java.opts.all': '-Xmx1g',
      'metrics.reporter.prom.port': '9249',
      'execution.checkpointing.dir': 'file:///tmp',
      'execution.checkpointing.savepoint-dir': 's3://flink-state/savepoints',
      'high-availability.type': 'kubernetes',
      'state.nothing-like-it': SECRET,
      'state.backend.rocksdb.block.cache-size': '1g',
      'state.backend.rocksdb.compaction.style': 'FIFO',
      'state.changelog.enabled': 'true',
    });
    const findings = REFUSAL_PACK.flatMap((rule) => rule.check(everything));
    const silent = REFUSAL_PACK.filter((rule) => rule.check(everything).length === 0).map(({ id }) => id);
    // They need a job that is upgraded through its state, another mode, RocksDB, pods with a read-only root, somebody who scales the job, or pod templates.
    expect(silent).toEqual([
      'checkpoints-switched-off', 'checkpoints-deleted-on-cancellation', 'standalone-high-availability', 'idle-health-check', 'read-only-root',
      'unfamiliar-option', 'write-buffer-above-share', 'managed-memory-too-small', 'reactive-mode', 'parallelism-of-replicas', 'standalone-jar', 'autoscaler-standalone',
      'autoscaler-stateless', 'autoscaler-without-effect', 'metrics-window', 'fused-pod-templates', 'container-name', 'overwritten-resources',
      'rest-tls-startup-probe', 'task-manager-cpu', 'high-availability-type', 'few-retained-checkpoints', 'oversized-block', 'ambiguous-memory',
    ]);
    expect(JSON.stringify(findings)).not.toContain(SECRET);
    expect(refusalOf(() => refuseFindings(REFUSAL_PACK, everything)).code).toBe('plain-text-credential');
  });
});

describe('overwritten-option', () => {
  test.each<[string, string, string, string]>([
    ['taskmanager.memory.process.size', '9g', 'spec.taskManager.resource.memory', '4 gb'],
    ['jobmanager.memory.process.size', '2048m', 'spec.jobManager.resource.memory', '1 gb'],
    ['kubernetes.taskmanager.cpu.amount', '3', 'spec.taskManager.resource.cpu', '2.0'],
    ['parallelism.default', '8', 'spec.job.parallelism', '4'],
    ['kubernetes.container.image.ref', 'flink:1.19', 'spec.image', 'flink:1.20'],
  ])('%s: %s contradicts %s', (key, option, field, value) => {
    expect(found(overwrittenOption, { [key]: option })).toEqual([{
      location: at(key),
      what: `${key} contradicts ${field}, which the operator writes over it`,
      got: `"${option}"`,
      allowed: `"${value}", or nothing`,
      fix: 'remove the option; the field decides',
    }]);
  });

  test.each([['taskmanager.memory.process.size', '4g'], ['kubernetes.taskmanager.cpu.amount', '2.0'], ['parallelism.default', '4'], ['some.other', '1']])(
    '%s: %s says the same', (key, option) => expect(found(overwrittenOption, { [key]: option })).toEqual([]),
  );
});

describe('idle-memory-share', () => {
  const finding = (share: string, size: string, value: string, key = share) => ({
    location: at(key),
    what: `${share} contradicts ${size}, which fixes the pool`,
    got: `"${value}"`,
    allowed: 'a size, or a fraction, not both',
    fix: 'give taskManager.memory, which leaves the pools to Flink\'s fractions',
  });
  const [MANAGED, NETWORK] = ['taskmanager.memory.managed', 'taskmanager.memory.network'];

  test('a fraction beside a size', () => {
    expect(found(idleMemoryShare, { [`${MANAGED}.fraction`]: '0.5', 'taskmanager.memory.size': '1g' }))
      .toEqual([finding(`${MANAGED}.fraction`, `${MANAGED}.size`, '0.5')]);
    expect(found(idleMemoryShare, { 'taskmanager.network.memory.fraction': '0.2', [`${NETWORK}.min`]: '256m', [`${NETWORK}.max`]: '256m' }))
      .toEqual([finding(`${NETWORK}.fraction`, `${NETWORK}.min and .max`, '0.2', 'taskmanager.network.memory.fraction')]);
  });

  test.each<[string, Settings]>([
    ['a fraction alone', { [`${MANAGED}.fraction`]: '0.5', [`${NETWORK}.fraction`]: '0.2' }],
    ['sizes alone', { [`${MANAGED}.size`]: '1g', [`${NETWORK}.min`]: '256m', [`${NETWORK}.max`]: '256m' }],
    ['bounds that leave room', { [`${NETWORK}.fraction`]: '0.2', [`${NETWORK}.min`]: '128m', [`${NETWORK}.max`]: '256m' }],
  ])('%s is fine', (_, settings) => expect(found(idleMemoryShare, settings)).toEqual([]));
});

describe('unaligned-with-concurrent-checkpoints', () => {
  const CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';

  test.each(['execution.checkpointing.unaligned.enabled', 'execution.checkpointing.unaligned'])('%s with two at a time', (key) => {
    expect(found(unalignedWithConcurrentCheckpoints, { [key]: 'TRUE', [CONCURRENT]: '2' })).toEqual([{
      location: at(CONCURRENT),
      what: 'unaligned checkpoints allow only one checkpoint at a time',
      got: '"2" with execution.checkpointing.unaligned.enabled on',
      allowed: '1',
      fix: 'leave maxConcurrent out, or unaligned off',
    }]);
  });

  test.each<[string, Settings]>([
    ['one at a time', { 'execution.checkpointing.unaligned.enabled': 'true', [CONCURRENT]: '1' }],
    ['unaligned alone', { 'execution.checkpointing.unaligned.enabled': 'true' }],
    ['aligned', { 'execution.checkpointing.unaligned.enabled': 'false', [CONCURRENT]: '2' }],
  ])('%s is fine', (_, settings) => expect(found(unalignedWithConcurrentCheckpoints, settings)).toEqual([]));
});

describe('unknown-state-backend', () => {
  test.each([['state.backend.type', 'ForSt'], ['state.backend', 'rockdb']])('%s: %s on Flink 1.x', (key, backend) => {
    expect(found(unknownStateBackend, { [key]: backend })).toEqual([{
      location: at(key),
      what: 'this version of Flink does not have this state backend',
      got: `"${backend}" on v1_20`,
      allowed: 'hashmap, rocksdb, jobmanager, filesystem, or the name of a factory class',
      fix: 'use RocksDbStateBackend or HashMapStateBackend',
    }]);
  });

  test('filesystem is gone from Flink 2.0', () => expect(found(unknownStateBackend, { 'state.backend.type': 'filesystem' }, 'v2_0')).toHaveLength(1));

  test.each([['forst', 'v2_0'], ['RocksDB', 'v1_20'], ['com.example.Backend', 'v1_20']])('%s on %s is none', (backend, version) =>
    expect(found(unknownStateBackend, { 'state.backend.type': backend }, version)).toEqual([]));
});

describe('checkpoints-switched-off', () => {
  const withUpgrade = (upgradeMode: string, flinkConfiguration: Settings) => asRefused(checkpointsSwitchedOff, someCluster(
    { ...SPEC, flinkConfiguration, job: { parallelism: 4, upgradeMode } },
  ));

  test.each([
    ['execution.checkpointing.interval', '0', 'a time above zero'], ['execution.checkpointing.interval', '0 s', 'a time above zero'],
    ['execution.checkpointing.storage', 'JobManager', 'filesystem, with execution.checkpointing.dir'],
  ])(
    '%s: %s is found', (key, value, allowed) => {
      expect(withUpgrade('savepoint', { [key]: value })).toEqual([{
        location: at(key),
        what: `${key} takes the checkpoints of this job away`,
        got: `"${value}"`,
        allowed,
        fix: 'remove the setting; a job that may start from nothing says Checkpointing.disabled',
      }]);
    });

  test('a job that may start from nothing, or an interval above zero, is none', () => {
    expect(withUpgrade('stateless', { 'execution.checkpointing.interval': '0' })).toEqual([]);
    expect(withUpgrade('savepoint', { 'execution.checkpointing.interval': '10s' })).toEqual([]);
  });
});

describe('the pack', () => {
  test('throws the first finding with the rule as its code and the place it is at', () => {
    const settings = { 'parallelism.default': '8', 'state.backend.type': 'forst' };
    expect(refusalOf(() => refuseFindings(REFUSAL_PACK, cluster(settings))).message).toBe(says(
      'parallelism.default contradicts spec.job.parallelism, which the operator writes over it [overwritten-option]',
      '"8", in spec.flinkConfiguration["parallelism.default"]', '"4", or nothing', 'remove the option; the field decides',
    ));
  });

  test('is silent about a sound resource', () => expect(() => refuseFindings(REFUSAL_PACK, cluster({ 'state.backend.type': 'rocksdb' }))).not.toThrow());

});
