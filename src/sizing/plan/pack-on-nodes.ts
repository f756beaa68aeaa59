import { Size, SizeRoundingBehavior } from 'cdk8s';
import { NodeFit, NodeResource } from './node-fit';
import type { PlanValues } from './plan-values';
import { totalCpuOf, totalMemoryOf } from './pod-totals';
import { Cpu } from '../../units/cpu';
import { grouped } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';
import { NodeShape } from '../../workload/node-shape';
import { refuseAmount } from '../../workload/refuse-amount';

/** What one pod asks for, or one node offers: thousandths of a core, bytes of memory and of local disk, bytes a second of network. */
type Amounts = readonly [cpu: number, memory: number, localDisk: number, network: number];

/** What the pods of a plan are. */
type Pods = Pick<PlanValues, 'jobManagers' | 'jobManagerPod' | 'taskManagers' | 'taskManagerPod' | 'localDisk' | 'networkTraffic'>;

/** In the order of `Amounts`. */
const RESOURCES = [NodeResource.CPU, NodeResource.MEMORY, NodeResource.LOCAL_DISK, NodeResource.NETWORK];
const TEXT = [
  (cpu: number) => Cpu.millis(cpu).toString(),
  (memory: number) => `${grouped(memory / 2 ** 20)} MiB of memory`,
  (disk: number) => `${grouped(disk / 2 ** 30)} GiB of local disk`,
  (network: number) => `${grouped(network / 1e6)} MB/s of network`,
];

/** Equal JobManagers and equal TaskManagers: the fewest nodes follow from a few quotients, however many TaskManagers there are. */
export function packOnNodes(plan: Pods, node: NodeShape): NodeFit {
  const offered = offeredBy(node);
  const jobManager: Amounts = [plan.jobManagerPod.cpu.amountInMillis, plan.jobManagerPod.memory.bytes, 0, 0];
  const traffic = node.networkBytesPerSecond === undefined ? 0 : plan.networkTraffic;
  const taskManager: Amounts = [plan.taskManagerPod.cpu.amountInMillis, plan.taskManagerPod.memory.bytes, plan.localDisk?.bytes ?? 0, traffic];
  const [cpu, memory, disk, network] = taskManager.map((amount, of) => Math.max(amount, jobManager[of]));

  const rooms = taskManager.map((amount, of) => (amount === 0 ? Infinity : offered[of] / amount));
  const room = Math.min(...rooms);
  const shape = {
    taskManagersPerNode: Math.floor(room),
    limitedBy: RESOURCES[rooms.indexOf(room)],
    smallestNode: {
      cpu: Cpu.millis(cpu),
      memory: Size.kibibytes(memory / 1024),
      localDisk: disk === 0 ? undefined : Size.kibibytes(disk / 1024),
      networkBytesPerSecond: network === 0 ? undefined : network,
    },
  };
  const problems = [...misfit('the JobManager', jobManager, offered), ...misfit('a TaskManager', taskManager, offered)];
  if (problems.length > 0) {
    const nothing = { nodes: 0, idleCores: 0, idleCpuShare: 0, idleMemory: MemorySize._of(0n), idleMemoryShare: 0 };
    return { ...shape, ...nothing, fits: false, problems: [...problems, `the smallest node that holds each of them has ${written([cpu, memory, disk, network])}`] };
  }
  const beside = (together: number) => copiesBeside(jobManager.map((amount) => together * amount), taskManager, offered);
  const nodes = nodesFor(plan, shape.taskManagersPerNode, beside);
  const allCpu = nodes * offered[0];
  const allMemory = BigInt(nodes) * BigInt(offered[1]);
  const idleCpu = allCpu - totalCpuOf(plan).amountInMillis;
  const idleMemory = allMemory - totalMemoryOf(plan)._bytes;
  return {
    ...shape,
    fits: true,
    nodes,
    idleCores: idleCpu / 1000,
    idleCpuShare: idleCpu / allCpu,
    idleMemory: MemorySize._of(idleMemory),
    idleMemoryShare: Number(idleMemory) / Number(allMemory),
    problems: [],
  };
}

/**
 * The nodes of the JobManagers have room for fewer TaskManagers; each of the others is filled before the next. Whether
 * JobManagers lie together or apart, whichever takes fewer nodes.
 * @param beside how many TaskManagers a node has room for beside so many JobManagers; negative where they do not fit
 */
function nodesFor({ jobManagers, taskManagers }: Pods, perNode: number, beside: (jobManagers: number) => number): number {
  let fewest = Infinity;
  for (let together = 1; together <= jobManagers && beside(together) >= 0; together += 1) {
    const full = Math.floor(jobManagers / together);
    const rest = jobManagers % together;
    const room = full * beside(together) + (rest === 0 ? 0 : beside(rest));
    fewest = Math.min(fewest, Math.ceil(jobManagers / together) + Math.ceil(Math.max(0, taskManagers - room) / perNode));
  }
  return fewest;
}

function copiesBeside(others: Amounts | number[], pod: Amounts, offered: Amounts): number {
  const fits = others.every((amount, of) => amount <= offered[of]);
  return fits ? Math.min(...pod.map((amount, of) => (amount === 0 ? Infinity : Math.floor((offered[of] - others[of]) / amount)))) : -1;
}

function misfit(name: string, pod: Amounts, offered: Amounts): string[] {
  const short = pod.map((amount, of) => amount > offered[of]);
  return short.includes(true) ? [`${name} asks for ${written(pod)}; a node has ${written(offered, short)}`] : [];
}

/** A disk or a network that is not known does not limit. */
function offeredBy({ cpu, memory, localDisk, networkBytesPerSecond }: NodeShape): Amounts {
  const disk = localDisk === undefined ? undefined : kibibytes(localDisk);
  refuseAmount('node-shape', 'nodeShape.memory', kibibytes(memory), 'KiB');
  refuseAmount('node-shape', 'nodeShape.localDisk', disk, 'KiB');
  refuseAmount('node-shape', 'nodeShape.networkBytesPerSecond', networkBytesPerSecond, 'bytes a second');
  const diskBytes = disk === undefined ? Infinity : Math.floor(disk * 1024);
  return [cpu.amountInMillis, Math.floor(kibibytes(memory) * 1024), diskBytes, networkBytesPerSecond ?? Infinity];
}

function kibibytes(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
}

/** Some amounts for people; those that there are unless told. */
function written(amounts: readonly number[], which: boolean[] = amounts.map((amount) => amount > 0)): string {
  const parts = amounts.flatMap((amount, of) => (which[of] ? TEXT[of](amount) : []));
  return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
