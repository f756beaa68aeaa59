import { Cpu } from '../../units/cpu';
import { MemorySize } from '../../units/memory-size';
import { Bound, OPPOSITE } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { SizingFacts } from '../facts/sizing-facts';

const MOST_CORES = 4;
const FLOOR = { value: 1024, low: 1024, high: 2048 };
/** What a JobManager takes before it coordinates anything, in MiB: JVM, framework, REST. */
const BASE = 896;
const STEP = 256;

export function jobManagerCpu({ request, assume, profile }: SizingFacts, parallelism: number): Decided<Cpu> {
  const tasks = parallelism * profile.operators;
  const cores = (bound: Bound) => Cpu.cores(Math.min(MOST_CORES, Math.max(1, Math.ceil(tasks / assume.jobManagerTasksPerCore[OPPOSITE[bound]]))));
  return new Decided('job-manager-cpu', cores('value'), request.jobManagerCpu, Amount._cpu, () => ({
    title: 'JobManager CPU',
    low: Cpu.cores(0.5),
    high: Cpu.cores(Math.max(2, cores('high').amountInCores)),
    reason: 'coordination is off the path of the records; a core keeps checkpoints and restarts swift, more of them where tasks are many',
    inputs: [`tasks ${tasks}`],
    rule: 'job-manager-cores-by-tasks',
    source: `tuning chapter §2: typically 1 CPU; its staging environment runs 0.5; tasks of a core: ${assume.jobManagerTasksPerCore.source}`,
  }));
}

export function jobManagerProcess({ request, assume, profile }: SizingFacts, parallelism: number): Decided<MemorySize> {
  const tasks = parallelism * profile.operators;
  const process = (bound: Bound) => MemorySize.ofMebibytes(
    Math.max(FLOOR[bound], Math.ceil((BASE + tasks * assume.jobManagerPerTask[bound]) / STEP) * STEP),
  );
  return new Decided('job-manager-memory', process('value'), request.jobManagerMemory, Amount._memory, () => ({
    title: 'JobManager memory',
    low: process('low'),
    high: process('high'),
    reason: 'grows with the tasks that it coordinates and whose checkpoints it collects',
    inputs: [`tasks ${tasks}`],
    rule: 'job-manager-by-tasks',
    source: `tuning chapter §2: 1–2 GB to start with; flink-estimator 2 to 8 GB by the number of keys; ${assume.jobManagerPerTask.source}`,
  }));
}
