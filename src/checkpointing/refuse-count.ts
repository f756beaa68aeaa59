import { Refusal, shown } from '../refusal';
import { isWhole } from '../units/whole-number';

/** Refuses a number of checkpoints or savepoints that is none. */
export function refuseCount(property: string, value: number | undefined): void {
  if (value !== undefined && !isWhole(value, 1)) {
    throw new Refusal({
      code: 'checkpointing-count',
      what: `${property} of the checkpointing must be a whole number from 1`,
      got: shown(value),
      allowed: '1, 2, 3, …',
      fix: `leave ${property} out`,
    });
  }
}
