import { TaintEffect } from 'cdk8s-plus-28';

/** A taint of nodes that the pods may be placed in spite of. */
export class Toleration {
  /**
   * A taint of this key and value.
   * @param key of the taint
   * @param value of the taint
   * @param effect of the taint; any when left out
   */
  public static equal(key: string, value: string, effect?: TaintEffect): Toleration {
    return new Toleration({ key, operator: 'Equal', value, ...(effect === undefined ? {} : { effect }) });
  }

  /**
   * A taint of this key, whatever its value.
   * @param key of the taint
   * @param effect of the taint; any when left out
   */
  public static exists(key: string, effect?: TaintEffect): Toleration {
    return new Toleration({ key, operator: 'Exists', ...(effect === undefined ? {} : { effect }) });
  }

  private constructor(private readonly toleration: Record<string, unknown>) {}

  /** @internal */
  public _render(): Record<string, unknown> {
    return this.toleration;
  }
}
