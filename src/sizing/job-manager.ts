import { Bound } from './constants';
import { Decided } from './decide';
import { Amount } from './decision';
import { SizingFacts } from './sizing-facts';
import { Cpu } from '../units/cpu';
import { MemorySize } from '../units/memory-size';

const CPU = { value: 1, low: 0.5, high: 2, source: 'tuning chapter §2: typically 1 CPU; its staging environment runs 0.5' };
const FLOOR = { value: 1024, low: 1024, high: 2048, source: 'tuning chapter §2: 1–2 GB to start with' };
/** What a JobManager takes before it coordinates anything, in MiB: JVM, framework, REST. */
const BASE = 896;
const STEP = 256;

export function jobManagerCpu({ request }: SizingFacts): Decided<Cpu> {
  return new Decided('job-manager-cpu', Cpu.cores(CPU.value), request.jobManagerCpu, Amount._cpu, () => ({
    title: 'JobManager CPU',
    low: Cpu.cores(CPU.low),
    high: Cpu.cores(CPU.high),
    reason: 'coordination is off the path of the records; one core keeps checkpoints and restarts swift',
    inputs: [],
    rule: 'job-manager-one-core',
    source: CPU.source,
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
    source: `${FLOOR.source}; ${assume.jobManagerPerTask.source}`,
  }));
}
