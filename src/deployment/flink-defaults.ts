import { IConstruct } from 'constructs';
import { FlinkDefaultsProps } from './flink-defaults-props';
import { Refusal, shown } from '../refusal';

/** Defaults by the construct that they were applied to, in the order in which they came. */
const APPLIED = new WeakMap<IConstruct, FlinkDefaultsProps[]>();
/** Clusters that have been made, by the root of their tree: what they did not see would be no default of theirs. */
const MADE = new WeakMap<IConstruct, IConstruct[]>();

/**
 * Decisions for all Flink clusters below a place in the construct tree: an app, a chart, a construct of yours. The nearest
 * place wins; maps are put together, and what the pods get adds up. What a cluster inherits shows in its explanation.
 */
export class FlinkDefaults {
  /** The defaults of everything below this construct. */
  public static of(scope: IConstruct): FlinkDefaults {
    return new FlinkDefaults(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Applies to every cluster that is made below from now on. Refused with `[defaults-too-late]` when one has been made already,
   * which would not have them.
   */
  public apply(defaults: FlinkDefaultsProps): FlinkDefaults {
    const { scope } = this;
    const early = (MADE.get(scope.node.root) ?? []).find((made) => made.node.scopes.includes(scope));
    if (early !== undefined) {
      throw new Refusal({
        code: 'defaults-too-late',
        what: 'these defaults come after a cluster that they are meant for, and it would not have them',
        got: `a cluster in ${shown(early.node.path)}`,
        allowed: 'defaults before the first cluster below',
        fix: 'apply them right after the app or the chart is made',
      }, scope.node.path);
    }
    refuseRegistry(defaults.imageRegistry, scope.node.path);
    APPLIED.set(scope, [...APPLIED.get(scope) ?? [], defaults]);
    return this;
  }
}

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

function refuseRegistry(registry: string | undefined, path: string): void {
  if (registry !== undefined && !/^[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9][a-z0-9._-]*)*$/.test(registry)) {
    throw new Refusal({
      code: 'image-registry',
      what: 'imageRegistry of the defaults is not a registry',
      got: /@/.test(registry) ? 'a registry with credentials inside' : shown(registry),
      allowed: 'a host, with a port and a path if it has them, for example "registry.example.com/flink"',
      fix: 'leave out the scheme, and slashes at either end; credentials belong into pods.imagePullSecrets',
    }, path);
  }
}
