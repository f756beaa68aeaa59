import { ResourceName } from './manifest-diff';
import { namespaceOf } from '../../operator/admission/settings-under-rules';
import { MANIFEST_SCHEMAS } from '../../operator/manifest/manifest-fields';
import { ResourceTwin } from '../../operator/resource-twin';

/** Which resource became which. */
export interface PairedResources {
  readonly pairs: readonly (readonly [before: ResourceTwin, after: ResourceTwin])[];
  readonly added: readonly ResourceTwin[];
  readonly removed: readonly ResourceTwin[];
}

const KINDS = [...MANIFEST_SCHEMAS.keys()];

/** By kind, namespace and name; the only one of its kind on both sides is the same under another name. */
export function pairedResources(before: readonly ResourceTwin[], after: readonly ResourceTwin[]): PairedResources {
  const byName = new Map(before.map((old) => [identity(old), old]));
  const named = after.flatMap((now): [ResourceTwin, ResourceTwin][] => {
    const old = byName.get(identity(now));
    return old === undefined ? [] : [[old, now]];
  });
  const met = new Set(named.flat());
  const [left, right] = [before, after].map((side) => side.filter((each) => !met.has(each)));
  const renamed = KINDS.flatMap((only): [ResourceTwin, ResourceTwin][] => {
    const [one, other] = [before, after].map((side) => side.filter(({ kind }) => kind === only));
    return one.length === 1 && other.length === 1 && left.includes(one[0]) && right.includes(other[0]) ? [[one[0], other[0]]] : [];
  });
  const same = new Set(renamed.flat());
  return {
    pairs: [...named, ...renamed].sort(([, one], [, other]) => (identity(one) < identity(other) ? -1 : 1)),
    added: right.filter((now) => !same.has(now)).sort(byIdentity),
    removed: left.filter((old) => !same.has(old)).sort(byIdentity),
  };
}

export function nameOfResource({ kind, metadata }: ResourceTwin): ResourceName {
  return { kind, namespace: namespaceOf(metadata), name: metadata.name };
}

export function identity({ kind, metadata }: Pick<ResourceTwin, 'kind' | 'metadata'>): string {
  return `${kind} ${namespaceOf(metadata)}/${metadata.name}`;
}

function byIdentity(one: ResourceTwin, other: ResourceTwin): number {
  return identity(one) < identity(other) ? -1 : 1;
}
