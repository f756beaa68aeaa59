import { readBoolean, readDecimal } from '../../flink/configuration/option-reading';
import { kubernetesCpu, nativeTaskManagerCpu } from '../../flink/task-manager-cpu';
import { autoscalerOption } from '../../operator/admission/autoscaler-rules';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

const LEAST_OF_SLOT = 0.5;
const LEAST_OF_JOB_MANAGER = 0.5;
const MOST_OF_SLOT = 3;
const JOB_MANAGER_CPU = { key: 'kubernetes.jobmanager.cpu.amount', older: ['kubernetes.jobmanager.cpu'] };

export const crowdedSlots: Rule = {
  id: 'crowded-slots',
  pack: Pack.PRODUCTION,
  category: Category.SLOTS,
  severity: Severity.WARNING,
  title: 'slots that share too little CPU',
  why: 'slots divide managed memory and nothing else: their threads, RocksDB\'s and the garbage collector\'s wait for one limit of CPU, which looks like back pressure; below a whole CPU the autoscaler takes a slot for faster than it is',
  fix: 'give taskManager.resource.cpu one CPU for each slot, or take fewer slots',
  source: 'tuning chapter §2: a slot for each CPU, throttling looks like back pressure; Flink docs, Flink Architecture: no CPU isolation; review of the operator\'s pull request 586',
  fires: 'flinkConfiguration: { taskmanager.numberOfTaskSlots: "8" }',
  passes: 'flinkConfiguration: { taskmanager.numberOfTaskSlots: "2" }',
  check: (cluster) => {
    const cpu = cpuOf(cluster);
    const autoscaler = readBoolean(cluster.configuration, autoscalerOption('enabled'), false);
    const least = autoscaler ? 1 : LEAST_OF_SLOT;
    return cpu === undefined || cpu / cluster.taskSlots >= least ? [] : [finding(
      ['spec', 'taskManager', 'resource', 'cpu'], `${cluster.taskSlots === 1 ? 'the slot has' : `${cluster.taskSlots} slots share`} ${cpu} CPU${autoscaler ? ', by which the autoscaler measures wrongly' : ''}`,
      String(cpu), `${least * cluster.taskSlots} and more`, `${rounded(cpu / cluster.taskSlots)} CPU for each slot`)];
  },
};

export const idleCpu: Rule = {
  id: 'idle-cpu',
  pack: Pack.COST,
  category: Category.SLOTS,
  severity: Severity.INFO,
  title: 'more CPU than the subtasks of a slot can use',
  why: 'a chain of operators runs on one thread, so that a slot with a few chains keeps a few CPUs busy at most',
  fix: 'take more slots with a higher parallelism, or less CPU',
  source: 'Flink Task: a thread for each subtask; tuning chapter §2: a slot for each CPU',
  fires: 'taskManager: { resource: { cpu: 16 } }',
  passes: 'taskManager: { resource: { cpu: 2 } }',
  check: (cluster) => {
    const cpu = cpuOf(cluster);
    return cpu === undefined || cpu / cluster.taskSlots <= MOST_OF_SLOT ? [] : [finding(
      ['spec', 'taskManager', 'resource', 'cpu'], `${cluster.taskSlots === 1 ? 'one slot has' : `${cluster.taskSlots} slots have`} ${cpu} CPU`,
      String(cpu), `up to ${MOST_OF_SLOT * cluster.taskSlots}`, `${rounded(cpu / cluster.taskSlots)} CPU for each slot`)];
  },
};

export const throttledJobManager: Rule = {
  id: 'throttled-job-manager',
  pack: Pack.PRODUCTION,
  category: Category.SLOTS,
  severity: Severity.INFO,
  title: 'a JobManager with a fraction of a CPU',
  why: 'the request is the limit too: starting, deploying a large graph and finishing checkpoints are throttled, and heartbeats that wait for it time out',
  fix: 'give jobManager.resource.cpu 1',
  source: 'tuning chapter §2: 1 CPU to start with; Flink KubernetesUtils.getResourceRequirements: limit factor 1',
  fires: 'jobManager: { resource: { cpu: 0.25 } }',
  passes: 'jobManager: { resource: { cpu: 1 } }',
  check: ({ configuration }) => {
    const cpu = readDecimal(configuration, JOB_MANAGER_CPU, 1);
    const limit = cpu * readDecimal(configuration, 'kubernetes.jobmanager.cpu.limit-factor', 1);
    return limit >= LEAST_OF_JOB_MANAGER ? [] : [finding(
      ['spec', 'jobManager', 'resource', 'cpu'], 'the JobManager is throttled to a fraction of a CPU', String(cpu), `${LEAST_OF_JOB_MANAGER} and more`, `limit ${rounded(limit)} CPU`)];
  },
};

export const impliedCpu: Rule = {
  id: 'implied-cpu',
  pack: Pack.STRICT,
  category: Category.SLOTS,
  severity: Severity.INFO,
  title: 'CPU that nobody has written',
  why: 'a JobManager gets one CPU and a TaskManager one for each slot, so that a change of the slots changes what the cluster asks for',
  fix: 'write jobManager.resource.cpu and taskManager.resource.cpu',
  source: 'Flink KubernetesConfigOptions.JOB_MANAGER_CPU, TaskExecutorProcessUtils.getCpuCoresWithFallback',
  fires: 'taskManager: { resource: { cpu: null } }',
  passes: 'taskManager: { resource: { cpu: 2 } }',
  check: (cluster) => {
    const { configuration, manifest: { spec } } = cluster;
    const jobManager = JOB_MANAGER_CPU.older.concat(JOB_MANAGER_CPU.key).every((key) => !configuration.has(key));
    const taskManager = spec.mode !== 'standalone' && !configuration.has('taskmanager.cpu.cores') && !(kubernetesCpu(configuration) > 0);
    return [
      ...(jobManager ? [finding(['spec', 'jobManager', 'resource', 'cpu'], 'the JobManager gets Flink\'s own amount of CPU', 'nothing', 'an amount', '1 CPU')] : []),
      ...(taskManager ? [finding(['spec', 'taskManager', 'resource', 'cpu'], 'a TaskManager gets a CPU for each slot', 'nothing', 'an amount', `${cluster.taskSlots} CPU`)] : []),
    ];
  },
};

/** CPU of a TaskManager; nothing where standalone TaskManagers have none, which a rule of its own says. */
function cpuOf({ configuration, manifest: { spec } }: EffectiveCluster): number | undefined {
  const cpu = spec.mode === 'standalone' ? kubernetesCpu(configuration) : nativeTaskManagerCpu(configuration);
  return cpu > 0 ? cpu : undefined;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function finding(path: ManifestPath, what: string, got: string, allowed: string, becomes: string): Finding {
  return { path, what, got, allowed, becomes };
}
