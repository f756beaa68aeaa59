import { UpgradePolicy } from './upgrade-policy';
import { FlinkSetting } from '../flink/configuration/setting';
import { UpgradeMode } from '../operator/flink-deployment-spec';
import { Refusal, shown } from '../refusal';
import { isTellable, millisecondsOf, renderDuration } from '../units/flink-duration';

/** The modes in which the operator looks at a property at all. */
const LOOKED_AT: Record<keyof UpgradePolicy, UpgradeMode[]> = {
  lastStateFallback: [UpgradeMode.SAVEPOINT],
  oldestCheckpoint: [UpgradeMode.LAST_STATE],
  cancelForLastState: [UpgradeMode.LAST_STATE, UpgradeMode.SAVEPOINT],
  ignorePendingSavepoint: Object.values(UpgradeMode),
};

/** The options of the operator for a job that is upgraded in this mode. */
export function upgradePolicySettings(policy: UpgradePolicy, mode: UpgradeMode): FlinkSetting[] {
  for (const [property, modes] of Object.entries(LOOKED_AT)) {
    if (policy[property as keyof UpgradePolicy] !== undefined && !modes.includes(mode)) {
      throw refusal(`${property} says nothing about an upgrade in this mode`, `upgrade mode ${mode}`, `upgrade mode ${modes.join(' or ')}`,
        `leave out ${property}, or set upgradeMode of the job`);
    }
  }
  const { lastStateFallback, oldestCheckpoint, cancelForLastState, ignorePendingSavepoint } = policy;
  if (lastStateFallback === false && cancelForLastState !== undefined) {
    throw refusal('cancelForLastState says nothing where no upgrade falls back to the last state', 'lastStateFallback: false', 'one of the two', 'leave out one of the two');
  }
  if (oldestCheckpoint !== undefined && !isTellable(oldestCheckpoint, 1)) {
    throw refusal('oldestCheckpoint is no age', shown(millisecondsOf(oldestCheckpoint)), 'whole milliseconds from 1', 'give for example Duration.minutes(30)');
  }
  return [
    ...given('last-state-fallback.enabled', lastStateFallback),
    ...given('last-state.max.allowed.checkpoint.age', oldestCheckpoint === undefined ? undefined : renderDuration(oldestCheckpoint)),
    ...given('last-state.job-cancel.enabled', cancelForLastState),
    ...given('ignore-pending-savepoint', ignorePendingSavepoint),
  ];
}

function given(option: string, value: string | boolean | undefined): FlinkSetting[] {
  return value === undefined ? [] : [{ key: `kubernetes.operator.job.upgrade.${option}`, value: String(value), reason: 'set explicitly' }];
}

function refusal(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'upgrade-policy', what, got, allowed, fix });
}
