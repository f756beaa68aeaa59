import { ComparedSpec } from './spec-diff';
import { ClusterMode } from '../cluster-mode';

/** Why the operator's webhook does not let a running resource be changed so (`DefaultValidator.validateSpecChange`), if it does not. */
export function forbiddenChange(before: ComparedSpec, after: ComparedSpec): string | undefined {
  if (before.deploymentName !== after.deploymentName) {
    return 'deploymentName cannot change: a job stays with its session cluster';
  }
  if (before.deploymentName !== undefined) {
    return undefined;
  }
  if ((before.job === undefined) !== (after.job === undefined)) {
    return before.job === undefined ? 'a session cluster cannot become the cluster of a job' : 'the cluster of a job cannot become a session cluster';
  }
  const [one, other] = [before.mode ?? ClusterMode.NATIVE, after.mode ?? ClusterMode.NATIVE];
  if (one !== other) {
    return `a ${one} cluster cannot become a ${other} one`;
  }
  const suspended = before.job?.state === 'suspended' && before.job.upgradeMode === 'last-state';
  return suspended && (after.job?.upgradeMode ?? 'stateless') !== 'stateless' && before.flinkVersion !== after.flinkVersion
    ? 'flinkVersion cannot change while a job is suspended with upgradeMode last-state' : undefined;
}
