import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readText, readTime } from '../../flink/configuration/option-reading';
import { isBlank } from '../../units/java-text';
import { broken, Objection } from '../broken-rule';
import { directoriesOf } from '../configuration/state-directories';
import { ManifestJob, ManifestRole } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

const PERIODIC = 'kubernetes.operator.periodic.savepoint.interval';
const CHECKPOINT_AGE = 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age';

const STORAGE = 'set a directory in a storage that outlives the pods';

/** The rules about a job, on its own cluster or on a session cluster, which has no TaskManager to count. */
export function jobObjection(
  job: ManifestJob | undefined, taskManager: ManifestRole | undefined, settings: FlinkSettings, release: OperatorVersion,
): Objection {
  if (job === undefined) {
    return undefined;
  }
  return directoryObjection(job, settings, release) ?? parallelismObjection(job, taskManager);
}

function directoryObjection(job: ManifestJob, settings: FlinkSettings, release: OperatorVersion): Objection {
  const { checkpoints, savepoints } = directoriesOf(release);
  const upgrade = job.upgradeMode ?? 'stateless';
  if (upgrade !== 'stateless' && isBlank(readText(settings, checkpoints))) {
    return broken('checkpoint-directory', `upgrade mode ${upgrade} needs a checkpoint directory`, 'none', checkpoints.key, STORAGE);
  }
  if (!isBlank(readText(settings, savepoints))) {
    return undefined;
  }
  const needing = upgrade === 'savepoint' ? 'upgrade mode savepoint'
    : job.savepointTriggerNonce !== undefined ? 'savepointTriggerNonce'
      : settings.has(PERIODIC) ? PERIODIC
        : readTime(settings, CHECKPOINT_AGE, -1n) >= 0n ? CHECKPOINT_AGE : undefined;
  return needing === undefined ? undefined
    : broken('savepoint-directory', `${needing} needs a savepoint directory`, 'none', savepoints.key, STORAGE);
}

/** With TaskManager replicas the parallelism is not looked at: it follows from them. */
function parallelismObjection(job: ManifestJob, taskManager: ManifestRole | undefined): Objection {
  const replicas = taskManager?.replicas;
  if (replicas !== undefined) {
    return replicas >= 1 ? undefined
      : broken('task-manager-replicas', 'a cluster needs TaskManagers', `taskManager.replicas ${replicas}`, '1 and more', 'raise or remove taskManager.replicas');
  }
  return (job.parallelism ?? 0) >= 1 ? undefined
    : broken('job-parallelism', 'a job needs a parallelism', `job.parallelism ${job.parallelism ?? 'unset'}`, '1 and more', 'set job.parallelism');
}
