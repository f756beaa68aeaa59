import fc from 'fast-check';
import { anyFacts, Facts, growth, locations, planIfPossible, planOf, possibleFacts, requestedPlanOf } from './arbitrary-workload';
import { taskManagerMemory } from '../../src/flink/memory/task-manager-memory';
import { planSettings } from '../../src/sizing/plan-settings';
import { DecisionBasis, StateLocation, TuningPlan } from 'cdk8s-flink';

const amountOf = (plan: TuningPlan, quantity: string) => plan.tryDecision(quantity)!.value.value!;
const cpuOf = (plan: TuningPlan) => plan.taskManagers * plan.taskManagerCpu.amountInMillis;
const memoryOf = (plan: TuningPlan) => plan.taskManagers * plan.taskManagerMemory.mebibytes;

/** Two possible plans that differ in one fact, with the state in the same place. */
function compared(law: (smaller: TuningPlan, larger: TuningPlan) => void, change: (facts: Facts, factor: number) => Facts) {
  fc.assert(fc.property(possibleFacts, growth, locations, (facts, factor, stateLocation) => {
    const larger = planIfPossible(change(facts, factor), { stateLocation });
    fc.pre(larger !== undefined);
    law(planOf(facts, { stateLocation }), larger);
  }));
}

describe('more never means less', () => {
  const moreLoad = (facts: Facts, factor: number) => ({ ...facts, rate: Math.min(1e6, facts.rate * factor) });
  const largerRecords = (facts: Facts) => ({ ...facts, recordBytes: facts.recordBytes * 2 });
  const moreState = (facts: Facts, factor: number) => ({ ...facts, stateMebibytes: Math.ceil(facts.stateMebibytes * factor) });
  const stricter = (facts: Facts, factor: number) => ({ ...facts, latencyMillis: Math.max(1, Math.floor((facts.latencyMillis ?? 60_000) / factor)) });
  const cpuAndParallelism = (smaller: TuningPlan, larger: TuningPlan) => {
    expect(amountOf(larger, 'cpu-demand')).toBeGreaterThanOrEqual(amountOf(smaller, 'cpu-demand'));
    expect(larger.parallelism).toBeGreaterThanOrEqual(smaller.parallelism);
    expect(cpuOf(larger)).toBeGreaterThanOrEqual(cpuOf(smaller));
  };

  test('load: CPU and parallelism', () => compared(cpuAndParallelism, moreLoad));
  test('record size: CPU and parallelism', () => compared(cpuAndParallelism, largerRecords));
  test('strictness of the latency objective: CPU and parallelism', () => compared(cpuAndParallelism, stricter));

  test('load: memory of all TaskManagers, but for the step of 256 MiB that each of fewer pods is rounded up by', () => {
    compared((smaller, larger) => expect(memoryOf(larger)).toBeGreaterThan(memoryOf(smaller) - smaller.taskManagers * 256), moreLoad);
  });

  test('load: what one job cannot hold, it cannot hold under more load', () => {
    fc.assert(fc.property(anyFacts, growth, (facts, factor) => {
      fc.pre(planIfPossible({ ...facts, rate: facts.rate * factor }) !== undefined);
      expect(planIfPossible(facts)).toBeDefined();
    }));
  });

  test('state: memory of a TaskManager, and nothing else of the shape', () => {
    compared((smaller, larger) => {
      expect(larger.taskManagerMemory.mebibytes).toBeGreaterThanOrEqual(smaller.taskManagerMemory.mebibytes);
      expect([larger.parallelism, larger.taskManagers, cpuOf(larger)]).toEqual([smaller.parallelism, smaller.taskManagers, cpuOf(smaller)]);
    }, moreState);
  });
});

