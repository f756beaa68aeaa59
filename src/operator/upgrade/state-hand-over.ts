import { stateFormatNotes } from './state-format';
import { StateNote, StateOutcome } from './state-note';
import { KeyedOption, readBoolean, readText } from '../../flink/configuration/option-reading';
import { RENAMED } from '../../flink/configuration/option-spelling';
import { isHighlyAvailable } from '../../flink/high-availability';
import { directoriesOf } from '../configuration/state-directories';
import { EffectiveCluster } from '../effective-cluster';

const FALLBACK = 'kubernetes.operator.job.upgrade.last-state-fallback.enabled';
const CANCEL = 'kubernetes.operator.job.upgrade.last-state.job-cancel.enabled';
const CHECKPOINT_AGE = 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age';
const RETENTION = 'execution.checkpointing.externalized-checkpoint-retention';

const HA_STORAGE: KeyedOption = { key: 'high-availability.storageDir', older: RENAMED['high-availability.storageDir'].older };

const MODES = 'operator AbstractJobReconciler.getJobUpgrade';

/**
 * What becomes of the state when the operator upgrades a job, as far as the two resources tell.
 * @param hosted of a session job, whose last-state is always a cancellation
 */
export function stateHandOver(before: EffectiveCluster, after: EffectiveCluster, hosted = false): StateNote[] {
  const [one, other] = [before.manifest.spec.job, after.manifest.spec.job];
  if (one === undefined || other === undefined) {
    return sessionNotes(before);
  }
  const upgradeMode = other.upgradeMode ?? 'stateless';
  if (upgradeMode === 'stateless') {
    return [{
      outcome: StateOutcome.LOST,
      what: 'upgradeMode stateless: the job starts with no state and where its sources say',
      restsOn: MODES,
    }];
  }
  const carried = one.state === 'suspended'
    ? [kept('the job goes on from what it was suspended with', 'operator AbstractJobReconciler.reconcileSpecChange')]
    : upgradeMode === 'savepoint' ? savepointNotes(before, hosted) : lastStateNotes(before, after, hosted);
  const fromSavepoint = restoresFromSavepoint(before, after, upgradeMode);
  return [...carried, ...stateFormatNotes(before, after, fromSavepoint), ...movedDirectories(before, after, fromSavepoint)];
}

/** The job is cancelled and starts again from a savepoint that somebody chose. */
export function redeployNotes({ manifest: { spec: { job } } }: EffectiveCluster): StateNote[] {
  const path = job?.initialSavepointPath;
  return [{
    outcome: StateOutcome.LOST,
    what: path === undefined
      ? 'savepointRedeployNonce without initialSavepointPath: the job is cancelled and starts with no state'
      : 'savepointRedeployNonce: the job is cancelled and starts from initialSavepointPath; state newer than that savepoint is dropped',
    restsOn: 'operator AbstractJobReconciler.redeployWithSavepoint',
  }];
}

/** The colour that takes over gets a savepoint of the one that runs, whatever the mode, unless that is stateless. */
export function colourNotes(before: EffectiveCluster, after: EffectiveCluster): StateNote[] {
  if ((after.manifest.spec.job?.upgradeMode ?? 'stateless') === 'stateless') {
    return stateHandOver(before, after);
  }
  const directory = readText(after.configuration, directoriesOf(after.installation.release).savepoints);
  const source = 'operator BlueGreenUtils.isSavepointRequired';
  return [
    directory === undefined
      ? { outcome: StateOutcome.BLOCKED, what: 'the transition takes a savepoint, and no savepoint directory is set', restsOn: source }
      : kept('the other colour starts from a savepoint of the running one, which goes on until then', source),
    ...stateFormatNotes(before, after, true),
  ];
}

function savepointNotes(before: EffectiveCluster, hosted: boolean): StateNote[] {
  const { configuration } = before;
  const otherwise = !readBoolean(configuration, FALLBACK, true) ? `waits until it runs again, as ${FALLBACK} is false`
    : isHighlyAvailable(configuration) && !hosted ? 'falls back to last-state, by the metadata of high availability'
      : 'falls back to last-state, which cancels it and needs a JobManager that answers';
  return [kept(`the job stops with a savepoint and starts from it; one that does not run at that moment ${otherwise}`, MODES)];
}

