import { Size, SizeRoundingBehavior } from 'cdk8s';
import { SizingRequest } from './sizing-request';
import { TuningPlan } from './tuning-plan';
import { Refusal } from '../refusal';
import { grouped } from '../units/grouped-number';
import { Budget } from '../workload/node-shape';
import { refuseAmount } from '../workload/refuse-amount';
import { Throughput } from '../workload/throughput';

/** Makes a plan of a request. */
type Derive = (request: SizingRequest) => TuningPlan;

/** A rate, and the plan that carries it. */
interface Carried {
  readonly rate: number;
  readonly plan: TuningPlan;
}

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
  const { throughput } = request.workload.facts;
  const planAt = (rate: number): Carried => ({ rate, plan: derive(scaled(request, rate)) });
  const least = planAt(Math.min(1, throughput.recordsPerSecond));
  const carried = isWithin(least.plan, budget) ? largestWithin(budget, least, throughput.recordsPerSecond, planAt) : undefined;
  throw new Refusal({
    code: 'over-budget',
    what: 'the plan asks for more than the budget has',
    got: `${written(plan)} for ${describeRate(plan)}; the budget is ${describeBudget(budget)}`,
    allowed: carried === undefined
      ? `no throughput with these facts: ${describeRate(least.plan)} already asks for ${written(least.plan)}`
      : `up to ${describeRate(carried.plan)}, which asks for ${written(carried.plan)}`,
    fix: carried === undefined
      ? 'raise the budget to that at least, or change another fact: state, objectives, or a size that was set'
      : 'raise the budget, or plan for less; without a budget the plan tells its cheaper alternatives',
  });
}

/** The largest rate, to three digits, whose plan is within the budget. More load never means less, so halving finds it. */
function largestWithin(budget: Budget, least: Carried, tooMuch: number, planAt: (rate: number) => Carried): Carried {
  let [fits, over] = [least, tooMuch];
  for (;;) {
    const rate = Number(Math.sqrt(fits.rate * over).toPrecision(3));
    if (rate <= fits.rate || rate >= over) {
      return fits;
    }
    const middle = planAt(rate);
    if (isWithin(middle.plan, budget)) {
      fits = middle;
    } else {
      over = rate;
    }
  }
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
  return `${grouped(recordsPerSecond)} ${recordsPerSecond === 1 ? 'record' : 'records'} a second`
    + (peakRecordsPerSecond > recordsPerSecond ? `, at the peak ${grouped(peakRecordsPerSecond)}` : '')
    + (growth > 1 ? `, grown ${grouped(growth)} times` : '');
}
