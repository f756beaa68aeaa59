import { Size, SizeRoundingBehavior } from 'cdk8s';
import { Derive, derivedIfPossible } from './derived-if-possible';
import { TuningPlan } from './tuning-plan';
import { Refusal } from '../../refusal';
import { grouped } from '../../units/grouped-number';
import { Budget } from '../../workload/node-shape';
import { refuseAmount } from '../../workload/refuse-amount';
import { Throughput } from '../../workload/throughput';
import { SizingRequest } from '../facts/sizing-request';

/** Throws for a plan that asks for more than all its pods may, with the largest throughput that they may have. */
export function refuseOverBudget(plan: TuningPlan, request: SizingRequest, derive: Derive): void {
  const { budget } = request;
  if (budget === undefined) {
    return;
  }
  refuseAmount('budget', 'budget.memory', mebibytes(budget.memory), 'MiB');
  if (isWithin(plan, budget)) {
    return;
  }
  const carried = largestWithin(plan, request, budget, derive);
  throw new Refusal({
    code: 'over-budget',
    what: 'the plan asks for more than the budget has',
    got: `${written(plan)} for ${describeRate(plan)}; the budget is ${describeBudget(budget)}`,
    ...(isWithin(carried, budget) ? {
      allowed: `up to about ${describeRate(carried)}, which asks for ${written(carried)}`,
      fix: 'raise the budget, or plan for less; without a budget the plan tells its cheaper alternatives',
    } : {
      allowed: `no throughput with these facts: ${describeRate(carried)} already asks for ${written(carried)}`,
      fix: 'raise the budget to that at least, or change another fact: state, objectives, or a size that was set',
    }),
  });
}

/**
 * The plan of the largest throughput that the budget holds, or of the least that there is. More load never means less
 * while the state stays where it is, but less of it may bring the state back to the heap, where it takes more memory:
 * so the search goes first through the throughputs that leave it in its place, then through those below.
 */
function largestWithin(plan: TuningPlan, request: SizingRequest, budget: Budget, derive: Derive): TuningPlan {
  // A smaller one may be impossible where this is not: its state may belong to another place, which cannot be restored in time.
  const planAt = (rate: number) => derivedIfPossible(derive, scaled(request, rate)) ?? plan;
  const within = (one: TuningPlan) => isWithin(one, budget);
  const { recordsPerSecond } = request.workload.facts.throughput;
  const least = planAt(Math.min(1, recordsPerSecond));
  const inPlace = largest(least, recordsPerSecond, planAt, (one) => one.stateLocation !== plan.stateLocation || within(one));
  return within(inPlace) ? inPlace : within(least) ? largest(least, rateOf(inPlace), planAt, within) : least;
}

/** The plan of the largest rate that will do, to a hundredth or to one record; `least` does and `tooMuch` does not. Found by halving. */
function largest(least: TuningPlan, tooMuch: number, planAt: (rate: number) => TuningPlan, does: (plan: TuningPlan) => boolean): TuningPlan {
  let [fits, over] = [least, tooMuch];
  while (over > Math.max(rateOf(fits) * 1.01, rateOf(fits) + 1)) {
    // Whole and of four digits, for people: a rounding smaller than what is left to halve.
    const rate = Number(Math.ceil(Math.sqrt(rateOf(fits) * over)).toPrecision(4));
    const middle = planAt(rate);
    [fits, over] = does(middle) ? [middle, over] : [fits, rate];
  }
  return fits;
}

function rateOf({ workload: { facts: { throughput } } }: TuningPlan): number {
  return throughput.recordsPerSecond;
}

/** The same request with another throughput: the peak keeps its ratio, and nothing limits the plan. */
function scaled(request: SizingRequest, rate: number): SizingRequest {
  const { recordsPerSecond, peakRecordsPerSecond, averageRecordBytes, growth } = request.workload.facts.throughput;
  const throughput = Throughput.of({
    recordsPerSecond: rate,
    peakRecordsPerSecond: rate * (peakRecordsPerSecond / recordsPerSecond),
    averageRecordBytes,
    growth,
  });
  return { ...request, workload: request.workload._withThroughput(throughput), budget: undefined };
}

function isWithin({ totalCpu, totalMemory }: TuningPlan, { cpu, memory }: Budget): boolean {
  return totalCpu.amountInMillis <= (cpu?.amountInMillis ?? Infinity) && totalMemory.mebibytes <= (mebibytes(memory) ?? Infinity);
}

function mebibytes(size: Size | undefined): number | undefined {
  return size?.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
}

function written({ totalCpu, totalMemory }: TuningPlan): string {
  return `${totalCpu} and ${grouped(totalMemory.mebibytes)} MiB`;
}

/** Memory is requested in whole mebibytes, so a part of one is worth nothing. */
function describeBudget({ cpu, memory }: Budget): string {
  return [
    ...(cpu === undefined ? [] : [cpu.toString()]),
    ...(memory === undefined ? [] : [`${grouped(Math.floor(mebibytes(memory)!))} MiB`]),
  ].join(' and ');
}

function describeRate({ workload: { facts: { throughput: { recordsPerSecond, peakRecordsPerSecond, growth } } } }: TuningPlan): string {
  return `${recordsPerSecond < 1 ? recordsPerSecond : grouped(recordsPerSecond)} ${recordsPerSecond === 1 ? 'record' : 'records'} a second`
    + (peakRecordsPerSecond > recordsPerSecond ? `, at the peak ${grouped(peakRecordsPerSecond)}` : '')
    + (growth > 1 ? `, grown ${grouped(growth)} times` : '');
}
