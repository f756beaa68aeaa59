import { Size } from 'cdk8s';
import fc from 'fast-check';
import { taskManagerMemory } from '../../../src/flink/memory/task-manager-memory';
import { sizingFacts } from '../../../src/sizing/facts/sizing-facts';
import { planSettings, RequestedPlan } from '../../../src/sizing/plan/plan-settings';
import { workCost } from '../../../src/sizing/slots/work-cost';
import { anyFacts, Facts, growth, locations, planIfPossible, planOf, possibleFacts, requestedPlanOf } from '../arbitrary-workload';
import { DecisionBasis, FlinkApi, ProgrammingLanguage, StateLocation, TuningPlan, WorkloadKind } from 'cdk8s-flink';

/** Laws together look at more than 20,000 workloads. */
const RUNS = { numRuns: 2_000 };
/** The explanation is derived anew each time, with both ends of every range. */
const EXPLAINED = { numRuns: 500 };

const cpuOf = (plan: TuningPlan) => plan.taskManagers * plan.taskManagerCpu.amountInMillis;
const memoryOf = (plan: TuningPlan) => BigInt(plan.taskManagers) * plan.taskManagerMemory._bytes;
const diskOf = (plan: TuningPlan) => BigInt(plan.taskManagers) * (plan.localDisk?._bytes ?? 0n);
const intervalOf = (plan: TuningPlan) => plan.checkpoints!.interval.toMilliseconds();
const bufferTimeoutOf = (plan: TuningPlan) => plan.bufferTimeout?.toMilliseconds() ?? 100;

/** Two possible plans that differ in one fact, with the state in the same place. */
function compared(change: (facts: Facts, factor: number) => Facts, law: (smaller: TuningPlan, larger: TuningPlan) => void) {
  fc.assert(fc.property(possibleFacts, growth, locations, (facts, factor, stateLocation) => {
    const [smaller, larger] = [planIfPossible(facts, { stateLocation }), planIfPossible(change(facts, factor), { stateLocation })];
    fc.pre(smaller !== undefined && larger !== undefined);
    law(smaller, larger);
  }), RUNS);
}

function noLess(smaller: TuningPlan, larger: TuningPlan) {
  expect(larger.cpuDemand).toBeGreaterThanOrEqual(smaller.cpuDemand);
  expect(larger.parallelism).toBeGreaterThanOrEqual(smaller.parallelism);
  expect(cpuOf(larger)).toBeGreaterThanOrEqual(cpuOf(smaller));
  expect(memoryOf(larger)).toBeGreaterThanOrEqual(memoryOf(smaller));
}

const notOff = (before: boolean, after: boolean) => expect(before && !after).toBe(false);

function noWeaker(plan: TuningPlan, stricter: TuningPlan) {
  noLess(plan, stricter);
  expect(intervalOf(stricter)).toBeLessThanOrEqual(intervalOf(plan));
  expect(bufferTimeoutOf(stricter)).toBeLessThanOrEqual(bufferTimeoutOf(plan));
  expect(stricter.restartBackoffLimit.toMilliseconds()).toBeLessThanOrEqual(plan.restartBackoffLimit.toMilliseconds());
  notOff(plan.checkpoints!.unaligned, stricter.checkpoints!.unaligned);
  notOff(plan.checkpoints!.localRecovery, stricter.checkpoints!.localRecovery);
}

