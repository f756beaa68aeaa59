import { textTable } from './text-table';
import { ProvenSetting, SettingRank } from '../flink/configuration/provenance';
import { FlinkVersion } from '../flink/flink-version';
import { EffectiveCluster } from '../operator/effective-cluster';
import { Amount, DecisionBasis } from '../sizing/decision';
import { PLANNED_KEYS } from '../sizing/plan-settings';
import { TuningPlan } from '../sizing/tuning-plan';
import { MEBIBYTE } from '../units/bytes';
import { grouped } from '../units/grouped-number';

/** Everything that an explanation tells about one deployment. */
export interface Explained {
  readonly name: string;
  readonly flinkVersion: FlinkVersion;
  readonly plan: TuningPlan;
  /** Sorted by key, as the resource spells them. */
  readonly settings: ProvenSetting[];
  readonly cluster: EffectiveCluster;
}

const WIDTH = 110;
const BAR = 24;

/** The decisions, the memory that follows and the settings with their authors, as text for a terminal. */
export function explain(explained: Explained): string {
  return [
    heading(explained),
    decisions(explained),
    taskManagerMemory(explained.cluster),
    settings(explained),
  ].join('\n\n') + '\n';
}

function heading({ name, flinkVersion, plan, cluster }: Explained): string {
  const { facts: { throughput, sourcePartitions, latencyObjective, expectedState: stated }, stateful } = plan.workload;
  const facts = [
    `${grouped(throughput.recordsPerSecond)} records/s of ${grouped(throughput.averageRecordBytes)} B`,
    stateful ? `${plan.expectedState} of state${stated === undefined ? ' (assumed)' : ''}` : 'no state',
    ...(sourcePartitions === undefined ? [] : [`${grouped(sourcePartitions)} source partitions`]),
    ...(latencyObjective === undefined ? [] : [`answers within ${latencyObjective.toMilliseconds() / 1000} s`]),
  ];
  const { taskManagers, taskManager, jobManager } = cluster;
  const cores = taskManagers * plan.taskManagerCpu.amountInCores + plan.jobManagerCpu.amountInCores;
  const memory = BigInt(taskManagers) * taskManager.totalProcess + jobManager.totalProcess;
  const pods = `${grouped(taskManagers)} ${taskManagers === 1 ? 'TaskManager' : 'TaskManagers'} and a JobManager`;
  return [
    `${name}: ${plan.workload.kind} on ${flinkVersion}`,
    facts.join(' · '),
    `asks for ${pods}: ${grouped(cores)} ${cores === 1 ? 'core' : 'cores'} and ${mebibytes(memory)} in all`,
  ].join('\n');
}

function decisions({ plan, settings: all }: Explained): string {
  const overridden = new Map(all.filter(({ rank }) => rank === SettingRank.RAW)
    .flatMap(({ key, value }) => (PLANNED_KEYS[key] === undefined ? [] : [[PLANNED_KEYS[key], value] as const])));
  const rows = plan.decisions.map(({ quantity, title, value, low, high, reason, basis }) => [
    title,
    value.text,
    range(low, high),
    overridden.has(quantity)
      ? `! flinkConfiguration says ${overridden.get(quantity)} instead`
      : basis === DecisionBasis.EXPLICIT ? `* ${reason}` : reason,
  ]);
  const explicit = plan.decisions.some(({ basis }) => basis === DecisionBasis.EXPLICIT);
  return textTable([['DECISION', 'VALUE', 'RANGE', 'WHY'], ...rows], WIDTH)
    + (explicit ? '\n* set by you, not by a rule' : '');
}

function taskManagerMemory({ taskManager, slot, rocksDb, taskSlots }: EffectiveCluster): string {
  const parts: [name: string, bytes: bigint, use: string][] = [
    ['task heap', taskManager.taskHeap, 'user code and operators'],
    ['managed', taskManager.managed, rocksDb === undefined ? 'unused by this job' : `RocksDB, ${mebibytes(slot.managed)} a slot`],
    ['network', taskManager.network, 'buffers between operators'],
    ['framework', taskManager.frameworkHeap + taskManager.frameworkOffHeap, 'Flink itself, half on heap'],
    ['task off-heap', taskManager.taskOffHeap, 'direct memory of user code'],
    ['metaspace', taskManager.jvmMetaspace, 'classes'],
    ['overhead', taskManager.jvmOverhead, 'threads, native memory, whatever else'],
  ];
  const rows = parts.filter(([, bytes]) => bytes > 0n).map(([name, bytes, use]) => [
    name, mebibytes(bytes).padStart(mebibytes(taskManager.totalProcess).length), bar(bytes, taskManager.totalProcess), use,
  ]);
  const title = `MEMORY OF A TASKMANAGER: ${mebibytes(taskManager.totalProcess)}, ${taskSlots} ${taskSlots === 1 ? 'slot' : 'slots'}`;
  const lines = [title, textTable(rows, WIDTH, '  ')];
  if (rocksDb !== undefined) {
    lines.push(`  RocksDB in one slot: block cache ${mebibytes(rocksDb.cacheCapacity)}, of which write buffers ${mebibytes(rocksDb.writeBufferManagerCapacity)}`
      + (rocksDb.arenaBlockFits ? '' : '; too little for one write buffer, RocksDB will flush all the time'));
  }
  return lines.join('\n');
}

function settings({ settings: composed, cluster: { written } }: Explained): string {
  const known = new Map(composed.map(({ key, value }) => [key, value]));
  const patched = [...written].filter(([key, value]) => known.get(key) !== value)
    .map(([key, value]): ProvenSetting => ({ key, value, reason: '', rank: SettingRank.RAW, by: 'a patch' }));
  const all = [...composed.filter(({ key, value }) => written.get(key) === value), ...patched].sort((a, b) => a.rank - b.rank);
  const authors = [...new Set(all.map(({ by }) => by))];
  const groups = authors.map((author) => {
    const rows = all.filter(({ by }) => by === author).map(({ key, value, reason, rank }) =>
      [`${key}: ${value}`, rank === SettingRank.STRATEGY ? reason : '']);
    return `  by ${author}\n${textTable(rows, WIDTH + 40, '    ')}`;
  });
  return ['FLINK CONFIGURATION', ...groups].join('\n');
}

/** `1 – 4 slots`: the unit once, where both have it. */
function range(low: Amount, high: Amount): string {
  if (low.text === high.text) {
    return '';
  }
  const sharesUnit = low.value !== undefined && low.unit === high.unit && low.unit !== 's';
  return `${sharesUnit ? grouped(low.value) : low.text} – ${high.text}`;
}

function mebibytes(bytes: bigint): string {
  return `${grouped(Number(bytes / MEBIBYTE))} MiB`;
}

function bar(bytes: bigint, whole: bigint): string {
  const filled = Math.max(1, Math.round((Number(bytes) / Number(whole)) * BAR));
  return '█'.repeat(filled).padEnd(BAR, '·');
}
