import { Explained } from './explained';
import { mebibytes } from './mebibytes';
import { textTable } from './text-table';
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
  const cores = taskManagers * plan.taskManagerCpu.amountInCores + plan.jobManagerCpu.amountInCores;
  const memory = BigInt(taskManagers) * taskManager.totalProcess + jobManager.totalProcess;
  const disk = plan.localDisk === undefined ? [] : [`${plan.localDisk} of local disk`];
  const pods = [
    [`${grouped(taskManagers)} ${taskManagers === 1 ? 'TaskManager' : 'TaskManagers, each'}`,
      [coresText(plan.taskManagerCpu.amountInCores), mebibytes(taskManager.totalProcess), `${taskSlots} ${taskSlots === 1 ? 'slot' : 'slots'}`, ...disk].join(' · ')],
    ['1 JobManager', [coresText(plan.jobManagerCpu.amountInCores), mebibytes(jobManager.totalProcess)].join(' · ')],
  ];
  return [
    `${name}: ${plan.workload.kind} on ${flinkVersion}${cluster.manifest.spec.mode === 'standalone' ? ', standalone' : ''}`,
    textTable([[stated.join(' · ')]], width),
    `asks for ${coresText(cores)} and ${mebibytes(memory)} in all:`,
    textTable(pods, width, '  '),
  ].join('\n');
}

function coresText(cores: number): string {
  return `${grouped(cores)} ${cores === 1 ? 'core' : 'cores'}`;
}
