import { broken, Objection } from './broken-rule';
import { highlyAvailable } from './high-availability';
import { flagOf, ReadOption } from './read-option';
import { FlinkSettings } from '../../flink/memory/memory-settings';

const FORBIDDEN = ['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'];
const ROLLBACK: ReadOption = { key: 'kubernetes.operator.deployment.rollback.enabled' };
const HEALTH_CHECK: ReadOption = { key: 'kubernetes.operator.cluster.health-check.enabled' };
const RECOVERY: ReadOption = {
  key: 'kubernetes.operator.jm-deployment-recovery.enabled', others: ['kubernetes.operator.reconciler.jm-deployment-recovery.enabled'],
};

/** The rules about options alone. They come one after the other: an objection hides what the next would have thrown. */
export function configurationObjection(settings: FlinkSettings): Objection {
  const forbidden = FORBIDDEN.find((key) => settings.has(key));
  if (forbidden !== undefined) {
    return broken('forbidden-key', `the operator forbids ${forbidden} in flinkConfiguration`, `${forbidden} in flinkConfiguration`,
      'any key but ' + FORBIDDEN.join(', '), 'remove it; the operator sets it from the resource\'s name and namespace');
  }
  if (flagOf(settings, ROLLBACK, false) && !highlyAvailable(settings)) {
    return broken('rollback-without-ha', 'rollback needs high availability', 'rollback on, high-availability.type unset',
      'high-availability.type: kubernetes', 'turn rollback off or high availability on');
  }
  if (flagOf(settings, HEALTH_CHECK, false) && !flagOf(settings, RECOVERY, true)) {
    return broken('health-check-without-recovery', 'the health check needs JobManager recovery', 'health check on, recovery off',
      'kubernetes.operator.jm-deployment-recovery.enabled: true', 'remove the setting that turns recovery off');
  }
  return undefined;
}
