import { Size } from 'cdk8s';
import fc from 'fast-check';
import { refusalIn } from '../../../src/refusal';
import { Companions } from '../../../src/sizing/facts/companions';
import { derivePlan } from '../../../src/sizing/plan/derive-plan';
import { podRequest } from '../../../src/sizing/plan/pod-request';
import { refusalOf } from '../../refusals';
import { anyRequest } from '../arbitrary-workload';
import { Cpu, MemorySize } from 'cdk8s-flink';

const MEBIBYTE = 2 ** 20;
const bytes = fc.integer({ min: 0, max: 8_192 }).map((mebibytes) => mebibytes * MEBIBYTE);
const amounts = fc.record({ millicores: fc.integer({ min: 0, max: 4_000 }), bytes });
const companions: fc.Arbitrary<Companions> = fc.record({ beside: amounts, before: amounts });
const beside = (millicores: number, mebibytes: number): Companions =>
  ({ beside: { millicores, bytes: mebibytes * MEBIBYTE }, before: { millicores: 0, bytes: 0 } });

test('sidecars are added; an init container counts only where it asks for more than all of them', () => {
  const of = (some?: Companions) => podRequest(Cpu.cores(2), MemorySize.ofMebibytes(2048), some);
  const shown = ({ cpu, memory }: ReturnType<typeof of>) => [cpu.amountInCores, memory.mebibytes];
  expect(shown(of())).toEqual([2, 2048]);
  expect(shown(of(beside(100, 128)))).toEqual([2.1, 2176]);
  expect(shown(of({ ...beside(100, 128), before: { millicores: 2000, bytes: 2048 * MEBIBYTE } }))).toEqual([2.1, 2176]);
  expect(shown(of({ ...beside(100, 128), before: { millicores: 3000, bytes: 4096 * MEBIBYTE } }))).toEqual([3, 4096]);
});

test('sidecars change nothing of Flink\'s own values, and the totals by what they ask for', () => {
  fc.assert(fc.property(anyRequest, companions, companions, (request, jobManagerCompanions, taskManagerCompanions) => {
    const free = { ...request, nodeShape: undefined };
    const plain = derivePlan(free);
    const plan = derivePlan({ ...free, jobManagerCompanions, taskManagerCompanions });
    expect([plan.taskManagers, plan.taskManagerCpu, plan.taskManagerMemory, plan.jobManagerCpu, plan.jobManagerMemory, plan.parallelism])
      .toEqual([plain.taskManagers, plain.taskManagerCpu, plain.taskManagerMemory, plain.jobManagerCpu, plain.jobManagerMemory, plain.parallelism]);
    const pods = plan.jobManagerPod.memory.bytes + plan.taskManagers * plan.taskManagerPod.memory.bytes;
    expect(plan.totalMemory.bytes).toBe(pods);
    const least = plain.totalMemory.bytes + jobManagerCompanions.beside.bytes + plan.taskManagers * taskManagerCompanions.beside.bytes;
    expect(plan.totalMemory.bytes).toBeGreaterThanOrEqual(least);
    expect(plan.totalCpu.amountInMillis).toBeGreaterThanOrEqual(
      plain.totalCpu.amountInMillis + jobManagerCompanions.beside.millicores + plan.taskManagers * taskManagerCompanions.beside.millicores);
  }));
});

test('the budget holds sidecars too: what it just held it no longer does with one more', () => {
  fc.assert(fc.property(anyRequest, (request) => {
    const free = { ...request, nodeShape: undefined };
    const { totalCpu, totalMemory, taskManagers } = derivePlan(free);
    const budget = { cpu: totalCpu, memory: Size.mebibytes(totalMemory.mebibytes) };
    expect(refusalOf(() => derivePlan({ ...free, budget, taskManagerCompanions: beside(1, 0) })).code).toBe('over-budget');
    expect(refusalOf(() => derivePlan({ ...free, budget, jobManagerCompanions: beside(0, 1) })).code).toBe('over-budget');
    const larger = { cpu: Cpu.millis(totalCpu.amountInMillis + taskManagers), memory: budget.memory };
    expect(refusalIn(() => derivePlan({ ...free, budget: larger, taskManagerCompanions: beside(1, 0) }))).toBeUndefined();
  }), { numRuns: 30 });
});

test('a node that just holds a TaskManager has no room for its sidecar', () => {
  fc.assert(fc.property(anyRequest, (request) => {
    const free = { ...request, nodeShape: undefined };
    const plan = derivePlan(free);
    const { smallestNode } = plan.fitsNodes({ cpu: Cpu.cores(1000), memory: Size.gibibytes(4000) });
    expect(plan.fitsNodes(smallestNode).fits).toBe(true);
    const both = { jobManagerCompanions: beside(0, 1), taskManagerCompanions: beside(0, 1) };
    const fit = derivePlan({ ...free, ...both }).fitsNodes(smallestNode);
    expect([fit.fits, fit.smallestNode.memory.toMebibytes()]).toEqual([false, smallestNode.memory.toMebibytes() + 1]);
  }), { numRuns: 30 });
});
