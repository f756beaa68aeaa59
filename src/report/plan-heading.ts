import { Explained } from './explained';
import { mebibytes } from './mebibytes';
import { textTable } from './text-table';
import { EffectiveCluster } from '../operator/effective-cluster';
import { podFootprint, PodFootprint } from '../operator/pods/pod-footprint';
import { grouped } from '../units/grouped-number';

/** What is deployed, from which facts, and what it asks the cluster for. */
export function planHeading({ name, flinkVersion, plan, cluster }: Explained, width: number): string {
  const { facts: { throughput: { recordsPerSecond, peakRecordsPerSecond, averageRecordBytes, growth }, ...facts }, stateful } = plan.workload;
  const seconds = { latency: facts.latencyObjective, recovery: facts.recoveryTimeObjective };
  const stated = [
    `${grouped(recordsPerSecond)} ${recordsPerSecond === 1 ? 'record' : 'records'}/s of ${grouped(averageRecordBytes)} B`,
    ...(peakRecordsPerSecond > recordsPerSecond ? [`peak ${grouped(peakRecordsPerSecond)}`] : []),
    ...(growth > 1 ? [`${grouped(growth)} times as much in the end`] : []),
    stateful ? `${plan.expectedState} of state${facts.expectedState === undefined ? facts.distinctKeys === undefined ? ' (assumed)' : ' (from its keys)' : ''}` : 'no state',
    ...(facts.sourcePartitions === undefined ? [] : [`${grouped(facts.sourcePartitions)} source partitions`]),
    ...(seconds.latency === undefined ? [] : [`answers within ${seconds.latency.toMilliseconds() / 1000} s`]),
    ...(seconds.recovery === undefined ? [] : [`back ${seconds.recovery.toMilliseconds() / 1000} s after a failure`]),
  ];
  const { taskManagers, taskManager, taskSlots, jobManager } = cluster;
  const [jobManagerPod, taskManagerPod] = podsOf(cluster);
  const jobManagers = cluster.manifest.spec.jobManager?.replicas ?? 1;
  const cores = Number(BigInt(taskManagers) * taskManagerPod.requests.cpu + BigInt(jobManagers) * jobManagerPod.requests.cpu) / 1000;
  const memory = BigInt(taskManagers) * taskManagerPod.requests.memory + BigInt(jobManagers) * jobManagerPod.requests.memory;
  const disk = plan.localDisk === undefined ? [] : [`${plan.localDisk} of local disk`];
  const pods = [
    [`${grouped(taskManagers)} ${taskManagers === 1 ? 'TaskManager' : 'TaskManagers, each'}`,
      [coresText(plan.taskManagerCpu.amountInCores), mebibytes(taskManager.totalProcess), `${taskSlots} ${taskSlots === 1 ? 'slot' : 'slots'}`, ...disk, ...besideFlink(taskManagerPod)].join(' · ')],
    [`${grouped(jobManagers)} ${jobManagers === 1 ? 'JobManager' : 'JobManagers, each'}`, [coresText(plan.jobManagerCpu.amountInCores), mebibytes(jobManager.totalProcess), ...besideFlink(jobManagerPod)].join(' · ')],
  ];
  return [
    `${name}: ${plan.workload.kind} on ${flinkVersion}${cluster.manifest.spec.mode === 'standalone' ? ', standalone' : ''}`,
    textTable([[stated.join(' · ')]], width),
    `asks for ${coresText(cores)} and ${mebibytes(memory)} in all:`,
    textTable(pods, width, '  '),
  ].join('\n');
}

/** The pods of JobManager and TaskManager as the scheduler counts them. */
function podsOf({ pods: { jobManager, taskManager } }: EffectiveCluster): [jobManager: PodFootprint, taskManager: PodFootprint] {
  const taskManagerSpec = taskManager.kind === 'Pod' ? taskManager.spec : taskManager.spec.template.spec;
  return [podFootprint(jobManager.deployment.spec.template.spec), podFootprint(taskManagerSpec)];
}

function besideFlink({ besideMain: { requests: { cpu, memory } } }: PodFootprint): string[] {
  return cpu + memory === 0n ? [] : [`beside Flink ${coresText(Number(cpu) / 1000)} and ${mebibytes(memory)}`];
}

function coresText(cores: number): string {
  return `${grouped(cores)} ${cores === 1 ? 'core' : 'cores'}`;
}