function lastStateNotes(before: EffectiveCluster, after: EffectiveCluster, hosted: boolean): StateNote[] {
  const [ha, stillHa] = [before, after].map(({ configuration }) => isHighlyAvailable(configuration));
  if (versionChanged(before, after)) {
    return [hasSavepoints(before)
      ? kept('flinkVersion changes: the job stops with a savepoint and starts from it, in the place of last-state', MODES)
      : cancelled(before, 'flinkVersion changes and no savepoint directory is set: the job is cancelled and starts from its last checkpoint')];
  }
  if (hosted || readBoolean(before.configuration, CANCEL, false)) {
    return [cancelled(before, `${hosted ? 'last-state of a session job' : CANCEL}: the job is cancelled and starts from its last checkpoint`)];
  }
  if (!ha) {
    return [cancelled(before, 'there is no high availability to keep the metadata: the job is cancelled and starts from its last checkpoint')];
  }
  if (!stillHa) {
    return [{
      outcome: StateOutcome.BLOCKED,
      what: 'high availability is switched off: the metadata that last-state needs is not found, and the job is not started again',
      restsOn: 'operator AbstractFlinkService.validateHaMetadataExists',
    }];
  }
  const age = readText(after.configuration, CHECKPOINT_AGE);
  const aged = age === undefined ? '' : `; with a savepoint instead if that is older than ${age}`;
  return [kept(`the job starts from its last checkpoint, which the metadata of high availability names${aged}`, MODES)];
}

function cancelled({ configuration }: EffectiveCluster, what: string): StateNote {
  const retention = readText(configuration, RETENTION)?.trim().toUpperCase();
  return retention === undefined || retention === 'RETAIN_ON_CANCELLATION' ? kept(what, MODES)
    : { outcome: StateOutcome.LOST, what: `${what}, which goes with the cancelled job: ${RETENTION} is ${retention}`, restsOn: MODES };
}

/** Canonical savepoints alone may be read by another backend. */
function restoresFromSavepoint(before: EffectiveCluster, after: EffectiveCluster, upgradeMode: string): boolean {
  const suspended = before.manifest.spec.job?.state === 'suspended' ? before.manifest.spec.job.upgradeMode : undefined;
  return (suspended ?? upgradeMode) === 'savepoint' || (versionChanged(before, after) && hasSavepoints(before));
}

function hasSavepoints({ configuration, installation: { release } }: EffectiveCluster): boolean {
  return readText(configuration, directoriesOf(release).savepoints) !== undefined;
}

function versionChanged(before: EffectiveCluster, after: EffectiveCluster): boolean {
  return before.manifest.spec.flinkVersion !== after.manifest.spec.flinkVersion;
}

/** What was written before stays where it was written. */
function movedDirectories(before: EffectiveCluster, after: EffectiveCluster, fromSavepoint: boolean): StateNote[] {
  const { checkpoints, savepoints } = directoriesOf(after.installation.release);
  const moved = (fromSavepoint ? [savepoints] : [checkpoints, HA_STORAGE]).filter((directory) => {
    const [old, now] = [before, after].map(({ configuration }) => readText(configuration, directory));
    return old !== undefined && old !== now;
  }).map(({ key }) => key);
  return moved.length === 0 ? [] : [{
    outcome: StateOutcome.AT_RISK,
    what: `${moved.join(' and ')} ${moved.length === 1 ? 'moves' : 'move'}: what the job starts from stays in the old place, which the new pods must be able to read`,
    restsOn: 'Flink: a snapshot is found by the path that it was written to',
  }];
}

/** Of a session that is deployed again, for each of its jobs. */
export function sessionNotes({ configuration }: EffectiveCluster): StateNote[] {
  return [isHighlyAvailable(configuration)
    ? kept('the jobs of the session stop with it, and high availability starts them again from their last checkpoints', 'operator SessionReconciler.reconcileSpecChange')
    : {
      outcome: StateOutcome.LOST,
      what: 'the jobs of the session stop with it, and without high availability Flink does not start them again',
      restsOn: 'operator SessionReconciler.reconcileSpecChange',
    }];
}

function kept(what: string, restsOn: string): StateNote {
  return { outcome: StateOutcome.KEPT, what, restsOn };
}
