import { SizeRoundingBehavior } from 'cdk8s';
import { SessionPlan } from './session-plan';
import { SessionRequest } from './session-request';
import { Refusal } from '../../refusal';
import { grouped } from '../../units/grouped-number';

/** Throws for a session that asks for more than all its pods may. */
export function refuseSessionOverBudget({ totalCpu, totalMemory, jobs }: SessionPlan, { budget = {} }: SessionRequest): void {
  const memory = budget.memory?.toMebibytes({ rounding: SizeRoundingBehavior.NONE }) ?? Infinity;
  if (totalCpu.amountInMillis > (budget.cpu?.amountInMillis ?? Infinity) || totalMemory.mebibytes > memory) {
    const limits = [...(budget.cpu === undefined ? [] : [budget.cpu.toString()]), ...(memory === Infinity ? [] : [`${grouped(Math.floor(memory))} MiB`])];
    throw new Refusal({
      code: 'over-budget',
      what: 'the session asks for more than the budget has',
      got: `${totalCpu} and ${grouped(totalMemory.mebibytes)} MiB for ${jobs.length} jobs; the budget is ${limits.join(' and ')}`,
      allowed: 'as much as the budget has',
      fix: 'raise the budget, or host fewer jobs; the plan of each tells its cheaper alternatives',
    });
  }
}
