import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { Refusal } from '../../../src/refusal';
import { SizingRequest } from '../../../src/sizing/facts/sizing-request';
import { alternativesTo } from '../../../src/sizing/plan/alternatives';
import { derivePlan } from '../../../src/sizing/plan/derive-plan';
import { grouped } from '../../../src/units/grouped-number';
import { anyRequest, requestOf } from '../arbitrary-workload';
import { Calibration, Cpu, FlinkApi, FlinkVersion, MemorySize, StateLocation, Throughput, TuningPlan, WorkloadKind } from 'cdk8s-flink';

const diskOf = ({ taskManagers, localDisk }: TuningPlan) => taskManagers * (localDisk?.mebibytes ?? 0);
const costOf = (plan: TuningPlan) => [plan.totalCpu.amountInMillis, plan.totalMemory.mebibytes, diskOf(plan)];
const codesOf = (plan: TuningPlan) => plan.findings.map(({ code }) => code);
const textOf = (plan: TuningPlan) => JSON.stringify([plan, plan.decisions]);

const DEDUPLICATION = { throughput: Throughput.of({ recordsPerSecond: 500_000 }), expectedState: Size.gibibytes(300) };
const deduplication = (decided: Partial<SizingRequest> = {}, state = DEDUPLICATION.expectedState) =>
  requestOf(WorkloadKind.DEDUPLICATION, { ...DEDUPLICATION, expectedState: state }, decided);
const titlesOf = (request: SizingRequest) => derivePlan(request).alternatives().map(({ title }) => title);

describe('every alternative', () => {
  const each = (law: (plan: TuningPlan, request: SizingRequest) => void) =>
    fc.assert(fc.property(anyRequest, (request) => law(derivePlan(request), request)), { numRuns: 300 });

  test('that is cheaper asks for no more CPU and memory and for something less, and no other does', () => each((plan) => {
    for (const { cheaper, plan: to } of plan.alternatives()) {
      const [cpu, memory, disk] = costOf(to).map((amount, of) => amount - costOf(plan)[of]);
      expect(cheaper).toBe(Math.max(cpu, memory) <= 0 && (Math.min(cpu, memory) < 0 || disk < 0));
    }
  }));

  test('has a title of its own, and tells its cost, its risk and how to have it', () => each((plan) => {
    const alternatives = plan.alternatives();
    expect(new Set(alternatives.map(({ title }) => title)).size).toBe(alternatives.length);
    expect(alternatives.every(({ cost, risk, how }) => [cost, risk, how].every((text) => text.length > 5))).toBe(true);
  }));

  test('says which findings it adds', () => each((plan) => {
    for (const { risk, plan: to } of plan.alternatives()) {
      codesOf(to).filter((code) => !codesOf(plan).includes(code)).forEach((code) => expect(risk).toContain(code));
    }
  }));

  test('is the same each time, and leaves the plan as it was', () => each((plan, request) => {
    const [before, asked] = [textOf(plan), JSON.stringify(request)];
    const all = () => JSON.stringify(plan.alternatives());
    expect(all()).toBe(all());
    expect([textOf(plan), JSON.stringify(request)]).toEqual([before, asked]);
  }));

  test('has alternatives of its own, and none of them changes the same thing again', () => each((plan) => {
    const first = plan.alternatives();
    for (const { plan: to, how } of first) {
      expect(to.alternatives().map((again) => again.how.split(' ')[0])).not.toContain(how.split(' ')[0]);
    }
  }));

  test('keeps the facts, and what was assumed', () => each((plan, { assumptions = {} }) => {
    for (const { plan: to, how } of plan.alternatives()) {
      expect(to.workload).toBe(plan.workload);
      Object.keys(assumptions).forEach((name) => expect(how).not.toContain(`assumptions.${name} `));
    }
  }));

  test('stands after those that save more, and what costs more after it', () => each((plan) => {
    const [cpu, memory] = costOf(plan);
    const order = plan.alternatives().map(({ cheaper, plan: to }) => [cheaper ? 0 : 1, costOf(to)[0] / cpu + costOf(to)[1] / memory]);
    const sorted = [...order].sort(([one, saves], [other, savesToo]) => one - other || saves - savesToo);
    order.forEach(([kind, share], index) => {
      expect(kind).toBe(sorted[index][0]);
      expect(share).toBeCloseTo(sorted[index][1], 9);
    });
  }));
});

