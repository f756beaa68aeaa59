import type { TuningPlan } from './tuning-plan';
import { Refusal } from '../../refusal';
import { SizingRequest } from '../facts/sizing-request';

/** Makes a plan of a request. */
export type Derive = (request: SizingRequest) => TuningPlan;

/** The plan, or nothing where the request is refused: a neighbour of what is possible need not be. */
export function derivedIfPossible(derive: Derive, request: SizingRequest): TuningPlan | undefined {
  try {
    return derive(request);
  } catch (error) {
    if (error instanceof Refusal) {
      return undefined;
    }
    throw error;
  }
}
