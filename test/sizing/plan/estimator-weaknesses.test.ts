import { Duration, Size } from 'cdk8s';
import { derivePlan } from '../../../src/sizing/plan/derive-plan';
import { planOf } from '../arbitrary-workload';
import {
  Cpu, FlinkVersion, KeySkew, NodeResource, StateLocation, Throughput, TuningPlan, Workload, WorkloadFacts, WorkloadKind,
} from 'cdk8s-flink';

/** What a public estimator of Flink resources does not see; each line is one of its weaknesses, and none may be ours. */
type Kind = (facts: WorkloadFacts) => Workload;
const planFor = (facts: Partial<WorkloadFacts> = {}, kind: Kind = Workload.deduplication, node = {}): TuningPlan => derivePlan({
  workload: kind({ throughput: Throughput.of({ recordsPerSecond: 50_000, averageRecordBytes: 512 }), ...facts }),
  flinkVersion: FlinkVersion.V1_20,
  checkpoints: true,
  ...node,
});
const at = (recordsPerSecond: number, averageRecordBytes = 512) => ({ throughput: Throughput.of({ recordsPerSecond, averageRecordBytes }) });

test('1. the size of a record changes the CPU', () => {
  expect(planFor(at(50_000, 65_536)).cpuDemand).toBeGreaterThan(20 * planFor(at(50_000, 64)).cpuDemand);
});

test('2. CPU has no ceiling: a hundred times the load is a hundred times the CPU', () => {
  expect(planFor(at(2_000_000)).cpuDemand).toBeCloseTo(100 * planFor(at(20_000)).cpuDemand, 6);
});

test('3. state need not fit memory: a billion keys of 512 B take disk', () => {
  const plan = planFor({ distinctKeys: 1e9, bytesPerKey: 512 });
  expect(plan.totalMemory.mebibytes).toBeLessThan(0.1 * plan.expectedState.mebibytes);
  expect(plan.taskManagers * plan.localDisk!.mebibytes).toBeGreaterThan(2 * plan.expectedState.mebibytes);
});

test('4. time to live, the kind of work and the number of states change the state and its memory', () => {
  const keys = { distinctKeys: 1e9 };
  expect(planFor({ ...keys, stateTimeToLive: Duration.hours(1) }).expectedState.mebibytes).toBeLessThan(planFor(keys).expectedState.mebibytes / 5);
  expect(planFor(keys, Workload.regularJoin).expectedState.mebibytes).toBeGreaterThan(planFor(keys).expectedState.mebibytes);
  expect(planFor({ ...keys, states: 40 }).managedMemory!.mebibytes).toBeGreaterThan(planFor(keys).managedMemory!.mebibytes);
});

test('5. skew changes CPU and memory', () => {
  const [even, high] = [planFor(), planFor({ keySkew: KeySkew.HIGH })];
  expect(high.totalCpu.amountInMillis).toBeGreaterThan(even.totalCpu.amountInMillis);
  expect(high.totalMemory.mebibytes).toBeGreaterThan(even.totalMemory.mebibytes);
});

test('6. a network that is too slow is told, and limits the nodes', () => {
  const node = (networkBytesPerSecond: number) => ({ cpu: Cpu.cores(64), memory: Size.gibibytes(256), networkBytesPerSecond });
  const heavy = at(50_000, 20_000);
  const [slow, fast] = [125e6, 12.5e9].map((bytes) => planFor(heavy, Workload.statelessTransformation, { nodeShape: node(bytes) }));
  const { networkTraffic, taskManagers } = fast;
  expect(networkTraffic * taskManagers).toBe(1e9);
  expect(fast.findings).toEqual([]);
  expect(fast.fitsNodes(node(3 * networkTraffic))).toMatchObject({ fits: true, taskManagersPerNode: 3, limitedBy: NodeResource.NETWORK });
  const slower = planFor({ ...heavy, sourcePartitions: 6 }, Workload.statelessTransformation, { nodeShape: node(125e6) });
  expect(slow.findings).toEqual([]);
  expect(slower.findings.find(({ code }) => code === 'node-too-small')!.message).toMatch(/and 333\.33 MB\/s of network; a node has 125 MB\/s of network; /);
});

test('7. nothing is counted twice: the totals are JobManager and TaskManagers', () => {
  const plan = planFor();
  expect(plan.totalMemory.mebibytes).toBe(plan.jobManagerMemory.mebibytes + plan.taskManagers * plan.taskManagerMemory.mebibytes);
  expect(plan.totalCpu.amountInMillis).toBe(plan.jobManagerCpu.amountInMillis + plan.taskManagers * plan.taskManagerCpu.amountInMillis);
});

test('9. managed memory is what RocksDB needs, and a share of Flink\'s memory only where the process is given', () => {
  const { managedMemory, parallelism, taskSlots } = planFor({ expectedState: Size.gibibytes(60) });
  expect(managedMemory!.mebibytes).toBe(Math.ceil(((60 * 1024 * 0.1) / parallelism) * taskSlots));
});

test('10. slots, partitions, recovery, catching up and the peak count', () => {
  const shape = ({ parallelism, taskManagers }: TuningPlan) => parallelism * 1000 + taskManagers;
  const all = [planFor(), planFor({ sourcePartitions: 3 }), planFor({ recoveryTimeObjective: Duration.minutes(3) }),
    planFor({ throughput: Throughput.of({ recordsPerSecond: 50_000, peakRecordsPerSecond: 400_000 }) })];
  expect(new Set(all.map(shape)).size).toBe(all.length);
});

test('11. the checkpoint interval follows from state and objectives, and no latency makes checkpoints more frequent but where a sink waits for them', () => {
  const interval = (more: Partial<WorkloadFacts>, stateMebibytes = 1_000) => planOf(
    { kind: WorkloadKind.DEDUPLICATION, rate: 50_000, recordBytes: 512, stateMebibytes, more }, { stateLocation: StateLocation.HEAP },
  ).checkpoints!.interval.toSeconds();
  expect(interval({}, 20_000)).toBeGreaterThan(interval({}));
  expect(interval({ latencyObjective: Duration.millis(100), sourcePartitions: 2 })).toBe(interval({ sourcePartitions: 2 }));
  expect(interval({ recoveryPointObjective: Duration.seconds(25) })).toBeLessThan(interval({}));
});

test('13. facts are not changed by planning with them', () => {
  const workload = Object.freeze(Workload.deduplication(Object.freeze({ throughput: Object.freeze(Throughput.of({ recordsPerSecond: 1_000 })) })));
  const plan = () => JSON.stringify(derivePlan(Object.freeze({ workload, flinkVersion: FlinkVersion.V1_20, checkpoints: true })));
  expect(plan()).toBe(plan());
});
