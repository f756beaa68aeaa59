import { OBJECTIVE_FINDINGS } from './objective-findings';
import { PlanFinding } from './plan-finding';
import { PlanValues } from './plan-values';
import { SIZE_FINDINGS } from './size-findings';
import { SLOTS_FINDINGS } from './slots-findings';
import { PlacedJob } from '../slots/placed-job';

const LOOKS = [...SLOTS_FINDINGS, ...OBJECTIVE_FINDINGS, ...SIZE_FINDINGS];

/** What of the facts this plan cannot make good. */
export function planFindings(job: PlacedJob, values: Omit<PlanValues, 'findings'>): PlanFinding[] {
  return LOOKS.flatMap((look) => look(job, values) ?? []);
}