test('a large deduplication has seven, with what they cost and how to have them', () => {
  const alternatives = derivePlan(deduplication()).alternatives();
  expect(alternatives.map(({ title, cheaper, how }) => [title, cheaper, how])).toEqual([
    ['half the RocksDB cache', true, 'assumptions.workingSet 0.05, assumptions.rocksDbPerSlot 128, assumptions.rocksDbPerSlotMost 1024'],
    ['slots 77% busy on average instead of 65%', true, 'assumptions.targetUtilization 0.77'],
    ['half a core for the JobManager', true, 'jobManager.cpu 0.5 cores'],
    ['twice the heap for user code', false, 'assumptions.slotHeap 512'],
    ['1 slot a TaskManager instead of 2', false, 'assumptions.slotsPerTaskManager 1'],
    ['slots 50% busy on average instead of 65%', false, 'assumptions.targetUtilization 0.5'],
    ['twice the RocksDB cache', false, 'assumptions.workingSet 0.2, assumptions.rocksDbPerSlot 512, assumptions.rocksDbPerSlotMost 4096'],
  ]);
  const busier = alternatives[1];
  const plan = derivePlan(deduplication());
  const cores = plan.totalCpu.amountInCores - busier.plan.totalCpu.amountInCores;
  const memory = plan.totalMemory.mebibytes - busier.plan.totalMemory.mebibytes;
  expect(busier.cost).toContain(`${cores} cores less, ${grouped(memory)} MiB of memory less, ${grouped((diskOf(plan) - diskOf(busier.plan)) / 1024)} GiB of disk less`);
  expect(busier.risk).toBe('less room: to catch up after a stop takes about 3.3 times as long as the stop instead of 1.9 times; the objectives are kept');
});

describe('what the user has decided is left alone', () => {
  const busyAndSlots = /busy|a TaskManager instead/;

  test.each<[string, Partial<SizingRequest>, RegExp]>([
    ['parallelism', { parallelism: 46 }, /busy/],
    ['task slots', { taskSlots: 2 }, /a TaskManager instead/],
    ['TaskManager memory', { taskManagerMemory: MemorySize.ofMebibytes(8192) }, /77%|a TaskManager instead|cache|heap|network/],
    ['JobManager CPU', { jobManagerCpu: Cpu.cores(2) }, /JobManager/],
    ['state location', { stateLocation: StateLocation.LOCAL_DISK }, /on the heap|ForSt/],
    ['assumed utilization', { assumptions: { targetUtilization: 0.65 } }, /busy/],
    ['assumed cache', { assumptions: { rocksDbPerSlot: 256 } }, /cache/],
  ])('%s', (_, decided, touched) => {
    expect(titlesOf(deduplication()).join()).toMatch(busyAndSlots);
    expect(titlesOf(deduplication(decided)).filter((title) => touched.test(title))).toEqual([]);
  });
});

