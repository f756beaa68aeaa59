import { catalogueLine, optionOf } from './catalogue-line';
import { DecidedBy, HeldIn, PoolExplanation, RoleMemory } from './manifest-explanation';
import { decidedByOption, FLINK_DEFAULT, keySet, spellingsOf } from './setting-origin';
import { readText } from '../../flink/configuration/option-reading';
import { JobManagerMemory } from '../../flink/memory/job-manager-memory';
import { TaskManagerMemory } from '../../flink/memory/task-manager-memory';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { parseBytes } from '../../units/bytes';

type Pool<Memory> = [pool: Exclude<keyof Memory, 'totalProcess' | 'totalFlink'> & string, title: string, heldIn: HeldIn, use: string];

/** As they lie in the process: heap, what Flink manages, direct memory, the JVM's own. */
const OF_TASK_MANAGER: readonly Pool<TaskManagerMemory>[] = [
  ['taskHeap', 'task heap', 'heap', 'user code, operators, and state that is kept on the heap'],
  ['frameworkHeap', 'framework heap', 'heap', 'Flink itself'],
  ['managed', 'managed', 'managed', ''],
  ['network', 'network', 'direct', 'buffers of records on their way'],
  ['taskOffHeap', 'task off-heap', 'direct', 'direct memory of user code'],
  ['frameworkOffHeap', 'framework off-heap', 'direct', 'direct memory of Flink itself'],
  ['jvmMetaspace', 'metaspace', 'metaspace', 'classes'],
  ['jvmOverhead', 'JVM overhead', 'native', 'threads, code cache, native libraries'],
];
const OF_JOB_MANAGER: readonly Pool<JobManagerMemory>[] = [
  ['heap', 'heap', 'heap', 'the job graph, checkpoints under way, Flink itself'],
  ['offHeap', 'off-heap', 'direct', 'direct memory of Flink and of user code'],
  ['jvmMetaspace', 'metaspace', 'metaspace', 'classes'],
  ['jvmOverhead', 'JVM overhead', 'native', 'threads, code cache, native libraries'],
];

/** @param managed what takes the managed memory */
export function taskManagerExplained(cluster: EffectiveCluster, managed: string): RoleMemory {
  const { taskManager } = cluster;
  const decides = new PoolDecisions(cluster, 'taskmanager.memory');
  const { heap, managedSize, flink } = {
    heap: decides.has('task.heap.size'), managedSize: decides.has('managed.size'), flink: decides.has('flink.size'),
  };
  // Task heap and managed memory together start a derivation of their own, as in TaskExecutorProcessUtils.
  const sized = heap && managedSize;
  return {
    role: 'TaskManager',
    total: taskManager.totalProcess,
    decidedBy: decides.total(),
    pools: poolsOf(taskManager, OF_TASK_MANAGER, {
      taskHeap: () => decides.size('task.heap.size') ?? REMAINDER,
      frameworkHeap: () => decides.sizeOrDefault('framework.heap.size'),
      managed: () => decides.size('managed.size') ?? decides.share('managed.fraction'),
      network: () => (heap && (flink || !sized) ? REMAINDER : decides.bounded('network', taskManager.network)),
      taskOffHeap: () => decides.sizeOrDefault('task.off-heap.size'),
      frameworkOffHeap: () => decides.sizeOrDefault('framework.off-heap.size'),
      jvmMetaspace: () => decides.sizeOrDefault('jvm-metaspace.size'),
      jvmOverhead: () => decides.overhead(taskManager.jvmOverhead, sized || flink),
    }).map((pool) => (pool.pool === 'managed' ? { ...pool, use: managed } : pool)),
  };
}

export function jobManagerExplained(cluster: EffectiveCluster): RoleMemory {
  const { jobManager } = cluster;
  const decides = new PoolDecisions(cluster, 'jobmanager.memory');
  const { heap, flink } = { heap: decides.has('heap.size'), flink: decides.has('flink.size') };
  return {
    role: 'JobManager',
    total: jobManager.totalProcess,
    decidedBy: decides.total(),
    pools: poolsOf(jobManager, OF_JOB_MANAGER, {
      heap: () => decides.size('heap.size') ?? REMAINDER,
      offHeap: () => decides.size('off-heap.size') ?? (heap && flink ? REMAINDER : decides.sizeOrDefault('off-heap.size')),
      jvmMetaspace: () => decides.sizeOrDefault('jvm-metaspace.size'),
      jvmOverhead: () => decides.overhead(jobManager.jvmOverhead, heap || flink),
    }),
  };
}

const REMAINDER: DecidedBy = { how: 'remainder' };

function poolsOf<Memory extends { readonly [pool in keyof Memory]: bigint }>(
  memory: Memory, pools: readonly Pool<Memory>[], decidedBy: Record<Pool<Memory>[0], () => DecidedBy>,
): PoolExplanation[] {
  return pools.map(([pool, title, heldIn, use]) => ({ pool, title, bytes: memory[pool], heldIn, use, decidedBy: decidedBy[pool]() }));
}

/** The options under one prefix that decide the sizes of a process. */
class PoolDecisions {
  private readonly line;

  constructor(private readonly cluster: EffectiveCluster, private readonly prefix: string) {
    this.line = catalogueLine(cluster.manifest.spec.flinkVersion);
  }

  public has(name: string): boolean {
    return keySet(this.cluster.configuration, this.keyOf(name)) !== undefined;
  }

  /** The whole process is given, or is what its parts come to. */
  public total(): DecidedBy {
    return this.size('process.size') ?? { how: 'sum' };
  }

  public size(name: string): DecidedBy | undefined {
    return decidedByOption(this.cluster, 'size', this.keyOf(name));
  }

  public sizeOrDefault(name: string): DecidedBy {
    return this.decided('size', name);
  }

  public share(name: string): DecidedBy {
    return this.decided('fraction', name);
  }

  /** A fraction between two bounds; where it meets one, the bound has decided. */
  public bounded(name: string, bytes: bigint): DecidedBy {
    const how = bytes === this.bytesOf(`${name}.min`) ? 'least' : bytes === this.bytesOf(`${name}.max`) ? 'most' : 'fraction';
    return this.decided(how, `${name}.${{ least: 'min', most: 'max', fraction: 'fraction' }[how]}`);
  }

  /** @param fromParts Flink's own memory is given, so that a process that is given too leaves the rest */
  public overhead(bytes: bigint, fromParts: boolean): DecidedBy {
    return fromParts && this.has('process.size') ? REMAINDER : this.bounded('jvm-overhead', bytes);
  }

  private decided(how: DecidedBy['how'], name: string): DecidedBy {
    const key = this.keyOf(name);
    return decidedByOption(this.cluster, how, key) ?? { how, key, value: this.defaultOf(key), origin: FLINK_DEFAULT };
  }

  private bytesOf(name: string): bigint | undefined {
    const [key, ...older] = spellingsOf(this.keyOf(name));
    const text = readText(this.cluster.configuration, { key, older }) ?? this.defaultOf(key);
    return text === undefined ? undefined : parseBytes(text);
  }

  private defaultOf(key: string): string | undefined {
    return optionOf(this.line, key)?.defaultText;
  }

  private keyOf(name: string): string {
    return `${this.prefix}.${name}`;
  }
}
