import { Size } from 'cdk8s';
import fc from 'fast-check';
import { derivePlan } from '../../../src/sizing/plan/derive-plan';
import { refusalOf, says } from '../../refusals';
import { requestOf } from '../arbitrary-workload';
import { Cpu, MemorySize, NodeFit, NodeResource, NodeShape, StateLocation, Throughput, TuningPlan, WorkloadKind } from 'cdk8s-flink';

interface Pods {
  readonly taskManagers: number;
  readonly cores: number;
  readonly mebibytes: number;
  readonly diskMebibytes?: number;
  readonly jobManagerCores?: number;
  readonly jobManagerMebibytes?: number;
  readonly jobManagers?: number;
}

/** A plan with just these pods. */
function planOf({ taskManagers, cores, mebibytes, diskMebibytes, jobManagerCores = 1, jobManagerMebibytes = 1024, jobManagers }: Pods): TuningPlan {
  return derivePlan(requestOf(WorkloadKind.DEDUPLICATION, { throughput: Throughput.of({ recordsPerSecond: 1 }) }, {
    stateLocation: diskMebibytes === undefined ? StateLocation.HEAP : StateLocation.LOCAL_DISK,
    parallelism: taskManagers,
    taskSlots: 1,
    taskManagerCpu: Cpu.cores(cores),
    taskManagerMemory: MemorySize.ofMebibytes(mebibytes),
    localDisk: diskMebibytes === undefined ? undefined : MemorySize.ofMebibytes(diskMebibytes),
    jobManagers,
    jobManagerCpu: Cpu.cores(jobManagerCores),
    jobManagerMemory: MemorySize.ofMebibytes(jobManagerMebibytes),
  }));
}

const nodeOf = (cores: number, mebibytes: number, diskMebibytes?: number): NodeShape => ({
  cpu: Cpu.cores(cores), memory: Size.mebibytes(mebibytes), localDisk: diskMebibytes === undefined ? undefined : Size.mebibytes(diskMebibytes),
});

const anyPods: fc.Arbitrary<Pods> = fc.record({
  taskManagers: fc.integer({ min: 1, max: 300 }),
  cores: fc.integer({ min: 1, max: 8 }),
  mebibytes: fc.integer({ min: 512, max: 32_768 }),
  diskMebibytes: fc.option(fc.integer({ min: 1_024, max: 500_000 }), { nil: undefined }),
  jobManagerCores: fc.integer({ min: 1, max: 4 }),
  jobManagerMebibytes: fc.integer({ min: 512, max: 16_384 }),
});
/** Cores, MiB of memory, and of disk where it is known. */
type Node = [cores: number, mebibytes: number, diskMebibytes: number | undefined];
const anyNode: fc.Arbitrary<Node> = fc.tuple(
  fc.integer({ min: 1, max: 96 }),
  fc.integer({ min: 512, max: 400_000 }),
  fc.option(fc.integer({ min: 1_024, max: 4_000_000 }), { nil: undefined }),
);

/** Room of so many nodes, one of which also holds the JobManager, counted out pod by pod. */
function roomOf(nodes: number, pods: Pods, [cores, mebibytes, disk]: Node): number {
  let held = 0;
  for (let node = 0; node < nodes; node += 1) {
    const withJobManager = node === 0 ? 1 : 0;
    let free = [cores - withJobManager * pods.jobManagerCores!, mebibytes - withJobManager * pods.jobManagerMebibytes!, disk ?? Infinity];
    for (;;) {
      free = [free[0] - pods.cores, free[1] - pods.mebibytes, free[2] - (pods.diskMebibytes ?? 0)];
      if (Math.min(...free) < 0) {
        break;
      }
      held += 1;
    }
  }
  return held;
}

