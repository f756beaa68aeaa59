import { BlueGreenChange, blueGreenChange } from './blue-green-diff';
import { forbiddenChange } from './forbidden-change';
import { notScaledInPlace } from './in-place-scaling';
import { ComparedSpec, DiffType, SpecChange, specChanges, weightiest } from './spec-diff';
import { colourNotes, redeployNotes, sessionNotes, stateHandOver } from './state-hand-over';
import { notesFrom, StateNote, unknownState } from './state-note';
import { refusalIn } from '../../refusal';
import { EffectiveCluster } from '../effective-cluster';
import { FlinkBlueGreenDeploymentManifest } from '../manifest/flink-manifests';
import { ResourceTwin } from '../resource-twin';

/** What a change does to what runs. */
export enum Restart {
  NONE = 'nothing restarts',
  IN_PLACE = 'scaled in place',
  RESTART = 'restart',
  /** Of a blue/green deployment: the other colour starts, then takes over. */
  TRANSITION = 'transition',
  STOP = 'stop',
  START = 'start',
  FORBIDDEN = 'refused',
}

/** What the operator does when one resource becomes the other. */
export interface ResourceUpgrade {
  /** By the operator's own name. */
  readonly type: DiffType | BlueGreenChange;
  readonly changes: readonly SpecChange[];
  readonly restart: Restart;
  /** Beyond what the type says. */
  readonly because?: string;
  readonly state: readonly StateNote[];
}

/** Between two resources of one kind and name. */
export function resourceUpgrade(before: ResourceTwin, after: ResourceTwin): ResourceUpgrade {
  if (after.kind === 'FlinkBlueGreenDeployment') {
    return colours(before, after);
  }
  const [one, other] = [before, after].map(({ manifest }) => manifest.spec as ComparedSpec);
  // The session decides for its jobs.
  const changes = specChanges(one, other, after.kind === 'FlinkSessionJob' ? after.session?.spec.mode ?? 'native' : undefined);
  const type = weightiest(changes);
  const because = forbiddenChange(one, other);
  if (because !== undefined) {
    return { type, changes, restart: Restart.FORBIDDEN, because, state: [] };
  }
  return { type, changes, ...outcome(type, one.job?.state ?? 'running', other.job?.state ?? 'running', before, after) };
}

function outcome(
  type: DiffType, state: string, desired: string, before: ResourceTwin, after: ResourceTwin,
): Pick<ResourceUpgrade, 'restart' | 'because' | 'state'> {
  if (type === DiffType.IGNORE && sessionRestarts(before, after)) {
    return { restart: Restart.RESTART, because: 'its session is deployed again, and the job stops with it', state: notes(before, after, (cluster) => sessionNotes(cluster)) };
  }
  if (type === DiffType.IGNORE || (state === 'suspended' && desired === 'suspended')) {
    return { restart: Restart.NONE, because: type === DiffType.IGNORE ? undefined : 'the job is suspended before and after', state: [] };
  }
  const handOver = notes(before, after, type === DiffType.SAVEPOINT_REDEPLOY ? (_, cluster) => redeployNotes(cluster)
    : (one, other) => stateHandOver(one, other, after.kind === 'FlinkSessionJob'));
  if (type === DiffType.SCALE) {
    const because = hindrance(before);
    return because === undefined
      ? { restart: Restart.IN_PLACE, because: 'if Flink takes it; a restart otherwise', state: [] }
      : { restart: Restart.RESTART, because, state: handOver };
  }
  return { restart: desired === 'suspended' ? Restart.STOP : state === 'suspended' ? Restart.START : Restart.RESTART, state: handOver };
}

function sessionRestarts(before: ResourceTwin, after: ResourceTwin): boolean {
  return before.session !== undefined && after.session !== undefined
    && weightiest(specChanges(before.session.spec, after.session.spec)) !== DiffType.IGNORE;
}

/** An option that nobody can read hinders too. */
function hindrance(before: ResourceTwin): string | undefined {
  if (before.cluster === undefined) {
    return 'the configuration of the cluster cannot be put together';
  }
  let because: string | undefined;
  const running = before.session === undefined ? before.cluster : sessionOf(before);
  return refusalIn(() => { because = notScaledInPlace(running); })?.text.what ?? because;
}

/** A session job scales by the configuration that it has, on a cluster of the session's mode. */
function sessionOf({ cluster, session }: ResourceTwin): Parameters<typeof notScaledInPlace>[0] {
  const { mode, flinkVersion } = session!.spec;
  return { configuration: cluster!.configuration, manifest: { ...cluster!.manifest, spec: { ...cluster!.manifest.spec, mode, flinkVersion } } };
}

function colours(before: ResourceTwin, after: ResourceTwin): ResourceUpgrade {
  const [one, other] = [before, after].map(({ manifest }) => (manifest as FlinkBlueGreenDeploymentManifest).spec.template?.spec ?? {});
  const type = blueGreenChange(one, other);
  const changes = specChanges(one, other, 'native');
  const [[running], [next]] = [before.children, after.children];
  switch (type) {
    case BlueGreenChange.IGNORE:
    case BlueGreenChange.PATCH_CHILD: return { type, changes, restart: Restart.NONE, state: [] };
    case BlueGreenChange.SUSPEND: return { type, changes, restart: Restart.STOP, state: notes(running, next, stateHandOver) };
    case BlueGreenChange.RESUME: return { type, changes, restart: Restart.START, state: notes(running, next, stateHandOver) };
    case BlueGreenChange.SAVEPOINT_REDEPLOY:
      return { type, changes, restart: Restart.TRANSITION, state: notes(running, next, (_, cluster) => redeployNotes(cluster)) };
    case BlueGreenChange.TRANSITION: return { type, changes, restart: Restart.TRANSITION, state: notes(running, next, colourNotes) };
  }
}

function notes(
  before: ResourceTwin | undefined, after: ResourceTwin | undefined, of: (before: EffectiveCluster, after: EffectiveCluster) => StateNote[],
): StateNote[] {
  const [one, other] = [before?.cluster, after?.cluster];
  return one === undefined || other === undefined
    ? [unknownState('the configuration of the cluster cannot be put together', 'operator FlinkConfigBuilder')]
    : notesFrom(() => of(one, other));
}
