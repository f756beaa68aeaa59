import { notesFrom, StateNote, StateOutcome } from './state-note';
import { readBoolean, readText, readWholeNumber } from '../../flink/configuration/option-reading';
import { RENAMED, readOption } from '../../flink/configuration/option-spelling';
import { EffectiveCluster } from '../effective-cluster';

const MAX_PARALLELISM = 'pipeline.max-parallelism';
const FORMAT = 'kubernetes.operator.savepoint.format.type';

/** Whether the changed job can read the state that it is given. */
export function stateFormatNotes(before: EffectiveCluster, after: EffectiveCluster, fromSavepoint: boolean): StateNote[] {
  const parts = [
    () => maxParallelismNotes(before, after), () => backendNotes(before, after, fromSavepoint), () => changelogNotes(before, after),
    () => versionNotes(before, after), () => droppedOperators(after),
  ];
  return parts.flatMap(notesFrom);
}

/** What Flink takes where nobody sets a max parallelism (`KeyGroupRangeAssignment.computeDefaultMaxParallelism`). */
export function defaultMaxParallelism(parallelism: number): number {
  let power = 1;
  while (power < parallelism + Math.floor(parallelism / 2)) {
    power *= 2;
  }
  return Math.min(Math.max(power, 128), 32_768);
}

/** Key groups are counted once, with the first state; a job that sets no number takes the one that it finds. */
function maxParallelismNotes(before: EffectiveCluster, after: EffectiveCluster): StateNote[] {
  const restsOn = 'Flink StateAssignmentOperation.checkParallelismPreconditions';
  const [old, now] = [before, after].map(({ configuration }) => readWholeNumber(configuration, MAX_PARALLELISM, -1));
  const had = old > 0 ? old : defaultMaxParallelism(before.parallelism);
  const guess = old > 0 ? '' : ', Flink\'s own choice unless the job says another,';
  if (now > 0 && now !== had) {
    return [{
      outcome: StateOutcome.BLOCKED,
      what: `${MAX_PARALLELISM} becomes ${now}, the state has ${had} key groups${guess} and Flink does not restore it into another number`,
      restsOn,
    }];
  }
  return after.parallelism <= had ? [] : [{
    outcome: StateOutcome.BLOCKED,
    what: `parallelism ${after.parallelism} is above the ${had} key groups of the state${guess === '' ? '' : ', if Flink chose them'}`,
    restsOn,
  }];
}

function backendNotes(before: EffectiveCluster, after: EffectiveCluster, fromSavepoint: boolean): StateNote[] {
  const [old, now] = [before, after].map(backendOf);
  if (old === now) {
    return [];
  }
  const canonical = (readText(before.configuration, FORMAT) ?? 'canonical').trim().toLowerCase() !== 'native';
  const restsOn = 'Flink documentation, State Backends: only a canonical savepoint can change the backend';
  if (old === 'forst' || now === 'forst') {
    return [{ outcome: StateOutcome.BLOCKED, what: `state backend ${old} becomes ${now}, and ForSt has no canonical savepoints`, restsOn }];
  }
  return fromSavepoint && canonical
    ? [{ outcome: StateOutcome.KEPT, what: `state backend ${old} becomes ${now}, through the canonical savepoint of the upgrade`, restsOn }]
    : [{
      outcome: StateOutcome.BLOCKED,
      what: `state backend ${old} becomes ${now}, and ${fromSavepoint ? `${FORMAT} is NATIVE` : 'a checkpoint is read by its own backend only; upgradeMode savepoint can do it'}`,
      restsOn,
    }];
}

function backendOf({ configuration }: EffectiveCluster): string {
  const name = (readOption(configuration, 'state.backend.type') ?? 'hashmap').trim().toLowerCase();
  return name === 'jobmanager' || name === 'filesystem' ? 'hashmap' : name;
}

/** Flink demands a first checkpoint of its own after a restore, and the changelog makes none. */
function changelogNotes(before: EffectiveCluster, after: EffectiveCluster): StateNote[] {
  const key = 'state.changelog.enabled';
  const [was, is] = [before, after].map(({ configuration }) => readBoolean(configuration, { key, older: RENAMED[key].older }, false));
  const claim = (readOption(after.configuration, 'execution.state-recovery.claim-mode') ?? 'NO_CLAIM').trim().toUpperCase();
  return was || !is || claim !== 'NO_CLAIM' ? [] : [{
    outcome: StateOutcome.AT_RISK,
    what: `${key} is switched on: after a start from a savepoint in claim mode NO_CLAIM, Flink's default, the first checkpoint fails`,
    restsOn: 'Flink StreamTask.checkForcedFullSnapshotSupport',
  }];
}

function versionNotes(before: EffectiveCluster, after: EffectiveCluster): StateNote[] {
  const [old, now] = [before, after].map(({ manifest: { spec: { flinkVersion } } }) => flinkVersion);
  const [from, to] = [old, now].map((text) => /^v([0-9]+)_([0-9]+)$/.exec(text ?? '')?.slice(1).map(Number));
  if (from === undefined || to === undefined || old === now) {
    return [];
  }
  const restsOn = 'Flink documentation, Upgrading Applications: compatibility table';
  const newer = to[0] > from[0] || (to[0] === from[0] && to[1] > from[1]);
  if (!newer) {
    return [{ outcome: StateOutcome.BLOCKED, what: `flinkVersion goes back from ${old} to ${now}: an older Flink does not read the state of a newer one`, restsOn }];
  }
  return [to[0] > from[0]
    ? { outcome: StateOutcome.AT_RISK, what: `flinkVersion goes from ${old} to ${now}: between 1.x and 2.x state is not guaranteed to fit`, restsOn }
    : { outcome: StateOutcome.KEPT, what: `flinkVersion goes from ${old} to ${now}, which reads the older savepoint; a plan of SQL may change all the same`, restsOn }];
}

function droppedOperators({ manifest: { spec: { job } } }: EffectiveCluster): StateNote[] {
  return job?.allowNonRestoredState !== true ? [] : [{
    outcome: StateOutcome.AT_RISK,
    what: 'allowNonRestoredState is true: state of operators that the new job does not have is dropped without a word',
    restsOn: 'Flink SavepointRestoreSettings',
  }];
}