test.each<[string, Pods, NodeShape, object]>([
  ['all on one node', { taskManagers: 3, cores: 2, mebibytes: 4096 }, nodeOf(7, 14_336),
    { nodes: 1, taskManagersPerNode: 3, limitedBy: NodeResource.CPU, idleCores: 0, idleCpuShare: 0, idleMemoryShare: 1 / 14 }],
  ['the JobManager takes the place of one', { taskManagers: 4, cores: 2, mebibytes: 4096 }, nodeOf(8, 61_440),
    { nodes: 2, taskManagersPerNode: 4, limitedBy: NodeResource.CPU, idleCores: 7, idleCpuShare: 7 / 16 }],
  ['memory limits', { taskManagers: 10, cores: 1, mebibytes: 8192 }, nodeOf(16, 30_000),
    { nodes: 4, taskManagersPerNode: 3, limitedBy: NodeResource.MEMORY, idleCores: 53 }],
  ['the disk limits', { taskManagers: 10, cores: 1, mebibytes: 1024, diskMebibytes: 102_400 }, nodeOf(16, 30_000, 204_800),
    { nodes: 5, taskManagersPerNode: 2, limitedBy: NodeResource.LOCAL_DISK }],
  ['a disk that is not known does not', { taskManagers: 10, cores: 1, mebibytes: 1024, diskMebibytes: 102_400 }, nodeOf(16, 30_000),
    { nodes: 1, taskManagersPerNode: 16, limitedBy: NodeResource.CPU }],
  ['30,000 of them', { taskManagers: 30_000, cores: 1, mebibytes: 1024 }, nodeOf(7.9, 30_000), { nodes: 4_286, taskManagersPerNode: 7 }],
])('%s', (_, pods, node, expected) => {
  expect(planOf(pods).fitsNodes(node)).toMatchObject({ fits: true, problems: [], ...expected });
});

test('what fits no node is named, with the smallest node that holds it', () => {
  const pods = { taskManagers: 2, cores: 4, mebibytes: 8192, diskMebibytes: 51_200, jobManagerMebibytes: 16_384 };
  const fit = planOf(pods).fitsNodes(nodeOf(2, 10_000, 20_480));
  expect(fit).toMatchObject({ fits: false, nodes: 0, taskManagersPerNode: 0, limitedBy: NodeResource.LOCAL_DISK });
  expect(fit).toMatchObject({ idleCores: 0, idleCpuShare: 0, idleMemoryShare: 0 });
  expect(fit.idleMemory.bytes).toBe(0);
  expect(fit.problems).toEqual([
    'the JobManager asks for 1 core and 16,384 MiB of memory; a node has 10,000 MiB of memory',
    'a TaskManager asks for 4 cores, 8,192 MiB of memory and 50 GiB of local disk; a node has 2 cores and 20 GiB of local disk',
    'the smallest node that holds each of them has 4 cores, 16,384 MiB of memory and 50 GiB of local disk',
  ]);
});