describe('the state', () => {
  const moves = (request: SizingRequest) => titlesOf(request).filter((title) => title.startsWith('state'));
  const heap = 'state on the heap instead of in RocksDB';
  const sql = (gibibytes: number, decided: Partial<SizingRequest> = {}) => requestOf(
    WorkloadKind.DEDUPLICATION, { ...DEDUPLICATION, api: FlinkApi.SQL, expectedState: Size.gibibytes(gibibytes) }, decided,
  );

  test('moves to the heap while the most generous rule lets it, and back', () => {
    expect(moves(deduplication({}, Size.gibibytes(1)))).toEqual([heap]);
    expect(moves(deduplication({}, Size.mebibytes(2049)))).toEqual([]);
    expect(moves(deduplication({}, Size.mebibytes(64)))).toEqual(['state in RocksDB instead of on the heap']);
    expect(moves(deduplication({ assumptions: { heapStateLimit: 512 } }, Size.gibibytes(1)))).toEqual([]);
  });

  test.each<[string, Calibration]>([
    ['rate', { recordsPerSecondPerCore: 20_000 }], ['checkpoint', { checkpointSize: Size.mebibytes(100) }],
  ])('stays where the %s was measured', (_, calibration) => {
    expect(moves(deduplication({ calibration }, Size.gibibytes(1)))).toEqual([]);
  });

  test('moves to ForSt only for SQL, from Flink 2.0 on, and where it would take long to restore', () => {
    const forSt = 'state in ForSt instead of in RocksDB';
    expect(moves(sql(300))).toEqual([forSt]);
    expect(derivePlan(sql(300)).alternatives().find(({ title }) => title === forSt)!.risk).toMatch(/; its plan finds experimental-state-backend$/);
    expect(moves(sql(150))).toEqual([]);
    expect(moves(sql(300, { flinkVersion: FlinkVersion.V1_20 }))).toEqual([]);
    expect(moves(deduplication())).toEqual([]);
    expect(moves(sql(30_000))).toEqual(['state in RocksDB instead of in ForSt']);
  });
});

test('the cache is not halved where its hits were measured', () => {
  expect(titlesOf(deduplication({ calibration: { cacheHitRate: 0.9 } }))).toContain('twice the RocksDB cache');
  expect(titlesOf(deduplication({ calibration: { cacheHitRate: 0.9 } }))).not.toContain('half the RocksDB cache');
});

describe('left out is what', () => {
  test('changes nothing: an objective that asks for more than the usual room', () => {
    const peak = { throughput: Throughput.of({ recordsPerSecond: 100_000, peakRecordsPerSecond: 500_000 }) };
    expect(titlesOf(requestOf(WorkloadKind.STATELESS_TRANSFORMATION, peak)).filter((title) => title.includes('on average'))).toEqual([]);
  });

  test('comes out otherwise than it says: slots that cannot share a TaskManager', () => {
    const spread = {
      throughput: Throughput.of({ recordsPerSecond: 1, averageRecordBytes: 10 }),
      expectedState: Size.mebibytes(277_907),
      sourcePartitions: 11,
      recoveryTimeObjective: Duration.minutes(20),
    };
    const request = requestOf(WorkloadKind.TEMPORAL_JOIN, spread);
    expect(derivePlan(request).taskSlots).toBe(1);
    expect(titlesOf(request).filter((title) => title.includes('a TaskManager instead'))).toEqual([]);
  });

  test('is over the budget', () => {
    const budget = { cpu: derivePlan(deduplication()).totalCpu };
    expect(titlesOf(deduplication({ budget }))).not.toContain('slots 50% busy on average instead of 65%');
    fc.assert(fc.property(anyRequest, (request) => {
      const { totalCpu, totalMemory } = derivePlan(request);
      const within = derivePlan({ ...request, budget: { cpu: totalCpu, memory: Size.mebibytes(totalMemory.mebibytes) } });
      for (const { plan: to } of within.alternatives()) {
        expect(to.totalCpu.amountInMillis).toBeLessThanOrEqual(totalCpu.amountInMillis);
        expect(to.totalMemory.bytes).toBeLessThanOrEqual(totalMemory.bytes);
      }
    }));
  });

  test('does not fit the nodes that the plan fits', () => {
    const { taskManagerMemory } = derivePlan(deduplication());
    const nodeShape = { cpu: Cpu.cores(2), memory: Size.mebibytes(taskManagerMemory.mebibytes) };
    expect(titlesOf(deduplication({ nodeShape })).filter((title) => title.startsWith('twice'))).toEqual([]);
    expect(derivePlan(deduplication({ nodeShape })).alternatives().length).toBeGreaterThan(0);
  });

  test('is refused; any other failure is heard', () => {
    const request = deduplication();
    const failing = (error: Error) => () => alternativesTo(derivePlan(request), request, () => {
      throw error;
    });
    expect(failing(new Refusal({ code: 'no', what: 'no', got: 'no', allowed: 'no', fix: 'no' }))()).toEqual([]);
    expect(failing(new Error('broken'))).toThrow('broken');
  });
});
