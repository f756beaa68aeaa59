import fc from 'fast-check';
import { admitDeployment } from '../../../src/operator/admission/admit-deployment';
import { refuseName } from '../../../src/operator/admission/names';
import { ManifestSpec } from '../../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { refusalOf, says } from '../../refusals';

const installed = (release = OperatorVersion.V1_16, defaults: Record<string, string> = {}) =>
  ({ release, defaults: new Map(Object.entries(defaults)) });
const ROLE = { resource: { memory: '2g' } };
const admitting = ({ job, jobManager, ...spec }: ManifestSpec, installation = installed()) => () => admitDeployment({
  metadata: { name: 'some-job' },
  spec: {
    flinkVersion: 'v1_20', serviceAccount: 'flink', jobManager: { ...ROLE, ...jobManager }, taskManager: ROLE, job: job && { parallelism: 1, ...job }, ...spec,
  },
}, installation);
const HA = { 'high-availability.type': 'kubernetes' };
const HA_ELDER = { 'high-availability': 'kubernetes' };
const DIRECTORIES = { 'execution.checkpointing.dir': 's3://b/c', 'execution.checkpointing.savepoint-dir': 's3://b/s' };

describe('names', () => {
  test('any that the operator documents is accepted', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]([-a-z0-9]{0,43}[a-z0-9])?$/), (name) => expect(() => refuseName(name)).not.toThrow()));
  });

  test.each(['', '1job', 'Job', 'job_a', 'job-', '-job', 'job.a', 'j ob', 'a'.repeat(46)])('%j is refused', (name) => {
    expect(refusalOf(() => refuseName(name)).message).toBe(says(
      'the operator does not accept this name of a FlinkDeployment [deployment-name]', `"${name}", ${name.length} characters`,
      '1 to 45 lower-case letters, digits and dashes, a letter first, no dash last',
      'choose another name; it is never shortened for you, because state belongs to it',
    ));
  });

  test('45 characters are accepted', () => expect(() => refuseName('a'.repeat(45))).not.toThrow());
});

describe('what is refused', () => {
  const STORAGE = 'set a directory in a storage that outlives the pods';
  const savepoints = (what: string) =>
    says(`${what} needs a savepoint directory [savepoint-directory]`, 'none', 'execution.checkpointing.savepoint-dir', STORAGE);
  const checkpoints = (mode: string) =>
    says(`upgrade mode ${mode} needs a checkpoint directory [checkpoint-directory]`, 'none', 'execution.checkpointing.dir', STORAGE);
  const onlyCheckpoints = { 'execution.checkpointing.dir': 's3://b/c' };

  test.each<[string, ManifestSpec, string]>([
    ['rollback without high availability', { flinkConfiguration: { 'kubernetes.operator.deployment.rollback.enabled': 'true' } }, says(
      'rollback needs high availability [rollback-without-ha]', 'rollback on, high-availability.type unset', 'high-availability.type: kubernetes',
      'turn rollback off or high availability on')],
    ['health check without recovery',
      { flinkConfiguration: { 'kubernetes.operator.cluster.health-check.enabled': 'True', 'kubernetes.operator.jm-deployment-recovery.enabled': 'false' } },
      says('the health check needs JobManager recovery [health-check-without-recovery]', 'health check on, recovery off',
        'kubernetes.operator.jm-deployment-recovery.enabled: true', 'remove the setting that turns recovery off')],
    ['savepoint upgrades without checkpoints', { job: { upgradeMode: 'savepoint' } }, checkpoints('savepoint')],
    ['last-state upgrades with a blank directory', { job: { upgradeMode: 'last-state' }, flinkConfiguration: { 'execution.checkpointing.dir': ' ' } },
      checkpoints('last-state')],
    ['savepoint upgrades without savepoints', { job: { upgradeMode: 'savepoint' }, flinkConfiguration: onlyCheckpoints }, savepoints('upgrade mode savepoint')],
    ['a savepoint nonce without savepoints', { job: { savepointTriggerNonce: 1 } }, savepoints('savepointTriggerNonce')],
    ['periodic savepoints without savepoints', { job: {}, flinkConfiguration: { 'kubernetes.operator.periodic.savepoint.interval': '1h' } },
      savepoints('kubernetes.operator.periodic.savepoint.interval')],
    ['standby JobManagers without high availability', { jobManager: { replicas: 2 } }, says(
      'standby JobManagers need high availability [standby-without-ha]', '2 JobManagers', '1, or high-availability.type: kubernetes',
      'set jobManager.replicas to 1')],
    ['standby JobManagers with high availability NONE', { jobManager: { replicas: 3 }, flinkConfiguration: { 'high-availability': 'none' } }, says(
      'standby JobManagers need high availability [standby-without-ha]', '3 JobManagers', '1, or high-availability.type: kubernetes',
      'set jobManager.replicas to 1')],
  ])('%s', (_, spec, message) => expect(refusalOf(admitting(spec)).message).toBe(message));

  test.each(['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'])('the forbidden key %s', (key) => {
    expect(refusalOf(admitting({ flinkConfiguration: { [key]: 'x' } })).message).toBe(says(
      `the operator forbids ${key} in flinkConfiguration [forbidden-key]`, `${key} in flinkConfiguration`,
      'any key but kubernetes.namespace, kubernetes.cluster-id, high-availability.cluster-id',
      'remove it; the operator sets it from the resource\'s name and namespace',
    ));
  });
});

