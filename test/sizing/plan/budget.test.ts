import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { refusalIn } from '../../../src/refusal';
import { SizingRequest } from '../../../src/sizing/facts/sizing-request';
import { refuseOverBudget } from '../../../src/sizing/plan/budget';
import { derivePlan } from '../../../src/sizing/plan/derive-plan';
import { refusalOf, says } from '../../refusals';
import { anyRequest, requestOf } from '../arbitrary-workload';
import { Budget, Cpu, Throughput, WorkloadKind } from 'cdk8s-flink';

const steady = (recordsPerSecond: number, budget: Budget) =>
  requestOf(WorkloadKind.STATELESS_TRANSFORMATION, { throughput: Throughput.of({ recordsPerSecond }) }, { budget });

/** The rate in a refusal's `allowed`, or nothing where there is none. */
const allowedRate = (message: string) => {
  const found = /allowed {2}up to about ([\d,]+) records? a second/.exec(message);
  return found === null ? undefined : Number(found[1].replace(/,/g, ''));
};

function scaledTo(request: SizingRequest, recordsPerSecond: number): SizingRequest {
  const { throughput } = request.workload.facts;
  const peak = recordsPerSecond * (throughput.peakRecordsPerSecond / throughput.recordsPerSecond);
  return { ...request, workload: request.workload._withThroughput(Throughput.of({ ...throughput, recordsPerSecond, peakRecordsPerSecond: peak })) };
}

test('a plan over the budget is refused with both amounts and the throughput that fits', () => {
  expect(refusalOf(() => derivePlan(steady(100_000, { cpu: Cpu.cores(3), memory: Size.gibibytes(5) }))).message).toBe(says(
    'the plan asks for more than the budget has [over-budget]',
    '5 cores and 3,584 MiB for 100,000 records a second; the budget is 3 cores and 5,120 MiB',
    'up to about 60,650 records a second, which asks for 3 cores and 2,304 MiB',
    'raise the budget, or plan for less; without a budget the plan tells its cheaper alternatives',
  ));
});

test('a budget that no throughput fits says what the least asks for', () => {
  expect(refusalOf(() => derivePlan(steady(100_000, { memory: Size.mebibytes(300.9) }))).message).toBe(says(
    'the plan asks for more than the budget has [over-budget]',
    '5 cores and 3,584 MiB for 100,000 records a second; the budget is 300 MiB',
    'no throughput with these facts: 1 record a second already asks for 2 cores and 2,048 MiB',
    'raise the budget to that at least, or change another fact: state, objectives, or a size that was set',
  ));
});

test('peak and growth stay what they are, and are told', () => {
  const throughput = Throughput.of({ recordsPerSecond: 50_000, peakRecordsPerSecond: 100_000, growth: 2 });
  const request = requestOf(WorkloadKind.STATELESS_TRANSFORMATION, { throughput }, { budget: { cpu: Cpu.cores(3) } });
  const { message } = refusalOf(() => derivePlan(request));
  expect(message).toContain('for 50,000 records a second, at the peak 100,000, grown 2 times; the budget is 3 cores');
  const [, rate, peak] = /up to about ([\d,]+) records a second, at the peak ([\d,]+), grown 2 times/.exec(message)!;
  expect(Number(peak.replace(',', ''))).toBe(2 * Number(rate.replace(',', '')));
});

test('a plan that is just what the budget has is within it', () => {
  fc.assert(fc.property(anyRequest, (request) => {
    const { totalCpu, totalMemory } = derivePlan(request);
    const budget = { cpu: totalCpu, memory: Size.mebibytes(totalMemory.mebibytes) };
    expect(refusalIn(() => derivePlan({ ...request, budget }))).toBeUndefined();
    expect(refusalOf(() => derivePlan({ ...request, budget: { cpu: Cpu.millis(totalCpu.amountInMillis - 1) } })).code).toBe('over-budget');
    expect(refusalOf(() => derivePlan({ ...request, budget: { memory: Size.mebibytes(totalMemory.mebibytes - 1) } })).code).toBe('over-budget');
  }));
});

test('the throughput that a refusal names is within the budget, with few plans made, and not much more is', () => {
  const shares = fc.double({ min: 0.05, max: 1, noNaN: true, maxExcluded: true });
  fc.assert(fc.property(anyRequest, shares, shares, (unlimited, cpuShare, memoryShare) => {
    const plan = derivePlan(unlimited);
    const budget = {
      cpu: Cpu.millis(Math.ceil(plan.totalCpu.amountInMillis * cpuShare)),
      memory: Size.mebibytes(Math.floor(plan.totalMemory.mebibytes * memoryShare)),
    };
    let derived = 0;
    const derive = (request: SizingRequest) => {
      derived += 1;
      return derivePlan(request);
    };
    const { message } = refusalOf(() => refuseOverBudget(plan, { ...unlimited, budget }, derive));
    expect(derived).toBeLessThanOrEqual(25);
    const rate = allowedRate(message);
    const at = (recordsPerSecond: number) => refusalIn(() => derivePlan({ ...scaledTo(unlimited, recordsPerSecond), budget }))?.code;
    if (rate === undefined) {
      expect(at(1)).toBe('over-budget');
    } else {
      expect(at(rate)).toBeUndefined();
      expect(at(rate * 1.02 + 1)).toBe('over-budget');
    }
  }), { numRuns: 1000 });
});

test('less state on the heap may take more memory than more of it in RocksDB: the largest throughput is found all the same', () => {
  const keyed = (recordsPerSecond: number, budget?: Budget) => requestOf(WorkloadKind.DEDUPLICATION, {
    throughput: Throughput.of({ recordsPerSecond }), distinctKeys: 1e10, stateTimeToLive: Duration.minutes(10),
  }, { budget });
  const memoryAt = (rate: number) => derivePlan(keyed(rate)).totalMemory.mebibytes;
  expect(memoryAt(6_000)).toBeGreaterThan(memoryAt(10_000));
  const { message } = refusalOf(() => derivePlan(keyed(1_000_000, { memory: Size.mebibytes(memoryAt(10_000)) })));
  expect(allowedRate(message)).toBeGreaterThan(9_900);
});

test('the largest of all throughputs takes no more than 25 plans to scale down', () => {
  const throughput = Throughput.of({ recordsPerSecond: 1e15 });
  const request = requestOf(WorkloadKind.STATELESS_TRANSFORMATION, { throughput }, { parallelism: 32_768 });
  const plan = derivePlan(request);
  const budget = { cpu: Cpu.millis(plan.totalCpu.amountInMillis - 1) };
  const derive = jest.fn(derivePlan);
  expect(allowedRate(refusalOf(() => refuseOverBudget(plan, { ...request, budget }, derive)).message)).toBeGreaterThan(1e9);
  expect(derive.mock.calls.length).toBeLessThanOrEqual(25);
});

test('a budget without any memory is no budget', () => {
  expect(refusalOf(() => derivePlan(steady(1, { memory: Size.mebibytes(0) }))).message).toBe(says(
    'budget.memory must be above zero and finite [budget]', '0 MiB', 'above 0, at most 1,000,000,000,000,000 MiB',
    'give what was counted or measured; leave optional facts out when they are not known',
  ));
});
