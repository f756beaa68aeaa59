import { Amount, Decision, DecisionBasis } from './decision';

/** A value on its way through the plan, with the decision that explains it. */
export interface Decided<T> {
  readonly value: T;
  readonly decision: Decision;
}

/** What a rule says, before an explicit property may take its place. */
export interface RuleOutcome<T> extends Omit<Decision, 'value' | 'low' | 'high' | 'basis'> {
  readonly value: T;
  readonly low: T;
  readonly high: T;
}

/** The rule's value, or the user's with the rule's kept in the reason and the range. */
export function decide<T>(outcome: RuleOutcome<T>, amountOf: (value: T) => Amount, explicit?: T): Decided<T> {
  const { value, low, high, ...rest } = outcome;
  const range = { low: amountOf(low), high: amountOf(high) };
  if (explicit === undefined) {
    return { value, decision: { ...rest, ...range, value: amountOf(value), basis: DecisionBasis.RULE } };
  }
  const [given, derived] = [amountOf(explicit), amountOf(value)];
  const reason = given.text === derived.text ? 'set explicitly, as the rule would' : `set explicitly; the rule gives ${derived.text}`;
  return { value: explicit, decision: { ...rest, ...range, value: given, reason, basis: DecisionBasis.EXPLICIT } };
}
