import { FlinkConfiguration } from '../../flink/configuration/flink-configuration';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readBoolean, readDecimal, readTime, readWholeNumber } from '../../flink/configuration/option-reading';
import { readOption } from '../../flink/configuration/option-spelling';
import { UpgradeMode } from '../../operator/flink-deployment-spec';
import { PlanFinding } from '../../sizing/plan/plan-finding';
import { Workload } from '../../workload/workload';
import { FlinkClusterProps } from '../props/flink-cluster-props';

const HEALTH_CHECK = 'kubernetes.operator.cluster.health-check';
const PAUSES = 'restart-strategy.exponential-delay';
const SECOND = 1_000_000_000n;

/** Somebody may want it once; left in place, it costs the state at every change. */
export function statelessUpgrade({ stateful, kind }: Workload, mode: UpgradeMode): PlanFinding[] {
  return !stateful || mode !== UpgradeMode.STATELESS ? [] : [{
    code: 'stateless-upgrade',
    message: `upgrade mode stateless drops the state of a ${kind} with every change of the deployment, although there are checkpoints`,
    fix: 'leave upgradeMode out, or set it back once the state has been dropped on purpose',
  }];
}

/** The operator asks the running job for its last checkpoint, and without high availability there is nobody else to ask. */
export function lastStateAlone(mode: UpgradeMode, { highAvailability }: Pick<FlinkClusterProps, 'highAvailability'>): PlanFinding[] {
  return mode !== UpgradeMode.LAST_STATE || highAvailability !== undefined ? [] : [{
    code: 'last-state-without-high-availability',
    message: 'without high availability only the running JobManager knows the last checkpoint: when it is gone the upgrade waits for somebody to restore the job by hand',
    fix: 'set highAvailability to KubernetesHighAvailability, or leave upgradeMode out: savepoint, then',
  }];
}

/** With pauses that grow, a job that fails at once and always does not restart as often as the health check waits for. */
export function unreachableThreshold(configuration: FlinkConfiguration): PlanFinding[] {
  if (!configuration.has(`${HEALTH_CHECK}.enabled`)) {
    return [];
  }
  const settings = configuration.values;
  if (!readBoolean(settings, `${HEALTH_CHECK}.enabled`, false) || readOption(settings, 'restart-strategy.type') !== 'exponential-delay') {
    return [];
  }
  const threshold = readWholeNumber(settings, `${HEALTH_CHECK}.restarts.threshold`, 64);
  const window = Number(readTime(settings, `${HEALTH_CHECK}.restarts.window`, 120n * SECOND) / SECOND);
  const most = mostRestarts(settings, window);
  return most > threshold ? [] : [{
    code: 'restarts-threshold',
    message: `the health check waits for more than ${threshold} restarts within ${window} s, and the pauses between them allow ${most}`,
    fix: 'lower restartsThreshold or lengthen restartsWindow of the health check',
  }];
}

/** Restarts within a window of seconds, where each failure follows at once and jitter shortens every pause. */
function mostRestarts(settings: FlinkSettings, window: number): number {
  const seconds = (option: string, otherwise: bigint) => Number(readTime(settings, `${PAUSES}.${option}`, otherwise * SECOND)) / Number(SECOND);
  const factor = readDecimal(settings, `${PAUSES}.backoff-multiplier`, 1.5);
  const shortest = 1 - readDecimal(settings, `${PAUSES}.jitter-factor`, 0.1);
  const longest = seconds('max-backoff', 60n);
  let pause = seconds('initial-backoff', 1n);
  let [time, count] = [0, 0];
  // Enough for any threshold that is worth a word.
  while (time <= window && count < 10_000) {
    time += Math.min(pause, longest) * shortest;
    pause = Math.min(pause * factor, longest);
    count += 1;
  }
  return count;
}
