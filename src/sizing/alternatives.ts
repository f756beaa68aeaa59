import { PlanAlternative } from './plan-alternative';
import { SizingRequest } from './sizing-request';
import { TuningPlan } from './tuning-plan';

/** Neighbours of a plan. */
export function alternativesTo(_plan: TuningPlan, _request: SizingRequest, _derive: (request: SizingRequest) => TuningPlan): PlanAlternative[] {
  return [];
}