describe('more never means less, with the state in the same place', () => {
  const sharper = (seconds: number | undefined, factor: number, loosest: number) => Math.max(1, Math.floor((seconds ?? loosest) / factor));

  test('load: CPU, parallelism and memory', () => compared((facts, factor) => ({ ...facts, rate: Math.min(1e6, facts.rate * factor) }), noLess));

  test('a higher peak: the same', () => compared((facts, factor) => ({ ...facts, peak: (facts.peak ?? 1) * factor }), noLess));

  test('twice the record size: the same, and it costs', () => compared((facts) => ({ ...facts, recordBytes: facts.recordBytes * 2 }), (smaller, larger) => {
    noLess(smaller, larger);
    expect(larger.cpuDemand).toBeGreaterThan(smaller.cpuDemand);
  }));

  test('state: memory and disk', () => {
    compared((facts, factor) => (facts.keys === undefined
      ? { ...facts, stateMebibytes: Math.ceil(facts.stateMebibytes * factor) }
      : { ...facts, keys: { ...facts.keys, distinct: facts.keys.distinct * factor } }), (smaller, larger) => {
      noLess(smaller, larger);
      expect(diskOf(larger)).toBeGreaterThanOrEqual(diskOf(smaller));
    });
  });

  test('a stricter latency objective: never a weaker configuration', () => {
    compared((facts, factor) => ({ ...facts, latencyMillis: sharper(facts.latencyMillis, factor, 5_000) }), noWeaker);
  });

  test('a stricter recovery time objective: never a weaker configuration', () => {
    compared((facts, factor) => ({ ...facts, recoveryTimeSeconds: sharper(facts.recoveryTimeSeconds, factor, 7_200) }), noWeaker);
  });

  test('a stricter recovery point objective: never a weaker configuration', () => {
    compared((facts, factor) => ({ ...facts, recoveryPointSeconds: sharper(facts.recoveryPointSeconds, factor, 3_600) }), noWeaker);
  });

  test('what one job cannot hold, it cannot hold under more load', () => {
    fc.assert(fc.property(anyFacts, growth, locations, (facts, factor, stateLocation) => {
      fc.pre(planIfPossible({ ...facts, rate: facts.rate * factor }, { stateLocation }) !== undefined);
      expect(planIfPossible(facts, { stateLocation })).toBeDefined();
    }), RUNS);
  });
});

