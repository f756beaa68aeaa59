import { plainForm } from './equal-values';
import { DiffType, specChanges, weightiest } from './spec-diff';
import { ClusterMode } from '../cluster-mode';
import { ManifestSpec } from '../manifest/flink-manifests';

/** What the operator does about a changed FlinkBlueGreenDeployment: its `BlueGreenDiffType`. */
export enum BlueGreenChange {
  IGNORE = 'IGNORE',
  /** The running colour gets the change, and nothing is restarted. */
  PATCH_CHILD = 'PATCH_CHILD',
  /** The other colour starts beside the running one and takes over. */
  TRANSITION = 'TRANSITION',
  /** The same, from `initialSavepointPath`. */
  SAVEPOINT_REDEPLOY = 'SAVEPOINT_REDEPLOY',
  SUSPEND = 'SUSPEND',
  RESUME = 'RESUME',
}

/** Between the specs of two templates (`FlinkBlueGreenDeploymentSpecDiff`), which the operator compares as native clusters in any mode. */
export function blueGreenChange(before: ManifestSpec, after: ManifestSpec): BlueGreenChange {
  const [state, desired] = [before.job?.state ?? 'running', after.job?.state ?? 'running'];
  if (state !== desired) {
    return desired === 'suspended' ? BlueGreenChange.SUSPEND : BlueGreenChange.RESUME;
  }
  const changes = specChanges(before, after, ClusterMode.NATIVE);
  switch (weightiest(changes)) {
    case DiffType.SAVEPOINT_REDEPLOY: return BlueGreenChange.SAVEPOINT_REDEPLOY;
    case DiffType.IGNORE: return changes.length === 0 && sameUnseen(before, after) ? BlueGreenChange.IGNORE : BlueGreenChange.PATCH_CHILD;
    default: return BlueGreenChange.TRANSITION;
  }
}

/** What a list of changes does not tell: numbers that went, and options written in another way. */
function sameUnseen(before: ManifestSpec, after: ManifestSpec): boolean {
  const unseen = ({ restartNonce, job, flinkConfiguration = {} }: ManifestSpec) =>
    plainForm([restartNonce, job?.savepointRedeployNonce, flinkConfiguration]);
  return unseen(before) === unseen(after);
}
