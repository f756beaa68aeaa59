import { Decided } from './decide';
import { Amount } from './decision';

interface SwitchReason {
  readonly reason: string;
  readonly inputs: string[];
  readonly rule: string;
  readonly source: string;
}

/** A decision between on and off, whose range is what the rule gives. */
export function onOrOff(quantity: string, title: string, derived: boolean, given: boolean | undefined, because: SwitchReason): Decided<boolean> {
  return new Decided(quantity, derived, given, Amount._switch, () => ({ title, low: derived, high: derived, ...because }));
}
