import { SessionRequest } from './session-request';
import { SessionValues } from './session-values';
import { Cpu } from '../../units/cpu';
import { grouped } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';
import { Decided, Reasoned } from '../decision/decide';
import { Amount } from '../decision/decision';
import { assumptionsOf } from '../facts/assumptions';
import { RocksDbTuning } from '../memory/rocksdb-tuning';
import { processFor } from '../memory/task-manager';
import { TuningPlan } from '../plan/tuning-plan';

type TaskManagerValues = Pick<SessionValues,
| 'taskManagers' | 'taskManagerCpu' | 'taskManagerMemory' | 'managedMemory' | 'networkMemory' | 'jvmMetaspace' | 'localDisk' | 'rocksDb'>;
type JobManagerValues = Pick<SessionValues, 'jobManagerCpu' | 'jobManagerMemory'>;

/** Values, and what to tell about them when somebody asks. */
interface Processes<Values> {
  readonly values: Values;
  readonly decided: () => Reasoned[];
}

const SOURCE = 'Flink docs, session mode: jobs share TaskManagers and JobManager';
const DEFAULT_METASPACE = 256;
/** Sizes of a JobManager come in steps of this, in MiB, above what it takes before it coordinates anything. */
const [JOB_MANAGER_BASE, STEP] = [896, 256];

/** A TaskManager in which any slot can run any of the jobs: of each part as much as the neediest job has. */
export function sessionTaskManager(jobs: TuningPlan[], taskSlots: number, { shared }: SessionRequest): Processes<TaskManagerValues> {
  const slots = jobs.reduce((sum, { parallelism }) => sum + parallelism, 0);
  const taskManagers = Math.ceil(slots / taskSlots);
  const cpu = shared.taskManagerCpu ?? largestCpu(jobs.map(({ taskManagerCpu }) => taskManagerCpu));
  const managed = largestOf(jobs, ({ managedMemory }) => managedMemory);
  const network = largestOf(jobs, ({ networkMemory }) => networkMemory);
  const given = shared.taskManagerMemory;
  const metaspace = DEFAULT_METASPACE + (jobs.length - 1) * assumptionsOf(shared.assumptions).metaspacePerJob.value;
  const settings = new Map([['taskmanager.memory.jvm-metaspace.size', `${metaspace}m`]]);
  // A part of its own for each job, unless there is only one.
  const memory = given ?? (jobs.length === 1 ? jobs[0].taskManagerMemory
    : processFor(heapOf(jobs), managed?.mebibytes ?? 0, network?.mebibytes ?? 0, taskManagers, settings));
  const values: TaskManagerValues = {
    taskManagers,
    taskManagerCpu: cpu,
    taskManagerMemory: memory,
    managedMemory: managed,
    networkMemory: network,
    jvmMetaspace: given !== undefined || jobs.length === 1 ? undefined : MemorySize.ofMebibytes(metaspace),
    localDisk: largestOf(jobs, ({ localDisk }) => localDisk),
    rocksDb: rocksDbOf(jobs),
  };
  const inputs = [`jobs ${jobs.length}`, `slots of all jobs ${grouped(slots)}`, `task slots ${taskSlots}`];
  const decided = () => [
    new Decided('task-managers', taskManagers, undefined, (value) => Amount._count(value, ''), () => ({
      title: 'TaskManagers', low: taskManagers, high: taskManagers, reason: 'as many as give every parallel instance of every job a slot', inputs, rule: 'slots-cover-all-jobs', source: SOURCE,
    })),
    new Decided('task-manager-cpu', cpu, shared.taskManagerCpu, Amount._cpu, () => ({
      title: 'TaskManager CPU',
      ...rangeOf(jobs, 'task-manager-cpu', (cores) => Cpu.cores(cores), cpu),
      reason: 'what the neediest job asks for, because any slot can run any job',
      inputs,
      rule: 'neediest-job',
      source: SOURCE,
    })),
    new Decided('task-manager-memory', memory, given, Amount._memory, () => ({
      title: 'TaskManager memory',
      ...rangeOf(jobs, 'task-manager-memory', (mebibytes) => MemorySize.ofMebibytes(mebibytes), memory),
      reason: 'heap, managed and network memory of the neediest job each, and the classes of all',
      inputs,
      rule: 'neediest-job',
      source: SOURCE,
    })),
  ];
  return { values, decided };
}

