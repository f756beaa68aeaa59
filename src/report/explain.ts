import { textTable } from './text-table';
import { ProvenSetting, SettingRank } from '../flink/configuration/provenance';
import { FlinkVersion } from '../flink/flink-version';
import { EffectiveCluster } from '../operator/effective-cluster';
import { Amount, DecisionBasis } from '../sizing/decision';
import { expectedState } from '../sizing/state-backend-choice';
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
    decisions(explained.plan),
    taskManagerMemory(explained.cluster),
    settings(explained.settings),
  ].join('\n\n') + '\n';
}

function heading({ name, flinkVersion, plan: { workload } }: Explained): string {
  const { throughput, sourcePartitions, latencyObjective } = workload;
  const facts = [
    `${grouped(throughput.recordsPerSecond)} records/s of ${grouped(throughput.averageRecordBytes)} B`,
    workload.stateful ? `${expectedState(workload)} of state${workload.expectedState === undefined ? ' (assumed)' : ''}` : 'no state',
    ...(sourcePartitions === undefined ? [] : [`${grouped(sourcePartitions)} source partitions`]),
    ...(latencyObjective === undefined ? [] : [`answers within ${latencyObjective.toMilliseconds() / 1000} s`]),
  ];
  return `${name}: ${workload.kind} on ${flinkVersion}\n${facts.join(' · ')}`;
}

function decisions(plan: TuningPlan): string {
  const rows = plan.decisions.map(({ title, value, low, high, reason, basis }) => [
    title,
    value.text,
    range(low, high),
    basis === DecisionBasis.EXPLICIT ? `* ${reason}` : reason,
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
    name, mebibytes(bytes).padStart(10), bar(bytes, taskManager.totalProcess), use,
  ]);
  const title = `MEMORY OF A TASKMANAGER: ${mebibytes(taskManager.totalProcess)}, ${taskSlots} ${taskSlots === 1 ? 'slot' : 'slots'}`;
  const lines = [title, textTable(rows, WIDTH, '  ')];
  if (rocksDb !== undefined) {
    lines.push(`  RocksDB in one slot: block cache ${mebibytes(rocksDb.cacheCapacity)}, of which write buffers ${mebibytes(rocksDb.writeBufferManagerCapacity)}`
      + (rocksDb.arenaBlockFits ? '' : '; too little for one write buffer, RocksDB will flush all the time'));
  }
  return lines.join('\n');
}

function settings(all: ProvenSetting[]): string {
  const authors = [...new Set(all.sort((a, b) => a.rank - b.rank).map(({ by }) => by))];
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