describe('laws', () => {
  const each = (law: (fit: NodeFit, pods: Pods, node: Node, plan: TuningPlan) => void) =>
    fc.assert(fc.property(anyPods, anyNode, (pods, node) => {
      const plan = planOf(pods);
      law(plan.fitsNodes(nodeOf(...node)), pods, node, plan);
    }), { numRuns: 1000 });

  test('the nodes have room for all, and one fewer has not', () => each((fit, pods, node) => {
    fc.pre(fit.fits);
    expect(roomOf(fit.nodes, pods, node)).toBeGreaterThanOrEqual(pods.taskManagers);
    // Without a node there is none for the JobManager.
    expect(fit.nodes === 1 || roomOf(fit.nodes - 1, pods, node) < pods.taskManagers).toBe(true);
  }));

  test('what is used and what is idle is all that the nodes have', () => each((fit, _, [cores, mebibytes], plan) => {
    fc.pre(fit.fits);
    expect(fit.idleCores + plan.totalCpu.amountInCores).toBeCloseTo(fit.nodes * cores, 6);
    expect(fit.idleMemory.mebibytes + plan.totalMemory.mebibytes).toBe(fit.nodes * mebibytes);
    expect(fit.idleCpuShare).toBeCloseTo(fit.idleCores / (fit.nodes * cores), 9);
    expect(fit.idleMemoryShare).toBeCloseTo(fit.idleMemory.mebibytes / (fit.nodes * mebibytes), 9);
    expect([fit.idleCpuShare, fit.idleMemoryShare].every((share) => share >= 0 && share < 1)).toBe(true);
  }));

  test('a larger node never needs more of its kind', () => {
    const more = fc.integer({ min: 0, max: 100_000 });
    fc.assert(fc.property(anyPods, anyNode, more, more, more, (pods, [cores, mebibytes, disk], moreCores, moreMebibytes, moreDisk) => {
      const smaller = planOf(pods).fitsNodes(nodeOf(cores, mebibytes, disk));
      const larger = planOf(pods).fitsNodes(nodeOf(cores + moreCores, mebibytes + moreMebibytes, disk === undefined ? undefined : disk + moreDisk));
      fc.pre(smaller.fits);
      expect(larger.fits).toBe(true);
      expect(larger.nodes).toBeLessThanOrEqual(smaller.nodes);
    }), { numRuns: 1000 });
  });

  test('all fit the smallest node, and fit no other that has less of anything', () => each((fit, _pods, _node, plan) => {
    const { cpu, memory, localDisk } = fit.smallestNode;
    expect(plan.fitsNodes(fit.smallestNode).fits).toBe(true);
    expect(plan.fitsNodes({ cpu: Cpu.millis(cpu.amountInMillis - 1), memory, localDisk }).fits).toBe(false);
    expect(plan.fitsNodes({ cpu, memory: Size.kibibytes(memory.toKibibytes() - 1), localDisk }).fits).toBe(false);
    expect(localDisk === undefined || !plan.fitsNodes({ cpu, memory, localDisk: Size.kibibytes(localDisk.toKibibytes() - 1) }).fits).toBe(true);
  }));

  test('with more of anything but what limits, no more fit a node', () => each((fit, _, [cores, mebibytes, disk], plan) => {
    const much = (resource: NodeResource, amount: number) => (fit.limitedBy === resource ? amount : amount * 1000);
    const other = nodeOf(
      much(NodeResource.CPU, cores), much(NodeResource.MEMORY, mebibytes), disk === undefined ? undefined : much(NodeResource.LOCAL_DISK, disk),
    );
    expect(plan.fitsNodes(other).taskManagersPerNode).toBe(fit.taskManagersPerNode);
  }));
});

test('parts of a byte do not count, and a node needs memory and, where it is given, a disk', () => {
  const plan = planOf({ taskManagers: 1, cores: 1, mebibytes: 1024 });
  expect(plan.fitsNodes({ cpu: Cpu.cores(4), memory: Size.gibibytes(15.3) }).fits).toBe(true);
  const refused = (property: string, node: NodeShape) => expect(refusalOf(() => plan.fitsNodes(node)).message).toBe(says(
    `${property} must be above zero and finite [node-shape]`, '0 KiB', 'above 0, at most 1,000,000,000,000,000 KiB',
    'give what was counted or measured; leave optional facts out when they are not known',
  ));
  refused('nodeShape.memory', nodeOf(4, 0));
  refused('nodeShape.localDisk', nodeOf(4, 4096, 0));
});

test('up to three JobManagers lie on nodes of their own or together, whichever takes fewer', () => {
  const groupings: Record<number, number[][]> = { 1: [[1]], 2: [[2], [1, 1]], 3: [[3], [2, 1], [1, 1, 1]] };
  const anyOf = [anyPods, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 32 }), fc.integer({ min: 512, max: 100_000 })] as const;
  fc.assert(fc.property(...anyOf, (pods, jobManagers, cores, mebibytes) => {
    const fit = planOf({ ...pods, diskMebibytes: undefined, jobManagers }).fitsNodes(nodeOf(cores, mebibytes));
    fc.pre(fit.fits);
    const room = (together: number) => {
      const left = [cores - together * pods.jobManagerCores!, mebibytes - together * pods.jobManagerMebibytes!];
      return Math.min(...left) < 0 ? undefined : Math.floor(Math.min(left[0] / pods.cores, left[1] / pods.mebibytes));
    };
    const counts = groupings[jobManagers].filter((groups) => groups.every((together) => room(together) !== undefined)).map((groups) =>
      groups.length + Math.ceil(Math.max(0, pods.taskManagers - groups.reduce((sum, together) => sum + room(together)!, 0)) / room(0)!));
    expect(fit.nodes).toBe(Math.min(...counts));
    expect(fit.idleCores).toBe(fit.nodes * cores - jobManagers * pods.jobManagerCores! - pods.taskManagers * pods.cores);
  }));
});
