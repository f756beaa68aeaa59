import { Refusal, shown } from '../refusal';
import { isWhole } from '../units/whole-number';

/** Labels of nodes that pods must or should be placed on. Several are asked for together. */
export class NodeAffinity {
  /**
   * Only nodes whose label has one of the values; without such a node the pod waits.
   * @param key of the label
   * @param values at least one, or refused with `[node-affinity]`
   */
  public static required(key: string, values: string[]): NodeAffinity {
    return new NodeAffinity(key, values);
  }

  /**
   * Rather nodes whose label has one of the values.
   * @param weight from 1 to 100, or refused with `[node-affinity]`; the weights of all that a node meets are added up
   * @param key of the label
   * @param values at least one, or refused with `[node-affinity]`
   */
  public static preferred(weight: number, key: string, values: string[]): NodeAffinity {
    return new NodeAffinity(key, values, weight);
  }

  private constructor(
    private readonly key: string,
    private readonly values: string[],
    private readonly weight?: number,
  ) {
    if (!Array.isArray(values) || values.length === 0) {
      const got = Array.isArray(values) ? 'no value' : shown(values);
      throw refused('a node affinity needs a value of the label', got, 'one value and more, as a list', "for example ['flink']");
    }
    if (weight !== undefined && !isWhole(weight, 1, 100)) {
      throw refused('a preferred node affinity has a weight', shown(weight), 'a whole number from 1 to 100', 'use 100 for a single preference');
    }
  }

  /** @internal */
  public get _weight(): number | undefined {
    return this.weight;
  }

  /** @internal */
  public _render(): Record<string, unknown> {
    return { key: this.key, operator: 'In', values: [...this.values] };
  }
}

/** All of them in the one place that Kubernetes has for them; nothing for none. */
export function affinity(all: NodeAffinity[]): Record<string, unknown> | undefined {
  const required = all.filter(({ _weight }) => _weight === undefined).map((one) => one._render());
  const preferred = all.filter(({ _weight }) => _weight !== undefined)
    .map((one) => ({ weight: one._weight, preference: { matchExpressions: [one._render()] } }));
  return all.length === 0 ? undefined : {
    nodeAffinity: {
      // One term: expressions of a term are all met, of several terms only one.
      ...(required.length === 0 ? {} : { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: required }] } }),
      ...(preferred.length === 0 ? {} : { preferredDuringSchedulingIgnoredDuringExecution: preferred }),
    },
  };
}

function refused(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'node-affinity', what, got, allowed, fix });
}