describe('what a field says', () => {
  const autoscaled = (options: Record<string, string>): ManifestSpec => ({ flinkConfiguration: { 'job.autoscaler.enabled': 'true', ...options } });

  test.each<[code: string, what: string, got: string, ManifestSpec]>([
    ['flink-version-field', 'operator 1.16 does not accept this spec.flinkVersion', '"v1_14"', { flinkVersion: 'v1_14' }],
    ['flink-version-field', 'operator 1.16 does not accept this spec.flinkVersion', '"v2_5"', { flinkVersion: 'v2_5' }],
    ['flink-version-field', 'operator 1.16 does not accept this spec.flinkVersion', 'undefined', { flinkVersion: undefined }],
    ['unreadable-field', 'the operator cannot read spec.mode', '"Native"', { mode: 'Native' }],
    ['unreadable-field', 'the operator cannot read spec.job.upgradeMode', '"LAST_STATE"', { job: { upgradeMode: 'LAST_STATE' } }],
    ['unreadable-field', 'the operator cannot read spec.job.state', '"paused"', { job: { state: 'paused' } }],
    ['unreadable-field', 'the operator cannot read spec.jobManager.resources.requests.memory', '""', { jobManager: { resources: { requests: { memory: '' } } } }],
    ['unreadable-field', 'the operator cannot read spec.jobManager.resources.limits.cpu', '"1e3k"', { jobManager: { resources: { limits: { cpu: '1e3k' } } } }],
    ['option-value', 'Flink cannot read kubernetes.operator.deployment.rollback.enabled', '"yes"',
      { flinkConfiguration: { 'kubernetes.operator.deployment.rollback.enabled': 'yes' } }],
    ['ingress-template', 'an ingress needs a template', 'none', { ingress: {} }],
    ['ingress-url', 'the operator cannot read this ingress template as a URL', '"a:port"', { ingress: { template: 'a:port' } }],
    ['log-configuration-key', 'the operator does not accept this key of logConfiguration', 'log4j.properties', { logConfiguration: { 'log4j.properties': '' } }],
    ['task-manager-replicas', 'a cluster needs TaskManagers', 'taskManager.replicas 0', { job: {}, taskManager: { ...ROLE, replicas: 0 } }],
    ['task-manager-replicas', 'a cluster needs TaskManagers', 'taskManager.replicas -1', { taskManager: { ...ROLE, replicas: -1 } }],
    ['job-parallelism', 'a job needs a parallelism', 'job.parallelism 0', { job: { parallelism: 0 } }],
    ['job-parallelism', 'a job needs a parallelism', 'job.parallelism unset', { job: { parallelism: undefined } }],
    ['job-manager-memory', 'the JobManager has no memory that Flink could start with',
      'no spec.jobManager.resource.memory, and of the options: the memory of the JobManager is not configured', { jobManager: { resource: { memory: ' ' } } }],
    ['task-manager-memory', 'the TaskManager has no memory that Flink could start with',
      'no spec.taskManager.resource.memory, and of the options: the memory of the TaskManager is not configured', { taskManager: undefined }],
    ['task-manager-memory', 'the TaskManager has no memory that Flink could start with',
      'no spec.taskManager.resource.memory, and of the options: a TaskManager needs CPU',
      { taskManager: {}, flinkConfiguration: { 'taskmanager.memory.process.size': '2g', 'taskmanager.numberOfTaskSlots': '0' } }],
    ['resource-memory-text', 'the operator cannot read this resource memory', '"1.5Gi"', { taskManager: { resource: { memory: '1.5Gi' } } }],
    ['ephemeral-storage', 'the operator cannot read the ephemeral storage of the TaskManager', '"1GB"', { taskManager: { resource: { memory: '1g', ephemeralStorage: '1GB' } } }],
    ['resource-requirements', 'the operator does not accept the resources of the JobManager',
      'requests.memory "0" is not above zero; requests.cpu "-1" is not above zero; requests.gpu "-1" is below zero; limits.memory "x" cannot be read',
      { jobManager: { resources: { requests: { memory: '0', cpu: -1, gpu: '-1' }, limits: { memory: 'x' } } } }],
    ['resource-requirements', 'the operator does not accept the resources of the JobManager', 'requests.cpu "2" is above its limit "1500m"; requests.memory "2Gi" is above its limit "1g"',
      { jobManager: { resources: { requests: { memory: '2Gi', cpu: 2 }, limits: { memory: '1g', cpu: '1500m' } } } }],
    ['job-manager-replicas', 'a cluster needs a JobManager', 'jobManager.replicas 0', { jobManager: { replicas: 0 } }],
    ['service-account', 'the operator does not accept a FlinkDeployment without a service account', 'none', { serviceAccount: undefined }],
    ['autoscaler-range', 'job.autoscaler.utilization.max is out of the autoscaler\'s range', '"0.5"', autoscaled({ 'job.autoscaler.utilization.max': '0.5' })],
    ['autoscaler-number', 'the autoscaler cannot read job.autoscaler.scale-up.max-factor', '"10%"', autoscaled({ 'job.autoscaler.scale-up.max-factor': '10%' })],
    ['excluded-period', 'the autoscaler cannot read this excluded period', '"9-5"', autoscaled({ 'job.autoscaler.excluded.periods': '9:00-10:00;9-5' })],
    ['option-value', 'Flink cannot read job.autoscaler.excluded.periods', '""9:00-10:00"',
      autoscaled({ 'job.autoscaler.excluded.periods': '"9:00-10:00' })],
    ['metrics-window', 'job.autoscaler.metrics.window is shorter than kubernetes.operator.reconcile.interval', '59000ms', autoscaled({ 'job.autoscaler.metrics.window': '59s' })],
  ])('%s: %s (%s)', (code, what, got, spec) => {
    expect(refusalOf(admitting(spec)).message).toContain(`${what} [${code}]\n  got      ${got}\n`);
  });

  test('the first rule counts, unless a later option cannot be read at all', () => {
    const wrongName = (flinkConfiguration: Record<string, string>) => refusalOf(() => admitDeployment({ metadata: { name: 'A' }, spec: { flinkConfiguration } }, installed())).code;
    expect(wrongName({})).toBe('deployment-name');
    expect(wrongName({ 'job.autoscaler.enabled': 'on' })).toBe('option-value');
  });
});