describe('every plan', () => {
  const each = (law: (plan: TuningPlan, facts: Facts) => void, runs = RUNS) => {
    fc.assert(fc.property(possibleFacts, (facts) => law(planOf(facts), facts)), runs);
  };
  /** With the state wherever it may be, too. */
  const eachAnywhere = (law: (plan: TuningPlan, facts: Facts) => void) => fc.assert(fc.property(possibleFacts, locations, (facts, stateLocation) => {
    const plan = planIfPossible(facts, { stateLocation });
    fc.pre(plan !== undefined);
    law(plan, facts);
  }), RUNS);

  test('keeps parallelism within the partitions, max parallelism within Flink, and slots for all, whatever the slots', () => {
    const anySlots = fc.option(fc.integer({ min: 1, max: 16 }), { nil: undefined });
    fc.assert(fc.property(possibleFacts, anySlots, (facts, taskSlots) => {
      const plan = planIfPossible(facts, { taskSlots });
      fc.pre(plan !== undefined);
      expect(plan.parallelism).toBeLessThanOrEqual(facts.partitions ?? 32_768);
      expect(plan.parallelism).toBeGreaterThanOrEqual(1);
      expect(plan.maxParallelism).toBeGreaterThanOrEqual(plan.parallelism);
      expect(plan.maxParallelism).toBeLessThanOrEqual(32_768);
      expect(plan.taskManagers * plan.taskSlots).toBeGreaterThanOrEqual(plan.parallelism);
      expect((plan.taskManagers - 1) * plan.taskSlots).toBeLessThan(plan.parallelism);
    }), RUNS);
  });

  test('has the CPU that the work asks for, up to four cores a slot, or says that partitions keep it from them', () => eachAnywhere((plan) => {
    expect(cpuOf(plan) / 1000).toBeGreaterThanOrEqual(Math.min(plan.cpuDemand, plan.parallelism * 4) - 1e-9);
    const limited = plan.findings.some(({ code }) => code === 'partitions-limit-parallelism');
    expect(limited || cpuOf(plan) / 1000 >= plan.cpuDemand - 1e-9).toBe(true);
  }));

  test('keeps each number within the range of its rule, and every number finite', () => eachAnywhere((plan) => {
    const numbers = plan.decisions.filter(({ value }) => value.value !== undefined);
    expect(numbers.length).toBeGreaterThan(15);
    const within = ([low, value, high]: number[]) => low <= value && value <= high && Number.isFinite(high);
    const outside = numbers.filter(({ low, value, high }) => !within([low, value, high].map((amount) => amount.value!)));
    expect(outside.map(({ quantity, low, value, high }) => `${quantity}: ${low}, ${value}, ${high}`)).toEqual([]);
  }));

  test('explains each decision, by a rule', () => each((plan) => {
    for (const { quantity, title, reason, rule, source, inputs, basis } of plan.decisions) {
      expect([title, reason, source, ...inputs].filter((text) => text.trim() === '' || /NaN|undefined|Infinity/.test(text))).toEqual([]);
      expect([quantity, rule].every((name) => /^[a-z]+(-[a-z]+)*$/.test(name))).toBe(true);
      expect(basis).toBe(DecisionBasis.RULE);
    }
    const names = plan.decisions.map(({ quantity }) => quantity);
    expect(new Set(names).size).toBe(names.length);
    expect(plan.findings.flatMap(({ code, message, fix }) => [code, message, fix]).filter((text) => /NaN|undefined|Infinity/.test(text))).toEqual([]);
  }, EXPLAINED));

  test('is the same for the same facts', () => each((plan, facts) => {
    const again = planOf({ ...facts });
    const text = (one: TuningPlan) => JSON.stringify([one, one.decisions]);
    expect(text(again)).toBe(text(plan));
  }, EXPLAINED));

  test('starts, its parts are the process, and its task heap is what slots and their state ask for', () => {
    fc.assert(fc.property(possibleFacts, locations, (facts, stateLocation) => {
      fc.pre(planIfPossible(facts, { stateLocation }) !== undefined);
      const requested = requestedPlanOf(facts, { stateLocation });
      const { plan } = requested;
      const settings = new Map(planSettings(requested).derived.map(({ key, value }) => [key, value]));
      const memory = taskManagerMemory(settings.set('taskmanager.memory.process.size', plan.taskManagerMemory.toFlinkText()));
      const state = stateLocation === StateLocation.HEAP ? (plan.expectedState.mebibytes / plan.parallelism) * 3 : 0;
      expect(Number(memory.taskHeap) / 2 ** 20).toBeGreaterThanOrEqual(plan.taskSlots * (256 + state) - 1e-3);
      expect([memory.managed, memory.network]).toEqual([plan.managedMemory!._bytes, plan.networkMemory!._bytes]);
      const { taskHeap, taskOffHeap, frameworkHeap, frameworkOffHeap, managed, network, jvmMetaspace, jvmOverhead } = memory;
      const flink = taskHeap + taskOffHeap + frameworkHeap + frameworkOffHeap + managed + network;
      expect(flink + jvmMetaspace + jvmOverhead).toBe(plan.taskManagerMemory._bytes);
    }), { numRuns: 5_000 });
  });

  test('gives managed memory to whoever needs it, and only then', () => eachAnywhere((plan, { kind, more: { api, language } = {} }) => {
    const isSqlWindow = api === FlinkApi.SQL && kind === WorkloadKind.WINDOWED_AGGREGATION;
    const needed = plan.stateLocation !== StateLocation.HEAP || isSqlWindow || language === ProgrammingLanguage.PYTHON;
    expect(plan.managedMemory!._bytes > 0n).toBe(needed);
  }));

  test('leaves room between checkpoints: an interval of one and a half durations at least', () => eachAnywhere(({ checkpoints }) => {
    const { interval, expectedDuration, timeout, minPause } = checkpoints!;
    expect(interval.toMilliseconds()).toBeGreaterThanOrEqual(1.5 * expectedDuration.toMilliseconds());
    expect(timeout.toMilliseconds()).toBeGreaterThanOrEqual(5 * expectedDuration.toMilliseconds());
    expect(minPause.toMilliseconds() + expectedDuration.toMilliseconds()).toBeLessThanOrEqual(interval.toMilliseconds());
  }));

  test('says what another state backend saves', () => each((plan) => {
    const { reason } = plan.tryDecision('state-backend')!;
    expect(plan.stateLocation === StateLocation.LOCAL_DISK ? /saves the [\d,]+ MiB of heap/.test(reason) : true).toBe(true);
  }));

  test('derives itself when it is given as explicit values; the pools are then left to Flink', () => each((plan, facts) => {
    const { parallelism, maxParallelism, taskSlots, taskManagerCpu, taskManagerMemory: memory } = plan;
    const { jobManagerCpu, jobManagerMemory, stateLocation } = plan;
    const { interval, timeout, minPause, retained, unaligned, incremental } = plan.checkpoints!;
    const explicit = {
      parallelism,
      maxParallelism,
      taskSlots,
      taskManagerCpu,
      taskManagerMemory: memory,
      jobManagerCpu,
      jobManagerMemory,
      stateLocation,
      checkpointInterval: interval,
      checkpointTimeout: timeout,
      minPauseBetweenCheckpoints: minPause,
      retainedCheckpoints: retained,
      unalignedCheckpoints: unaligned,
      incrementalCheckpoints: incremental,
      bloomFilter: plan.rocksDb?.bloomFilter,
      localDisk: plan.localDisk,
    };
    const again = planOf(facts, explicit);
    expect(again.networkMemory).toBeUndefined();
    // How far the network buffers reach is known of a pool that the plan has sized.
    const withoutPools = ({ autoscaler, ...values }: TuningPlan) => JSON.stringify({
      ...values,
      managedMemory: undefined,
      networkMemory: undefined,
      findings: [],
      autoscaler: { ...autoscaler, maxParallelism: 0, networkParallelism: 0 },
    });
    expect(withoutPools(again)).toBe(withoutPools(plan));
    const given = again.decisions.filter(({ basis }) => basis === DecisionBasis.EXPLICIT);
    expect(new Set(given.map(({ reason }) => reason))).toEqual(new Set(['set explicitly, as the rule would']));
    expect(given).toHaveLength(Object.values(explicit).filter((value) => value !== undefined).length);
  }));
});

