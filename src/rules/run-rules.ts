import { RULE_FAILED } from './engine-rules';
import { Finding, Found, ResourceRule, Rule } from './rule';
import { EffectiveCluster } from '../operator/effective-cluster';
import { ManifestPath } from '../operator/manifest/manifest-path';
import { ResourceTwin } from '../operator/resource-twin';
import { Refusal } from '../refusal';

/** What some rules find in a resource. */
export function runRules(twin: ResourceTwin, rules: readonly (Rule | ResourceRule)[]): Found[] {
  const subject = subjectOf(twin);
  return rules.flatMap((rule) => ('check' in rule
    ? subject === undefined ? [] : subject.mine(rule, tried(rule, () => rule.check(subject.cluster)))
    : tried(rule, () => rule.checkResource(twin))));
}

/** The cluster that a resource is about, and which of the findings about it are the resource's own. */
interface Subject {
  readonly cluster: EffectiveCluster;
  readonly mine: (rule: Rule, found: Found[]) => Found[];
}

function subjectOf({ kind, cluster, session, children: [child], manifest }: ResourceTwin): Subject | undefined {
  if (kind === 'FlinkBlueGreenDeployment') {
    return child?.cluster === undefined ? undefined : { cluster: child.cluster, mine: (_, found) => found.map(inTemplate) };
  }
  if (cluster === undefined || kind === 'FlinkDeployment') {
    return cluster && { cluster, mine: (_, found) => found };
  }
  // A job has what it writes itself; without its session nobody knows what else it has.
  const written = (found: Found[]) => found.filter(({ finding: { path } }) => isWritten(manifest, path));
  if (session === undefined) {
    return { cluster, mine: (_, found) => written(found) };
  }
  const host = new EffectiveCluster(session, cluster.installation);
  return { cluster, mine: (rule, found) => written(found).concat(ofJob(found, manifest, tried(rule, () => rule.check(host)))) };
}

/** What is missing in job and session alike is said of the job; what the session has by itself is said of the session. */
function ofJob(found: Found[], manifest: object, ofSession: Found[]): Found[] {
  const known = new Set(ofSession.map(({ finding }) => identity(finding)));
  return found.filter(({ finding }) => !isWritten(manifest, finding.path) && !known.has(identity(finding))
    && ['flinkConfiguration', 'job'].includes(String(finding.path[1])));
}

function identity({ path, what, got }: Finding): string {
  return JSON.stringify([path, what, got]);
}

function inTemplate({ rule, finding }: Found): Found {
  const edits = finding.edits?.map((edit) => ({
    ...edit,
    ...('set' in edit ? { set: below(edit.set) } : 'remove' in edit ? { remove: below(edit.remove) } : { rename: below(edit.rename) }),
  }));
  return { rule, finding: { ...finding, path: below(finding.path), edits } };
}

function below(path: ManifestPath): ManifestPath {
  return ['spec', 'template', ...path];
}

function isWritten(manifest: object, path: ManifestPath): boolean {
  let value: unknown = manifest;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
  }
  return value !== undefined;
}

/** What cannot be made is refused already, and a rule that needs it says nothing; any other mistake is the rule's own. */
function tried(rule: Rule | ResourceRule, check: () => Finding[]): Found[] {
  try {
    return check().map((finding) => ({ rule, finding }));
  } catch (error) {
    return error instanceof Refusal ? [] : [{
      rule: RULE_FAILED,
      finding: {
        path: ['spec'],
        what: `the rule ${rule.id} failed, and what it looks for is not known`,
        // The message could quote the manifest.
        got: error instanceof Error ? error.name : 'an error',
        allowed: 'an answer',
        fix: `report it with the manifest, without its secrets, or acknowledge ${RULE_FAILED.id}`,
      },
    }];
  }
}