test.each<[string | undefined, Record<string, string>]>([
  [undefined, { 'high-availability.type': 'Kubernetes' }], [undefined, { 'high-availability': 'zookeeper' }], [undefined, { 'recovery.mode': 'a.class.Name' }],
  ['standby-without-ha', { 'high-availability.type': 'none' }], ['standby-without-ha', { 'high-availability.type': 'Standalone' }],
  ['standby-without-ha', { 'recovery.mode': 'standalone', 'high-availability': 'kubernetes' }], ['standby-without-ha', { 'high-availability.type': 'NONE', ...HA_ELDER }],
])('standby: %s with %j', (code, flinkConfiguration) => {
  const standby = admitting({ jobManager: { ...ROLE, replicas: 2 }, flinkConfiguration });
  if (code === undefined) {
    expect(standby).not.toThrow();
  } else {
    expect(refusalOf(standby).code).toBe(code);
  }
});

describe('by release', () => {
  const { V1_10, V1_11, V1_12, V1_14, V1_15, V1_16 } = OperatorVersion;
  const scaler = (name: string, text: string) => ({ flinkConfiguration: { 'job.autoscaler.enabled': 'true', [`job.autoscaler.${name}`]: text } });

  test.each<[string, OperatorVersion, string | undefined, ManifestSpec]>([
    ['the newer key of the directory', V1_10, 'checkpoint-directory', { job: { upgradeMode: 'last-state' }, flinkConfiguration: { 'execution.checkpointing.dir': 's3://b/c' } }],
    ['the older key of the directory', V1_10, undefined, { job: { upgradeMode: 'last-state' }, flinkConfiguration: { 'state.checkpoints.dir': 's3://b/c' } }],
    ['Flink 2.0', V1_10, 'flink-version-field', { flinkVersion: 'v2_0' }],
    ['Flink 2.0', V1_11, undefined, { flinkVersion: 'v2_0' }],
    ['Flink 2.3', V1_15, 'flink-version-field', { flinkVersion: 'v2_3' }],
    ['a number that is no text', V1_12, 'unreadable-field', { flinkConfiguration: { 'rest.port': 8081 } }],
    ['a number that is no text', V1_14, undefined, { flinkConfiguration: { 'rest.port': 8081 } }],
    ['a target above 1', V1_10, undefined, scaler('target.utilization', '2')],
    ['a target above 1', V1_11, 'autoscaler-range', scaler('target.utilization', '2')],
    ['a small coefficient', V1_11, undefined, scaler('observed-scalability.coefficient-min', '0')],
    ['a small coefficient', V1_12, 'autoscaler-range', scaler('observed-scalability.coefficient-min', '0')],
    ['a small coefficient of a feature that is off', V1_16, undefined, scaler('observed-scalability.coefficient-min', '0')],
    ['a heap threshold above 1', V1_15, undefined, scaler('memory.heap-usage.threshold', '2')],
    ['a heap threshold above 1', V1_16, 'autoscaler-range', scaler('memory.heap-usage.threshold', '2')],
    ['a short window', V1_15, undefined, scaler('metrics.window', '1s')],
    ['faulty resources', V1_15, undefined, { jobManager: { resources: { requests: { cpu: 'x' } } } }],
    ['memory in resources alone', V1_15, 'job-manager-memory', { jobManager: { resource: undefined, resources: { limits: { memory: '1Gi' } } } }],
    ['memory in resources alone', V1_16, undefined, { jobManager: { resource: undefined, resources: { limits: { memory: '1Gi' } } } }],
  ])('%s on %s: %s', (_, release, code, spec) => {
    if (code === undefined) {
      expect(admitting(spec, installed(release))).not.toThrow();
    } else {
      expect(refusalOf(admitting(spec, installed(release))).code).toBe(code);
    }
  });

  test('defaults of the operator lie under the resource: general, namespace, version', () => {
    const rollback = (value: string) => ({ 'kubernetes.operator.deployment.rollback.enabled': value });
    const scoped = (scope: string) => ({ [`kubernetes.operator.default-configuration.${scope}.kubernetes.operator.deployment.rollback.enabled`]: 'true' });
    for (const defaults of [rollback('true'), scoped('namespace.default'), scoped('flink-version.v1_20'), scoped('flink-version.v1_19+')]) {
      expect(refusalOf(admitting({}, installed(V1_16, defaults))).code).toBe('rollback-without-ha');
      expect(admitting({ flinkConfiguration: rollback('false') }, installed(V1_16, defaults))).not.toThrow();
    }
    expect(admitting({}, installed(V1_16, scoped('namespace.other')))).not.toThrow();
  });
});

test.each<[string, ManifestSpec]>([
  ['a session cluster', {}],
  ['a stateless job', { job: { upgradeMode: 'stateless' } }],
  ['savepoint upgrades with both directories', { job: { upgradeMode: 'savepoint', savepointTriggerNonce: 1 }, flinkConfiguration: DIRECTORIES }],
  ['the older spelling of the directories', { job: { upgradeMode: 'savepoint' }, flinkConfiguration: { 'state.checkpoints.dir': 's3://b/c', 'state.savepoints.dir': 's3://b/s' } }],
  ['last-state upgrades with checkpoints alone', { job: { upgradeMode: 'last-state' }, flinkConfiguration: { 'execution.checkpointing.dir': 's3://b/c' } }],
  ['rollback and standby with high availability',
    { jobManager: { replicas: 2 }, flinkConfiguration: { ...HA, 'kubernetes.operator.deployment.rollback.enabled': 'true' } }],
  ['a health check with recovery as it is by default', { flinkConfiguration: { 'kubernetes.operator.cluster.health-check.enabled': 'true' } }],
])('%s is admitted', (_, spec) => expect(admitting(spec)).not.toThrow());
