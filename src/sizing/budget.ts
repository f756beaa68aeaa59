import { SizingRequest } from './sizing-request';
import { TuningPlan } from './tuning-plan';

/** Throws for a plan that asks for more than all its pods may. */
export function refuseOverBudget(_plan: TuningPlan, _request: SizingRequest, _derive: (request: SizingRequest) => TuningPlan): void {
}
