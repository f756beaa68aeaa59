import { Amount, Decision, DecisionBasis } from './decision';

/** All that a decision tells besides its value; the range in the value's own type. */
export interface Because<T> {
  readonly title: string;
  readonly low: T;
  readonly high: T;
  readonly reason: string;
  readonly inputs: string[];
  readonly rule: string;
  readonly source: string;
  /** True when a measurement stands in the place of one of the rule's numbers. */
  readonly measured?: boolean;
}

/** A decided value, whatever its type. */
export interface Reasoned {
  readonly quantity: string;
  readonly decision: Decision;
}

/**
 * A value on its way through the plan. Its explanation is made when somebody asks for it: most plans are
 * synthesized a hundred times for once that they are read.
 */
export class Decided<T> implements Reasoned {
  private made?: Decision;

  constructor(
    public readonly quantity: string,
    private readonly derived: T,
    private readonly explicit: T | undefined,
    private readonly amountOf: (value: T) => Amount,
    private readonly because: () => Because<T>,
  ) {}

  /** The user's value where there is one, the rule's otherwise. */
  public get value(): T {
    return this.explicit ?? this.derived;
  }

  public get decision(): Decision {
    return this.made ??= this.explain();
  }

  private explain(): Decision {
    const { title, low, high, reason, inputs, rule, source, measured = false } = this.because();
    const [value, derived] = [this.amountOf(this.value), this.amountOf(this.derived)];
    const asTheRule = value.text === derived.text ? ', as the rule would' : `; the rule gives ${derived.text}`;
    return {
      quantity: this.quantity,
      title,
      value,
      low: this.amountOf(low),
      high: this.amountOf(high),
      reason: this.explicit === undefined ? reason : `set explicitly${asTheRule}`,
      inputs,
      rule,
      source,
      basis: this.explicit !== undefined ? DecisionBasis.EXPLICIT : measured ? DecisionBasis.MEASUREMENT : DecisionBasis.RULE,
    };
  }
}
