import { changedAmounts } from './changed-amounts';
import { changedFields } from './changed-fields';
import { changedKnobs } from './changed-knobs';
import { changedPods } from './changed-pods';
import { ManifestDiff, ResourceDiff } from './manifest-diff';
import { identity, nameOfResource, pairedResources } from './pair-resources';
import { tuningSteps } from './tuning-steps';
import { readBoolean } from '../../flink/configuration/option-reading';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { pathShown } from '../../operator/manifest/manifest-path';
import { ResourceTwin } from '../../operator/resource-twin';
import { plainForm } from '../../operator/upgrade/equal-values';
import { resourceUpgrade } from '../../operator/upgrade/resource-upgrade';
import { notesFrom, StateNote, StateOutcome, worstOutcome } from '../../operator/upgrade/state-note';
import { Judged, judged } from '../../rules/judge';
import { Judging } from '../../rules/judging';

const SAVEPOINT_ON_DELETION = 'kubernetes.operator.job.savepoint-on-deletion';

/** Fields that become options or pods. */
const ELSEWHERE = ['spec', 'spec.template.spec'].flatMap((spec) =>
  ['image', 'imagePullPolicy', 'serviceAccount', 'flinkConfiguration', 'podTemplate', 'jobManager', 'taskManager', 'job.parallelism'].map((field) => `${spec}.${field}`));

/** What changes from one set of resources to the other. */
export function diffManifests(before: readonly ResourceTwin[], after: readonly ResourceTwin[], judging: Judging): ManifestDiff {
  const { pairs, added, removed } = pairedResources(before, after);
  return {
    added: added.map(nameOfResource),
    removed: removed.map((twin) => ({ resource: nameOfResource(twin), state: removalNotes(twin) })),
    changed: pairs.filter(([old, now]) => seen(old) !== seen(now) || differentSession(old, now))
      .map(([old, now]) => diffResource(old, now, judging)).filter(saysAnything),
  };
}

/** All that the operator, Flink or a rule may look at. */
function seen({ kind, metadata: { annotations, labels, name, namespace }, manifest: { spec } }: ResourceTwin): string {
  return plainForm([kind, namespace ?? 'default', name, annotations ?? {}, labels ?? {}, spec]);
}

/** A job runs with the options of its session. */
function differentSession(before: ResourceTwin, after: ResourceTwin): boolean {
  return plainForm(before.session?.spec) !== plainForm(after.session?.spec);
}

function diffResource(before: ResourceTwin, after: ResourceTwin, judging: Judging): ResourceDiff {
  const renamed = identity(before) !== identity(after);
  const upgrade = renamed || after.kind === 'FlinkStateSnapshot' ? undefined : resourceUpgrade(before, after);
  const state = renamed ? stateUnderNewName(after) : upgrade?.state ?? [];
  const [one, other] = [before, after].map(clusterOf);
  const { knobs, respellings } = one === undefined || other === undefined ? { knobs: [], respellings: [] } : changedKnobs(one, other);
  // A session job has its pods from the session, which tells them itself.
  const own = one !== undefined && other !== undefined && after.kind !== 'FlinkSessionJob';
  const [had, has] = [before, after].map((twin) => judged(twin, judging).findings);
  return {
    resource: nameOfResource(after),
    formerly: renamed ? nameOfResource(before) : undefined,
    upgrade,
    state,
    outcome: worstOutcome(state),
    fields: changedFields({ spec: before.manifest.spec }, { spec: after.manifest.spec }, '', ELSEWHERE),
    knobs,
    respellings,
    tables: own ? changedAmounts(one, other) : [],
    pods: own ? changedPods(one, other) : [],
    steps: tuningSteps(knobs),
    newFindings: notIn(had, has),
    goneFindings: notIn(has, had),
  };
}

/** Labels, and annotations that no rule knows, are of no concern. */
function saysAnything({ formerly, upgrade, state, fields, knobs, respellings, newFindings, goneFindings }: ResourceDiff): boolean {
  return formerly !== undefined || (upgrade?.changes ?? []).length > 0
    || [state, fields, knobs, respellings, newFindings, goneFindings].some((list) => list.length > 0);
}

/** Of a blue/green deployment one of its two, which differ by their names alone. */
function clusterOf({ cluster, children: [child] }: ResourceTwin): EffectiveCluster | undefined {
  return cluster ?? child?.cluster;
}

/** The operator deletes what keeps the job's state alive; what lies in the store stays there. */
function removalNotes({ cluster, children: [child] }: ResourceTwin): StateNote[] {
  const { configuration, manifest } = cluster ?? child?.cluster ?? {};
  if (configuration === undefined || manifest?.spec.job === undefined) {
    return [];
  }
  return notesFrom(() => [removalNote(readBoolean(configuration, SAVEPOINT_ON_DELETION, false))]);
}

function removalNote(saved: boolean): StateNote {
  return {
    outcome: saved ? StateOutcome.AT_RISK : StateOutcome.LOST,
    what: saved ? 'the job is deleted, after a savepoint that has to be given to another by hand' : 'the job is deleted, and no savepoint is taken',
    restsOn: `operator, ${SAVEPOINT_ON_DELETION}`,
  };
}

function stateUnderNewName({ kind, manifest: { spec } }: ResourceTwin): StateNote[] {
  const path = (spec as { readonly job?: { readonly initialSavepointPath?: string } }).job?.initialSavepointPath;
  return kind === 'FlinkStateSnapshot' ? [] : [{
    outcome: path === undefined ? StateOutcome.LOST : StateOutcome.AT_RISK,
    what: path === undefined ? 'another name is another cluster: it starts without the state of the old one'
      : 'another name is another cluster: it starts from initialSavepointPath, and state newer than that is dropped',
    restsOn: 'operator AbstractFlinkResourceReconciler.reconcile, first deployment',
  }];
}

/** By rule and place: numbers within a finding may move. */
function notIn(some: readonly Judged[], all: readonly Judged[]): Judged[] {
  const known = new Set(some.map(findingIdentity));
  return all.filter((finding) => !known.has(findingIdentity(finding)));
}

function findingIdentity({ rule, path, what }: Judged): string {
  return `${rule.id} ${pathShown(path)} ${what.replace(/[0-9]+/g, '#')}`;
}