/** One JobManager coordinates all jobs: what each adds to an idle one, together. */
export function sessionJobManager(jobs: TuningPlan[], { shared }: SessionRequest): Processes<JobManagerValues> {
  const added = jobs.reduce((sum, { jobManagerMemory }) => sum + jobManagerMemory.mebibytes - JOB_MANAGER_BASE, 0);
  const derived = MemorySize.ofMebibytes(Math.ceil((JOB_MANAGER_BASE + added) / STEP) * STEP);
  const memory = shared.jobManagerMemory ?? derived;
  const cpu = shared.jobManagerCpu ?? largestCpu(jobs.map(({ jobManagerCpu }) => jobManagerCpu));
  const inputs = [`jobs ${jobs.length}`, `${grouped(added)} MiB added to an idle JobManager's ${JOB_MANAGER_BASE} MiB`];
  const decided = () => [
    new Decided('job-manager-cpu', cpu, shared.jobManagerCpu, Amount._cpu, () => ({
      title: 'JobManager CPU',
      ...rangeOf(jobs, 'job-manager-cpu', (cores) => Cpu.cores(cores), cpu),
      reason: 'coordination is off the path of the records; the job with the most tasks decides',
      inputs,
      rule: 'neediest-job',
      source: SOURCE,
    })),
    new Decided('job-manager-memory', derived, shared.jobManagerMemory, Amount._memory, () => ({
      title: 'JobManager memory', low: derived, high: derived, reason: 'one JobManager coordinates all jobs, so what each adds comes together', inputs, rule: 'job-manager-sums-jobs', source: SOURCE,
    })),
  ];
  return { values: { jobManagerCpu: cpu, jobManagerMemory: memory }, decided };
}

/** One set of options serves all jobs: what one needs to keep up, all get; timers go to the heap only where all of them fit there. */
function rocksDbOf(jobs: TuningPlan[]): RocksDbTuning | undefined {
  const tunings = jobs.flatMap(({ rocksDb }) => rocksDb ?? []);
  return tunings.length === 0 ? undefined : {
    bloomFilter: tunings.some(({ bloomFilter }) => bloomFilter),
    partitionedIndexFilters: tunings.some(({ partitionedIndexFilters }) => partitionedIndexFilters),
    backgroundThreads: Math.max(...tunings.map(({ backgroundThreads }) => backgroundThreads)),
    timersOnHeap: tunings.every(({ timersOnHeap }) => timersOnHeap),
    predefinedOptions: tunings[0].predefinedOptions,
  };
}

function heapOf(jobs: TuningPlan[]): number {
  return Math.max(...jobs.map((plan) => plan.tryDecision('task-heap')?.value.value ?? 0));
}

function largestOf(jobs: TuningPlan[], part: (plan: TuningPlan) => MemorySize | undefined): MemorySize | undefined {
  const sizes = jobs.flatMap((plan) => part(plan)?.mebibytes ?? []);
  return sizes.length === 0 ? undefined : MemorySize.ofMebibytes(Math.max(...sizes));
}

function largestCpu(all: Cpu[]): Cpu {
  return Cpu.millis(Math.max(...all.map(({ amountInMillis }) => amountInMillis)));
}

/** From the lowest that the neediest job could do with to the highest, with the value between. */
function rangeOf<T extends Cpu | MemorySize>(
  jobs: TuningPlan[], quantity: string, of: (amount: number) => T, value: T,
): { readonly low: T; readonly high: T } {
  const decisions = jobs.flatMap((plan) => plan.tryDecision(quantity) ?? []);
  const amount = value instanceof Cpu ? value.amountInCores : value.mebibytes;
  const largest = (bound: 'low' | 'high') => Math.max(...decisions.map((decision) => decision[bound].value ?? amount));
  return { low: of(Math.min(largest('low'), amount)), high: of(Math.max(largest('high'), amount)) };
}
