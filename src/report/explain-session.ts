import { aroundTheJob } from './around-the-job';
import { decisionTable } from './decision-table';
import { Explained, WIDTH } from './explained';
import { findingList } from './finding-list';
import { inheritedList } from './inherited-list';
import { memoryPicture } from './memory-picture';
import { settingsByAuthor } from './settings-by-author';
import { textTable } from './text-table';
import { SessionPlan } from '../sizing/session/session-plan';
import { grouped } from '../units/grouped-number';

/** Everything that can be told about one session cluster. */
export interface ExplainedSession extends Omit<Explained, 'plan'> {
  readonly plan: SessionPlan;
}

/** The sizes of a session cluster and why, its jobs, the memory that follows, and the settings with their authors, as text for a terminal. */
export function explainSession(explained: ExplainedSession): string {
  return [
    heading(explained),
    ...findingList(explained.findings, WIDTH),
    ...inheritedList(explained.inherited, WIDTH),
    ...decisionTable(explained, WIDTH),
    jobs(explained),
    memoryPicture(explained.cluster, WIDTH),
    aroundTheJob(explained.cluster, WIDTH),
    settingsByAuthor(explained, WIDTH),
  ].join('\n\n') + '\n';
}

function heading({ name, flinkVersion, plan }: ExplainedSession): string {
  const { jobs: hosted, taskManagers, taskSlots, taskManagerCpu, taskManagerMemory, jobManagers, jobManagerCpu, jobManagerMemory, localDisk } = plan;
  const disk = localDisk === undefined ? [] : [`${localDisk} of local disk`];
  const rows = [
    [`${grouped(taskManagers)} ${taskManagers === 1 ? 'TaskManager' : 'TaskManagers, each'}`,
      [`${taskManagerCpu}`, `${grouped(taskManagerMemory.mebibytes)} MiB`, `${taskSlots} ${taskSlots === 1 ? 'slot' : 'slots'}`, ...disk].join(' · ')],
    [`${grouped(jobManagers)} ${jobManagers === 1 ? 'JobManager' : 'JobManagers, each'}`, `${jobManagerCpu} · ${grouped(jobManagerMemory.mebibytes)} MiB`],
  ];
  return [
    `${name}: session cluster for ${hosted.length} ${hosted.length === 1 ? 'job' : 'jobs'} on ${flinkVersion}`,
    `asks for ${plan.totalCpu} and ${grouped(plan.totalMemory.mebibytes)} MiB when all of them run:`,
    textTable(rows, WIDTH, '  '),
  ].join('\n');
}

function jobs({ plan }: ExplainedSession): string {
  const rows = plan.jobs.map(({ workload: { kind, stateful, facts }, parallelism, maxParallelism, expectedState, checkpoints }) => [
    kind,
    `${grouped(facts.throughput.recordsPerSecond)} records/s`,
    `parallelism ${parallelism} of ${maxParallelism}`,
    [stateful ? `${expectedState} of state` : 'no state', ...(checkpoints === undefined ? [] : [`a checkpoint every ${checkpoints.interval.toSeconds()} s`])].join(' · '),
  ]);
  return `JOBS\n${textTable(rows, WIDTH, '  ')}`;
}
