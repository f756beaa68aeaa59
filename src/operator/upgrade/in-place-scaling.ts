import { readBoolean, readText } from '../../flink/configuration/option-reading';
import { ClusterMode } from '../cluster-mode';
import { EffectiveCluster } from '../effective-cluster';

const IN_PLACE = 'kubernetes.operator.job.upgrade.inplace-scaling.enabled';

/** Why a change that could be scaled in place restarts the job all the same, if it does; the running cluster decides. */
export function notScaledInPlace({ configuration, manifest: { spec } }: Pick<EffectiveCluster, 'configuration' | 'manifest'>): string | undefined {
  const is = (key: string, value: string) => readText(configuration, key)?.trim().toLowerCase() === value;
  if (spec.mode === ClusterMode.STANDALONE) {
    return is('scheduler-mode', 'reactive') ? undefined : 'a standalone cluster scales in place in reactive mode only';
  }
  if (spec.job === undefined || !readBoolean(configuration, IN_PLACE, true)) {
    return spec.job === undefined ? 'a session cluster does not scale in place' : `${IN_PLACE} is false`;
  }
  if (/^v1_1[0-7]$/.test(spec.flinkVersion ?? '')) {
    return 'Flink scales in place from 1.18 on';
  }
  return is('jobmanager.scheduler', 'adaptive') ? undefined : 'only jobmanager.scheduler Adaptive scales in place';
}
