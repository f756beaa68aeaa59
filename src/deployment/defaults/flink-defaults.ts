import { IConstruct } from 'constructs';
import { applyDefaults, madeBelow } from './applied-defaults';
import { FlinkDefaultsProps } from './flink-defaults-props';
import { Refusal, shown } from '../../refusal';

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
    const early = madeBelow(scope);
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
    applyDefaults(scope, defaults);
    return this;
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
