import { Category, Found, Pack, Severity } from './rule';
import { ManifestPath } from '../operator/manifest/manifest-path';
import { ResourceTwin } from '../operator/resource-twin';
import { Refusal } from '../refusal';

/** What the operator's webhook, or Flink when it starts, refuses about a resource. */
export function refusedFindings({ admission, failures, children, manifest }: ResourceTwin): Found[] {
  // The children of a blue/green deployment are alike, so that the first speaks for both.
  const ofChildren = children.slice(0, 1).flatMap((child) => child.failures);
  return [...(admission instanceof Refusal ? [admission] : []), ...failures, ...ofChildren]
    .filter(({ message }, index, all) => all.findIndex((other) => other.message === message) === index)
    .map((refusal) => refusedFinding(refusal, pathNamedIn(refusal, manifest)));
}

/** A refusal of the twin as a finding; its code is the rule. */
export function refusedFinding({ text: { code, what, got, allowed, fix } }: Refusal, path: ManifestPath): Found {
  return { rule: refusalRule(code), finding: { path, what, got, allowed, fix } };
}

function refusalRule(id: string): Found['rule'] {
  return {
    id,
    pack: Pack.REFUSED,
    category: Category.OPTIONS,
    severity: Severity.ERROR,
    title: 'refused by the API server, the operator or Flink',
    why: 'the resource is not taken, or its pods never run',
    fix: '',
    source: 'the twin, which agrees with the classes of the operator and of Flink: docs/guides/refusals.md',
    fires: '',
    passes: '',
  };
}

/** The field or option that a refusal speaks of: the first that it names, of two that begin alike the longer one. */
function pathNamedIn({ text: { what, got, fix } }: Refusal, manifest: object): ManifestPath {
  const said = `${what} ${got} ${fix}`;
  const named = pathsOf(manifest).map((path) => ({ path, at: placeIn(said, path), key: String(path[path.length - 1]) })).filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at || other.path.length - one.path.length || other.key.length - one.key.length);
  return named[0]?.path ?? roleNamedIn(said) ?? ['spec'];
}

/** Memory that does not suffice is nobody's field in particular. */
function roleNamedIn(said: string): ManifestPath | undefined {
  const [role] = /TaskManager|JobManager/i.exec(said) ?? [];
  return role === undefined ? undefined : ['spec', role.toLowerCase() === 'taskmanager' ? 'taskManager' : 'jobManager', 'resource', 'memory'];
}

function placeIn(said: string, path: ManifestPath): number {
  const key = String(path[path.length - 1]);
  const escaped = key.replace(/[^\w]/g, '\\$&');
  // Plain words such as `image` or `name` are words of any sentence, unless the field above stands before them.
  const pattern = /[A-Z.]/.test(key) ? escaped : `${String(path[path.length - 2])}\\.${escaped}`;
  return said.search(new RegExp(`(?<![\\w.])${pattern}(?![\\w])`));
}

function pathsOf(value: unknown, path: ManifestPath = []): ManifestPath[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])]);
}
