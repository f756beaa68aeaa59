import { Construct } from 'constructs';
import { claimName, NamedKind } from './claimed-names';
import { Refusal } from '../../refusal';

/** What a construct will be called in the namespace of its chart: its own resource, and those that the operator makes of it. */
export type TakenNames = readonly (readonly [kind: NamedKind, name: string])[];

/**
 * Thinks a construct through before anything of it stands in the tree, so that whoever catches a refusal finds nothing
 * half-made; a refusal says the place. The names are taken when all is well.
 */
export function thoughtThrough<T>(scope: Construct, id: string, names: TakenNames, work: () => T): T {
  const path = pathOf(scope, id);
  return sayingWhere(path, () => {
    const made = work();
    // An id that is taken is refused by the tree itself, and must not take a name.
    if (scope.node.tryFindChild(id) === undefined) {
      names.forEach(([kind, name]) => claimName(scope, path, kind, name));
    }
    return made;
  });
}

/** The path that a construct will have. */
export function pathOf(scope: Construct, id: string): string {
  return scope.node.path === '' ? id : `${scope.node.path}/${id}`;
}

/** Does the work; a refusal says the place in the construct tree. */
export function sayingWhere<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? error.at(path) : error;
  }
}
