import { IConstruct } from 'constructs';
import { FlinkDefaultsProps } from './flink-defaults-props';

/** Defaults by the construct that they were applied to, in the order in which they came. */
const APPLIED = new WeakMap<IConstruct, FlinkDefaultsProps[]>();
/** Clusters that have been made, by the root of their tree: what they did not see would be no default of theirs. */
const MADE = new WeakMap<IConstruct, IConstruct[]>();

/** Defaults of one place, farthest first. */
export interface DefaultsAt {
  /** Path of the construct; `the app` for the root without one. */
  readonly from: string;
  readonly defaults: FlinkDefaultsProps;
}

/** What has been applied to this scope and those above it. */
export function defaultsFor(scope: IConstruct): DefaultsAt[] {
  return scope.node.scopes.flatMap((place) => (APPLIED.get(place) ?? []).map((defaults) => ({ from: place.node.path || 'the app', defaults })));
}

/** Remembers that a cluster has been made in this scope. */
export function madeIn(scope: IConstruct): void {
  const { root } = scope.node;
  const made = MADE.get(root) ?? [];
  MADE.set(root, made);
  if (made[made.length - 1] !== scope) {
    made.push(scope);
  }
}

/** Adds to what has been applied to a construct. */
export function applyDefaults(scope: IConstruct, defaults: FlinkDefaultsProps): void {
  APPLIED.set(scope, [...APPLIED.get(scope) ?? [], defaults]);
}

/** A place below this construct where a cluster has been made already. */
export function madeBelow(scope: IConstruct): IConstruct | undefined {
  return (MADE.get(scope.node.root) ?? []).find((made) => made.node.scopes.includes(scope));
}