describe('every plan', () => {
  const each = (law: (plan: TuningPlan, facts: Facts) => void) => fc.assert(fc.property(possibleFacts, (facts) => law(planOf(facts), facts)));

  test('keeps parallelism within the partitions, max parallelism within Flink, and slots for all, whatever the slots', () => {
    const anySlots = fc.option(fc.integer({ min: 1, max: 16 }), { nil: undefined });
    fc.assert(fc.property(possibleFacts, anySlots, (facts, taskSlots) => {
      const plan = planOf(facts, { taskSlots });
      expect(plan.parallelism).toBeLessThanOrEqual(facts.partitions ?? 32_768);
      expect(plan.parallelism).toBeGreaterThanOrEqual(1);
      expect(plan.maxParallelism).toBeGreaterThanOrEqual(plan.parallelism);
      expect(plan.maxParallelism).toBeLessThanOrEqual(32_768);
      expect(plan.taskManagers * plan.taskSlots).toBeGreaterThanOrEqual(plan.parallelism);
      expect((plan.taskManagers - 1) * plan.taskSlots).toBeLessThan(plan.parallelism);
    }));
  });

  test('has the CPU that the work asks for, up to four cores a slot where the partitions hold the parallelism down', () => each((plan) => {
    expect(cpuOf(plan) / 1000).toBeGreaterThanOrEqual(Math.min(amountOf(plan, 'cpu-demand'), plan.parallelism * 4));
  }));

  test('keeps each number within the range of its rule', () => each((plan) => {
    const numbers = plan.decisions.filter(({ value }) => value.value !== undefined);
    expect(numbers.length).toBeGreaterThan(10);
    const outside = numbers.filter(({ low, value, high }) => !(low.value! <= value.value! && value.value! <= high.value!));
    expect(outside.map(({ quantity, low, value, high }) => `${quantity}: ${low}, ${value}, ${high}`)).toEqual([]);
  }));

  test('explains each decision, by a rule', () => each((plan) => {
    for (const { quantity, title, reason, rule, source, inputs, basis } of plan.decisions) {
      expect([title, reason, source].filter((text) => text.trim() === '')).toEqual([]);
      expect([quantity, rule].every((name) => /^[a-z]+(-[a-z]+)*$/.test(name))).toBe(true);
      expect(inputs.length > 0 || quantity === 'job-manager-cpu').toBe(true);
      expect(inputs.every((input) => input.trim() !== '')).toBe(true);
      expect(basis).toBe(DecisionBasis.RULE);
    }
    const names = plan.decisions.map(({ quantity }) => quantity);
    expect(new Set(names).size).toBe(names.length);
  }));

  test('is the same for the same facts', () => each((plan, facts) => {
    const again = planOf({ ...facts });
    const text = (one: TuningPlan) => JSON.stringify([one, one.decisions]);
    expect(text(again)).toBe(text(plan));
  }));

  test('starts, and leaves the task heap that its slots and their state ask for', () => {
    fc.assert(fc.property(possibleFacts, locations, (facts, stateLocation) => {
      const requested = requestedPlanOf(facts, { stateLocation });
      const { plan } = requested;
      const settings = new Map(planSettings(requested)[DecisionBasis.RULE].map(({ key, value }) => [key, value]));
      const memory = taskManagerMemory(settings.set('taskmanager.memory.process.size', plan.taskManagerMemory.toFlinkText()));
      const state = stateLocation === StateLocation.HEAP && plan.workload.stateful ? (facts.stateMebibytes / plan.parallelism) * 3 : 0;
      expect(Number(memory.taskHeap) / 2 ** 20).toBeGreaterThanOrEqual(plan.taskSlots * (256 + state));
      expect([memory.managed, memory.network]).toEqual([plan.managedMemory!._bytes, plan.networkMemory!._bytes]);
    }));
  });

  test('derives itself when it is given as explicit values; the pools are then left to Flink', () => each((plan, facts) => {
    const {
      parallelism, maxParallelism, taskSlots, taskManagerCpu, taskManagerMemory: memory, jobManagerCpu, jobManagerMemory, stateLocation,
      checkpointInterval, checkpointTimeout,
    } = plan;
    const explicit = {
      parallelism,
      maxParallelism,
      taskSlots,
      taskManagerCpu,
      taskManagerMemory: memory,
      jobManagerCpu,
      jobManagerMemory,
      stateLocation,
      checkpointInterval,
      checkpointTimeout,
    };
    const again = planOf(facts, explicit);
    expect(again).toMatchObject({ ...explicit, taskManagers: plan.taskManagers });
    expect(again.networkMemory).toBeUndefined();
    expect(again.managedMemory?._bytes).toBe(stateLocation === StateLocation.HEAP ? 0n : undefined);
    const given = again.decisions.filter(({ basis }) => basis === DecisionBasis.EXPLICIT);
    expect(new Set(given.map(({ reason }) => reason))).toEqual(new Set(['set explicitly, as the rule would']));
    expect(given).toHaveLength(10);
  }));
});
