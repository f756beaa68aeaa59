import fc from 'fast-check';
import { admitDeployment } from '../../../src/operator/admission/admit-deployment';
import { refuseName } from '../../../src/operator/admission/names';
import { ManifestSpec } from '../../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { refusalOf, says } from '../../refusals';

const installed = (release = OperatorVersion.V1_16, defaults: Record<string, string> = {}) => ({ release, defaults: new Map(Object.entries(defaults)) });
const ROLE = { resource: { memory: '2g' } };
const admitting = ({ job, jobManager, ...spec }: ManifestSpec, installation = installed()) => () => admitDeployment({
  metadata: { name: 'some-job' },
  spec: {
    flinkVersion: 'v1_20', serviceAccount: 'flink', jobManager: { ...ROLE, ...jobManager }, taskManager: ROLE, job: job && { parallelism: 1, ...job }, ...spec,
  },
}, installation);
const HA = { 'high-availability.type': 'kubernetes' };
const DIRECTORIES = { 'execution.checkpointing.dir': 's3://b/c', 'execution.checkpointing.savepoint-dir': 's3://b/s' };

describe('names', () => {
  test('any that the operator documents is accepted', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]([-a-z0-9]{0,43}[a-z0-9])?$/), (name) => expect(() => refuseName(name)).not.toThrow()));
  });

  test.each(['', '1job', 'Job', 'job_a', 'job-', '-job', 'job.a', 'j ob', 'a'.repeat(46)])('%j is refused', (name) => {
    expect(refusalOf(() => refuseName(name)).message).toBe(says(
      'the operator does not accept this name of a FlinkDeployment [deployment-name]', `"${name}", ${name.length} characters`,
      '1 to 45 lower-case letters, digits and dashes, a letter first, no dash last',
      'pass `name`; it is never shortened for you, because state belongs to it',
    ));
  });

  test('45 characters are accepted', () => expect(() => refuseName('a'.repeat(45))).not.toThrow());
});

describe('what is refused', () => {
  const STORAGE = 'set checkpointing to a storage that outlives the pods';
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
