import { Refusal, shown } from '../refusal';
import { grouped } from '../units/grouped-number';

/** Beyond this the arithmetic of a plan would leave the safe integers. */
const LARGEST = 1e15;

/** Throws for an amount that is not above zero and finite; one that is not given passes. */
export function refuseAmount(code: string, property: string, amount: number | undefined, unit: string): void {
  if (amount !== undefined && !(amount > 0 && amount <= LARGEST)) {
    throw new Refusal({
      code,
      what: `${property} must be above zero and finite`,
      got: `${shown(amount)} ${unit}`,
      allowed: `above 0, at most ${grouped(LARGEST)} ${unit}`,
      fix: 'give what was counted or measured; leave optional facts out when they are not known',
    });
  }
}

/** Throws for a count that is not whole or below its least. */
export function refuseCount(code: string, property: string, count: number | undefined, least: number, fix: string): void {
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= least)) {
    throw new Refusal({
      code,
      what: `${property} must be a whole number from ${least}`,
      got: shown(count),
      allowed: [least, least + 1, least + 2].join(', ') + ', …',
      fix,
    });
  }
}

/** Throws for a share that is not within its bounds. */
export function refuseShare(code: string, property: string, share: number | undefined, allowed: (share: number) => boolean, bounds: string): void {
  if (share !== undefined && !allowed(share)) {
    throw new Refusal({
      code,
      what: `${property} is not a share of one`,
      got: shown(share),
      allowed: bounds,
      fix: 'write 20% as 0.2',
    });
  }
}
