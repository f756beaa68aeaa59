import { Duration } from 'cdk8s';
import { OPERATORS, operatorSettingsProblems } from './option-proof';
import { upgradePolicySettings } from '../../src/availability/upgrade-policy-settings';
import { deploymentOf, throughput } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { Checkpointing, FlinkJob, KubernetesHighAvailability, UpgradeMode, UpgradePolicy, Workload } from 'cdk8s-flink';

const PREFIX = 'kubernetes.operator.job.upgrade.';
const { SAVEPOINT, LAST_STATE, STATELESS } = UpgradeMode;
const job = (upgradeMode?: UpgradeMode) => FlinkJob.jar({ uri: 'local:///opt/flink/job/some-job.jar', upgradeMode });
const optionsOf = (policy: UpgradePolicy, mode: UpgradeMode) =>
  Object.fromEntries(upgradePolicySettings(policy, mode).map(({ key, value }) => [key.slice(PREFIX.length), value]));
const refused = (what: string, got: string, allowed: string, fix: string) => says(`${what} [upgrade-policy]`, got, allowed, fix);

test.each<[UpgradePolicy, UpgradeMode, Record<string, string>]>([
  [{}, SAVEPOINT, {}],
  [{ lastStateFallback: false, ignorePendingSavepoint: true }, SAVEPOINT, { 'last-state-fallback.enabled': 'false', 'ignore-pending-savepoint': 'true' }],
  [{ oldestCheckpoint: Duration.minutes(30), cancelForLastState: true }, LAST_STATE, { 'last-state.max.allowed.checkpoint.age': '30min', 'last-state.job-cancel.enabled': 'true' }],
  [{ cancelForLastState: true }, SAVEPOINT, { 'last-state.job-cancel.enabled': 'true' }],
])('%j in mode %s', (policy, mode, options) => expect(optionsOf(policy, mode)).toEqual(options));

test.each(OPERATORS)('%s knows its options and reads their values', (release) => {
  const settings = [
    ...upgradePolicySettings({ lastStateFallback: false, ignorePendingSavepoint: true }, SAVEPOINT),
    ...upgradePolicySettings({ oldestCheckpoint: Duration.minutes(90), cancelForLastState: true }, LAST_STATE),
  ];
  expect(settings).toHaveLength(4);
  expect(operatorSettingsProblems(release, settings)).toEqual([]);
});

test.each<[UpgradePolicy, UpgradeMode, string]>([
  [{ lastStateFallback: true }, LAST_STATE, refused('lastStateFallback says nothing about an upgrade in this mode', 'upgrade mode last-state', 'upgrade mode savepoint',
    'leave out lastStateFallback, or set upgradeMode of the job')],
  [{ oldestCheckpoint: Duration.hours(1) }, SAVEPOINT, refused('oldestCheckpoint says nothing about an upgrade in this mode', 'upgrade mode savepoint', 'upgrade mode last-state',
    'leave out oldestCheckpoint, or set upgradeMode of the job')],
  [{ cancelForLastState: true }, STATELESS, refused('cancelForLastState says nothing about an upgrade in this mode', 'upgrade mode stateless', 'upgrade mode last-state or savepoint',
    'leave out cancelForLastState, or set upgradeMode of the job')],
  [{ lastStateFallback: false, cancelForLastState: true }, SAVEPOINT,
    refused('cancelForLastState says nothing where no upgrade falls back to the last state', 'lastStateFallback: false', 'one of the two', 'leave out one of the two')],
  [{ oldestCheckpoint: Duration.millis(0) }, LAST_STATE, refused('oldestCheckpoint is no age', '0', 'whole milliseconds from 1', 'give for example Duration.minutes(30)')],
])('%j in mode %s is refused', (policy, mode, message) => expect(refusalOf(() => optionsOf(policy, mode)).message).toBe(message));

describe('of a deployment', () => {
  test('it follows the derived mode: last-state with high availability, savepoint without', () => {
    const upgradePolicy = { oldestCheckpoint: Duration.hours(1) };
    const { flinkConfiguration } = deploymentOf({ highAvailability: new KubernetesHighAvailability(), upgradePolicy }).toJson().spec;
    expect(flinkConfiguration[`${PREFIX}last-state.max.allowed.checkpoint.age`]).toBe('1h');
    expect(refusalOf(() => deploymentOf({ upgradePolicy })).code).toBe('upgrade-policy');
  });

  test('an upgrade that drops the state on purpose is told', () => {
    const [finding] = deploymentOf({ job: job(STATELESS) }).findings;
    expect(finding).toEqual({
      code: 'stateless-upgrade',
      message: 'upgrade mode stateless drops the state of a deduplication with every change of the deployment, although there are checkpoints',
      fix: 'leave upgradeMode out, or set it back once the state has been dropped on purpose',
    });
    expect(deploymentOf().findings.map(({ code }) => code)).not.toContain('stateless-upgrade');
  });

  test.each([SAVEPOINT, LAST_STATE])('upgrade mode %s without checkpoints is refused', (mode) => {
    const stateless = { workload: Workload.statelessTransformation({ throughput }), checkpointing: Checkpointing.disabled({ reason: 'it only forwards' }), stateBackend: undefined };
    expect(refusalOf(() => deploymentOf({ ...stateless, job: job(mode) })).message).toBe(says(
      `upgrade mode ${mode} needs a checkpoint directory [checkpoint-directory]`, 'none', 'execution.checkpointing.dir', 'set a directory in a storage that outlives the pods', 'chart/some-job',
    ));
    expect(deploymentOf({ ...stateless, job: job(STATELESS) }).findings.map(({ code }) => code)).not.toContain('stateless-upgrade');
  });
});
