/** What the tuning chapter moves as one change. */
export interface Lever {
  readonly name: string;
  /** 0 to measure first, 1 correctness and checkpoint reliability, 2 throughput and latency. */
  readonly order: 0 | 1 | 2;
  readonly source: string;
  /** Less of it saves money: then it waits until the others have met their objectives. */
  readonly costs: boolean;
}

/** The chapter's three steps, after measuring. */
export const ORDERS = ['measure first', 'correctness and checkpoint reliability', 'throughput and latency', 'cost and right-sizing'];

const chapter = (sections: string) => `tuning chapter ${sections}`;
const lever = (name: string, order: Lever['order'], sections: string, costs = false): Lever => ({ name, order, source: chapter(sections), costs });

/** Which option belongs to which lever, the first that fits; in the order of the steps. */
const LEVERS: readonly (readonly [keys: RegExp, lever: Lever])[] = [
  [/^metrics\./, lever('metrics', 0, '§1, §8')],
  [/^(execution\.checkpointing\.(dir|savepoint-dir|storage)$|s3\.|fs\.)/, lever('checkpoint storage', 1, '§5')],
  [/^state\.backend\.type$/, lever('state backend', 1, '§1, §6')],
  [/^high-availability\./, lever('high availability', 1, '§8')],
  [/^execution\.checkpointing\.(incremental|num-retained)$/, lever('incremental checkpoints', 1, '§5, §6')],
  [/^execution\.checkpointing\.(unaligned|alignment|aligned)/, lever('unaligned checkpoints', 1, '§5')],
  [/^execution\.checkpointing\./, lever('checkpoint interval and timeout', 1, '§5')],
  [/^restart-strategy\./, lever('restart strategy', 1, '§1')],
  [/^jobmanager\.memory\./, lever('JobManager memory', 2, '§2', true)],
  [/^kubernetes\.jobmanager\.(cpu|memory)\./, lever('JobManager pod', 2, '§2', true)],
  [/^taskmanager\.(memory\.network|network)\.|^execution\.buffer-timeout/, lever('network buffers', 2, '§7')],
  [/^taskmanager\.memory\./, lever('TaskManager memory', 2, '§2, §3', true)],
  [/^(kubernetes\.taskmanager\.(cpu|memory)\.|taskmanager\.cpu\.)/, lever('TaskManager CPU', 2, '§2', true)],
  [/^taskmanager\.numberOfTaskSlots$/, lever('slots of a TaskManager', 2, '§2, §4')],
  [/^(parallelism\.default|pipeline\.(max-parallelism|jobvertex-parallelism-overrides)|kubernetes\.internal\.taskmanager\.replicas)$/, lever('parallelism and TaskManagers', 2, '§4', true)],
  [/^(job\.autoscaler\.|jobmanager\.scheduler$|scheduler-mode$|jobmanager\.adaptive-scheduler\.)/, lever('autoscaler and scheduler', 2, '§4')],
  [/^state\.(backend\.)?(rocksdb|forst|changelog)\./, lever('RocksDB', 2, '§3, §6')],
  [/^env\.java\.opts/, lever('JVM flags', 2, '§8')],
];

const PLACES = LEVERS.map(([, { name }]) => name);

/** Nothing for an option that the chapter does not tune. */
export function leverOf(key: string): Lever | undefined {
  return LEVERS.find(([keys]) => keys.test(key))?.[1];
}

/** Where a lever stands among those of its step. */
export function placeOf({ name }: Lever): number {
  return PLACES.indexOf(name);
}
