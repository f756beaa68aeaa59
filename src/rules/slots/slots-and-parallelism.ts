import { nativeTaskManagerCpu } from '../../flink/task-manager-cpu';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { autoscalerActs } from '../autoscaler/acting-autoscaler';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { isWholeCluster } from '../whole-cluster';

const MAX_PARALLELISM = 'pipeline.max-parallelism';
/** Without checkpoints there is no state that a later max parallelism could lose. */
const INTERVAL = 'execution.checkpointing.interval';
const MEBIBYTE = 1024n ** 2n;
/** `KeyGroupRangeAssignment`: least and most that Flink takes by itself. */
const LEAST = 128;
const MOST = 32768;

export const idleSlots: Rule = {
  id: 'idle-slots',
  pack: Pack.COST,
  category: Category.SLOTS,
  severity: Severity.INFO,
  title: 'slots that no subtask ever fills',
  why: 'whole TaskManagers are asked for, and what the parallelism leaves of the last one is paid for, its share of managed memory too',
  fix: 'make the parallelism a multiple of taskmanager.numberOfTaskSlots, or take fewer slots',
  source: 'Flink SlotManager: whole TaskManagers for the slots that a job needs; operator FlinkConfigBuilder.getParallelism',
  fires: 'job: { parallelism: 5 }',
  passes: 'job: { parallelism: 6 }',
  check: (cluster) => {
    const { manifest: { spec }, parallelism, taskSlots, configuration } = cluster;
    const slots = Math.ceil(parallelism / taskSlots) * taskSlots;
    const fixed = isWholeCluster(cluster) && spec.mode !== 'standalone' && !autoscalerActs(configuration);
    return spec.job === undefined || !fixed || slots === parallelism ? [] : [{
      path: ['spec', 'job', 'parallelism'],
      what: `parallelism ${parallelism} does not fill TaskManagers of ${taskSlots} slots`,
      got: `${slots} slots in ${slots / taskSlots === 1 ? 'one TaskManager' : `${slots / taskSlots} TaskManagers`}`,
      allowed: `parallelism ${slots - taskSlots > 0 ? `${slots - taskSlots} or ` : ''}${slots}`,
      becomes: `${slots - parallelism} of ${slots} slots idle: ${idleShare(cluster, slots - parallelism)}`,
    }];
  },
};

export const unsetMaxParallelism: Rule = {
  id: 'unset-max-parallelism',
  pack: Pack.PRODUCTION,
  category: Category.SLOTS,
  severity: Severity.INFO,
  title: 'no max parallelism',
  why: 'Flink takes one by the parallelism of the first start, and it cannot be changed any more without dropping the state',
  fix: 'set pipeline.max-parallelism before the first start, to a number with many divisors such as 120, 360 or 720; for a job that has state already, to what it has now',
  source: 'Flink KeyGroupRangeAssignment.computeDefaultMaxParallelism; Flink docs, Production Readiness Checklist',
  fires: `flinkConfiguration: { ${MAX_PARALLELISM}: null }`,
  passes: `flinkConfiguration: { ${MAX_PARALLELISM}: "120" }`,
  check: ({ configuration, parallelism, manifest: { spec: { job } } }) => {
    const batch = configuration.get('execution.runtime-mode')?.trim().toUpperCase() === 'BATCH';
    const taken = Math.min(Math.max(2 ** Math.ceil(Math.log2(parallelism + Math.floor(parallelism / 2))), LEAST), MOST);
    return job === undefined || batch || !configuration.has(INTERVAL) || configuration.has(MAX_PARALLELISM) ? [] : [{
      path: optionPath(MAX_PARALLELISM),
      what: 'the largest parallelism of this job is decided by its first start',
      got: 'nothing, unless the code of the job sets it',
      allowed: `${parallelism} to ${MOST}`,
      becomes: `${taken}, for as long as the job has state`,
    }];
  },
};

/** What the idle slots hold of their TaskManager. */
function idleShare(cluster: EffectiveCluster, idle: number): string {
  const cpu = Math.round(nativeTaskManagerCpu(cluster.configuration) * idle * 100 / cluster.taskSlots) / 100;
  const memory = cluster.taskManager.totalProcess * BigInt(idle) / BigInt(cluster.taskSlots) / MEBIBYTE;
  return `${cpu} CPU and ${memory} MiB`;
}
