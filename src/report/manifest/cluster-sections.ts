import { isMade, Made } from './made';
import { ClusterExplanation, ContainerExplanation, NetworkExplanation, PodExplanation, StateBackendExplanation } from './manifest-explanation';
import { Block, Figure, ReportSection } from './report-section';
import { bytesShown, coresShown, counted, memoryShown } from './shown-amounts';
import { grouped } from '../../units/grouped-number';

/** What a cluster will be: its size, memory, pods and configuration. */
export function clusterSections(cluster: ClusterExplanation): ReportSection[] {
  const { taskManager, jobManager, stateBackend, network, pods, settings, checkpoints, defaults, defaultsOf } = cluster;
  const told = new Set<string>();
  /** A part, or why it cannot be made, which often is the same for several. */
  const ofPart = <T extends object>(part: Made<T>, name: string, blocks: (known: T) => Block[]): Block[] => {
    if (isMade(part)) {
      return blocks(part);
    }
    const { what } = part.refused;
    const why = told.has(what) ? ', for the same reason' : `: ${what}`;
    told.add(what);
    return [{ is: 'note', text: `${name} cannot be made${why}` }];
  };
  return [
    { title: 'Size', blocks: [{ is: 'figures', figures: figures(cluster) }] },
    {
      title: 'Memory',
      blocks: [
        ...ofPart(taskManager, 'the TaskManager', (memory) => [{ is: 'memory', memory }]),
        ...ofPart(jobManager, 'the JobManager', (memory) => [{ is: 'memory', memory }]),
      ],
    },
    { title: 'State in one slot', blocks: ofPart(stateBackend, 'its share', stateFacts) },
    { title: 'Network buffers', blocks: ofPart(network, 'they', networkFacts) },
    { title: 'Checkpoints', blocks: [{ is: 'settings', settings: checkpoints }] },
    { title: 'Pods', blocks: ofPart(pods, 'they', (known) => known.flatMap(podBlocks)) },
    { title: 'Configuration', folded: true, blocks: [{ is: 'settings', settings }] },
    { title: `Defaults of Flink ${defaultsOf} that nobody sets`, folded: true, blocks: [{ is: 'settings', settings: defaults }] },
  ];
}

function figures({ shape, totals, taskManager, jobManager, type }: ClusterExplanation): Figure[] {
  if (!isMade(shape)) {
    return [{ label: 'Size', value: '?', note: `cannot be made: ${shape.refused.what}` }];
  }
  const { jobManagers, taskManagers, taskSlots, parallelism, slots, idle } = shape;
  const [ofTaskManager, ofJobManager] = [taskManager, jobManager].map((memory) => (isMade(memory) ? memoryShown(memory.total) : 'memory unknown'));
  const each = (count: number | undefined) => (count === 1 ? '' : 'each ');
  return [
    {
      label: 'TaskManagers',
      value: taskManagers === undefined ? 'as jobs come' : grouped(taskManagers),
      note: `${each(taskManagers)}${ofTaskManager}, ${counted(taskSlots, 'slot')}`,
    },
    { label: jobManagers === 1 ? 'JobManager' : 'JobManagers', value: grouped(jobManagers), note: `${each(jobManagers)}${ofJobManager}` },
    {
      label: 'Parallelism',
      value: parallelism === undefined ? 'of each job' : grouped(parallelism),
      note: type === 'application' ? 'the default of the job\'s operators' : parallelism === undefined ? 'no job is in the file' : 'of the jobs in the file together',
    },
    ...(slots === undefined || idle === undefined || parallelism === undefined ? [] : [{
      label: 'Slots',
      value: grouped(slots),
      note: idle < 0 ? `${grouped(-idle)} too few` : `${grouped(parallelism)} used, ${grouped(idle)} idle`,
    }]),
    ...(isMade(totals) ? [{
      label: 'All pods request',
      value: `${coresShown(totals.cpu)}, ${memoryShown(totals.memory)}`,
      note: taskManagers === undefined ? 'the JobManager alone' : counted(jobManagers + taskManagers, 'pod'),
    }] : []),
  ];
}

function stateFacts({ type, managedMemoryOfSlot, rocksDb }: StateBackendExplanation): Block[] {
  const facts: [string, string][] = [
    ['state backend', type],
    ['managed memory of a slot', both(managedMemoryOfSlot)],
    ...(rocksDb === undefined ? [] : [
      ['block cache', `${both(rocksDb.cacheCapacity)}, which write buffers are charged to`],
      ['write buffers', both(rocksDb.writeBuffers)],
      ['flushes when buffers hold', both(rocksDb.mutableLimit)],
      ['arena block', memoryShown(rocksDb.arenaBlock) + (rocksDb.arenaBlockFits ? '' : ': more than may be in memory, RocksDB flushes all the time')],
    ] as [string, string][]),
  ];
  return [{ is: 'facts', facts }];
}

function networkFacts({ memory, segment, buffers, reading }: NetworkExplanation): Block[] {
  const held = `${grouped(buffers)} of ${memoryShown(segment)}, in ${both(memory)} a TaskManager`;
  return [{ is: 'facts', facts: [['buffers', held], ['reading', reading]] }];
}

function podBlocks({ role, count, qualityOfService, cpu, memory, containers, volumes }: PodExplanation): Block[] {
  const number = count === undefined ? 'as many as the jobs ask for' : counted(count, 'pod');
  return [
    {
      is: 'facts',
      title: `${role}: ${number}`,
      facts: [
        ['each requests', `${coresShown(cpu)}, ${memoryShown(memory)}`],
        ['quality of service', qualityOfService],
        ...containers.map(({ name, image, init, ...resources }) => [
          `${init ? 'init container' : 'container'} ${name}`, `${image || 'no image'}; ${amountsShown(resources)}`,
        ] as const),
        ...volumes.map(({ name, source, mountedAt, afterThePod }) => [
          `volume ${name}`, `${source} ${mountedAt.length === 0 ? 'that Flink does not mount' : `at ${mountedAt.join(', ')}`}; ${afterThePod}`,
        ] as const),
      ],
    },
  ];
}

function amountsShown({ requests, limits }: Pick<ContainerExplanation, 'requests' | 'limits'>): string {
  const [requested, limited] = [requests, limits].map((amounts) => Object.entries(amounts).sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, amount]) => `${name} ${amount}`).join(', ') || 'nothing');
  return requested === limited ? `requests and limits ${requested}` : `requests ${requested}, limits ${limited}`;
}

function both(bytes: bigint): string {
  return `${memoryShown(bytes)} (${bytesShown(bytes)})`;
}