describe('a measurement', () => {
  /** The plan as data, without the explanation, and without the advice to measure. */
  const values = (plan: TuningPlan) => JSON.stringify({ ...plan, findings: [] });
  const coreRate = ({ request }: RequestedPlan, location: StateLocation) => 1e6 / workCost(sizingFacts(request), location, 'value').cpu;

  test('that equals the rule\'s own number changes nothing', () => {
    fc.assert(fc.property(possibleFacts, (facts) => {
      const requested = requestedPlanOf(facts);
      const { plan } = requested;
      const { expectedDuration } = plan.checkpoints!;
      expect(values(planOf(facts, { calibration: { checkpointDuration: expectedDuration } }))).toBe(values(plan));
      expect(values(planOf(facts, { calibration: { uploadBytesPerSecond: 50 * 2 ** 20, cacheHitRate: 0.8 } }))).toBe(values(plan));
      if (plan.workload.stateful && facts.keys?.bytes !== undefined) {
        expect(values(planOf(facts, { calibration: { stateBytesPerKey: facts.keys.bytes } }))).toBe(values(plan));
      }
      const measuredAtHalf = { recordsPerSecondPerCore: coreRate(requested, plan.stateLocation) / 2, coreUtilization: 0.5 };
      expect(values(planOf(facts, { calibration: measuredAtHalf })).replace(/"cpuDemand":[^,]+/, '')).toBe(values(plan).replace(/"cpuDemand":[^,]+/, ''));
      expect(planOf(facts, { calibration: measuredAtHalf }).cpuDemand).toBeCloseTo(plan.cpuDemand, 6);
    }), RUNS);
  });

  test('is said to be one', () => {
    const facts = { kind: WorkloadKind.DEDUPLICATION, rate: 20_000, recordBytes: 512, stateMebibytes: 40 * 1024, partitions: 24 };
    const basisOf = (calibration: object) => planOf(facts, { calibration }).decisions
      .filter(({ basis }) => basis === DecisionBasis.MEASUREMENT).map(({ quantity }) => quantity);
    expect(basisOf({})).toEqual([]);
    expect(basisOf({ recordsPerSecondPerCore: 20_000 })).toEqual(['cpu-demand', 'parallelism', 'task-manager-cpu']);
    expect(basisOf({ checkpointSize: Size.mebibytes(100) })).toEqual(['checkpoint-interval', 'checkpoint-duration', 'checkpoint-timeout']);
    expect(basisOf({ cacheHitRate: 0.6 })).toEqual(['parallelism', 'managed-memory', 'task-manager-memory']);
  });
});
