import { PlanFinding } from './plan-finding';
import { PlanValues } from './plan-values';
import { PlacedJob } from '../slots/placed-job';

/** One look at a plan, for one thing that it cannot make good. */
export type FindingLook = (job: PlacedJob, values: Omit<PlanValues, 'findings'>) => PlanFinding | undefined;
