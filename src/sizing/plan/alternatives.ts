import { costDifference, describeCost, isCheaper } from './cost-difference';
import { Derive, derivedIfPossible } from './derived-if-possible';
import { PlanAlternative } from './plan-alternative';
import { PLAN_CHANGES, PlanChange } from './plan-change';
import type { TuningPlan } from './tuning-plan';
import { SizingRequest } from '../facts/sizing-request';

/** Neighbours of a plan: first what is cheaper, the largest saving first, then what costs something, the least first. */
export function alternativesTo(plan: TuningPlan, request: SizingRequest, derive: Derive): PlanAlternative[] {
  return PLAN_CHANGES
    .filter((change) => isOpen(change, request) && (change.when?.(plan, request) ?? true))
    .flatMap((change) => neighbour(change, plan, request, derive) ?? [])
    .sort((one, other) => Number(isCheaper(other.cost)) - Number(isCheaper(one.cost)) || one.cost.share - other.cost.share)
    .map(({ change, to, cost }) => ({
      title: change.title(plan, to),
      cheaper: isCheaper(cost),
      cost: describeCost(cost),
      risk: `${change.risk}${describeFindings(plan, to)}`,
      how: change.how,
      plan: to,
    }));
}

/** True when the user has decided nothing of what would change. */
function isOpen({ set: { assumptions = {}, ...values }, decidedBy = [] }: PlanChange, request: SizingRequest): boolean {
  const decided = [...decidedBy, ...Object.keys(values) as (keyof SizingRequest)[]];
  return decided.every((name) => request[name] === undefined) && Object.keys(assumptions).every((name) => request.assumptions?.[name] === undefined);
}

/** The plan with the change, unless nothing comes of it. */
function neighbour(change: PlanChange, plan: TuningPlan, request: SizingRequest, derive: Derive) {
  const to = derivedIfPossible(derive, { ...request, ...change.set, assumptions: { ...request.assumptions, ...change.set.assumptions } });
  if (to === undefined || configured(to) === configured(plan) || change.achieved?.(plan, to) === false || outgrowsNode(plan, to, request)) {
    return undefined;
  }
  const cost = costDifference(to, plan);
  return change.onlyToSave === true && !isCheaper(cost) ? undefined : { change, to, cost };
}

/** What a cluster would see of a plan: not what it reckons with on the way. */
function configured(plan: TuningPlan): string {
  const reckoned = ['workload', 'expectedState', 'cpuDemand', 'autoscaler', 'findings'];
  return JSON.stringify(plan, (name, value) => (reckoned.includes(name) ? undefined : value));
}

function outgrowsNode(plan: TuningPlan, to: TuningPlan, { nodeShape }: SizingRequest): boolean {
  return nodeShape !== undefined && plan.fitsNodes(nodeShape).fits && !to.fitsNodes(nodeShape).fits;
}

function describeFindings(plan: TuningPlan, to: TuningPlan): string {
  const known = plan.findings.map(({ code }) => code);
  const added = to.findings.map(({ code }) => code).filter((code) => !known.includes(code));
  return added.length === 0 ? '' : `; its plan finds ${added.join(', ')}`;
}
