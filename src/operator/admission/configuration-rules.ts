import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { KeyedOption, readBoolean } from '../../flink/configuration/option-reading';
import { isHighlyAvailable } from '../../flink/high-availability';
import { broken, Objection } from '../broken-rule';

const FORBIDDEN = ['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'];
const ROLLBACK = 'kubernetes.operator.deployment.rollback.enabled';
const HEALTH_CHECK = 'kubernetes.operator.cluster.health-check.enabled';
const RECOVERY: KeyedOption = {
  key: 'kubernetes.operator.jm-deployment-recovery.enabled', older: ['kubernetes.operator.reconciler.jm-deployment-recovery.enabled'],
};

/** The rules about options alone. They come one after the other: an objection hides what the next would have thrown. */
export function configurationObjection(settings: FlinkSettings): Objection {
  const forbidden = FORBIDDEN.find((key) => settings.has(key));
  if (forbidden !== undefined) {
    return broken('forbidden-key', `the operator forbids ${forbidden} in flinkConfiguration`, `${forbidden} in flinkConfiguration`,
      'any key but ' + FORBIDDEN.join(', '), 'remove it; the operator sets it from the resource\'s name and namespace');
  }
  if (readBoolean(settings, ROLLBACK, false) && !isHighlyAvailable(settings)) {
    return broken('rollback-without-ha', 'rollback needs high availability', 'rollback on, high-availability.type unset',
      'high-availability.type: kubernetes', 'turn rollback off or high availability on');
  }
  if (readBoolean(settings, HEALTH_CHECK, false) && !readBoolean(settings, RECOVERY, true)) {
    return broken('health-check-without-recovery', 'the health check needs JobManager recovery', 'health check on, recovery off',
      'kubernetes.operator.jm-deployment-recovery.enabled: true', 'remove the setting that turns recovery off');
  }
  return undefined;
}
