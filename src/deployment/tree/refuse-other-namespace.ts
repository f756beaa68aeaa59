import { Refusal } from '../../refusal';

/** The operator looks for what a resource names in the namespace of the resource. */
export function refuseOtherNamespace(what: string, other: string, namespace: string | undefined, otherNamespace: string | undefined): void {
  if (namespace !== otherNamespace) {
    throw new Refusal({
      code: 'other-namespace',
      what: `${what} must be in the namespace of ${other}`,
      got: `${namespace ?? 'no namespace'}, and ${other} in ${otherNamespace ?? 'no namespace'}`,
      allowed: 'one namespace for both',
      fix: 'put both into charts of the same namespace',
    });
  }
}
