import { ResourceName } from './manifest-diff';
import { namespaceOf } from '../../operator/admission/settings-under-rules';
import { ResourceTwin } from '../../operator/resource-twin';

/** Which resource became which. */
export interface PairedResources {
  readonly pairs: readonly (readonly [before: ResourceTwin, after: ResourceTwin])[];
  readonly added: readonly ResourceTwin[];
  readonly removed: readonly ResourceTwin[];
}

/** By kind, namespace and name; the only one of its kind on both sides is the same under another name. */
export function pairedResources(before: readonly ResourceTwin[], after: readonly ResourceTwin[]): PairedResources {
  const named = after.flatMap((now): [ResourceTwin, ResourceTwin][] => {
    const old = before.find((each) => identity(each) === identity(now));
    return old === undefined ? [] : [[old, now]];
  });
  const left = before.filter((old) => !named.some(([each]) => each === old));
  const right = after.filter((now) => !named.some(([, each]) => each === now));
  const renamed = right.flatMap((now): [ResourceTwin, ResourceTwin][] => {
    const [old, ...others] = left.filter(({ kind }) => kind === now.kind);
    const only = [before, after].every((side) => side.filter(({ kind }) => kind === now.kind).length === 1);
    return old !== undefined && others.length === 0 && only ? [[old, now]] : [];
  });
  return {
    pairs: [...named, ...renamed].sort(([, one], [, other]) => (identity(one) < identity(other) ? -1 : 1)),
    added: right.filter((now) => !renamed.some(([, each]) => each === now)).sort(byIdentity),
    removed: left.filter((old) => !renamed.some(([each]) => each === old)).sort(byIdentity),
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
