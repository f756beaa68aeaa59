import { managedMebibytes } from './managed-memory';
import { networkMebibytes } from './network-memory';
import { heapOfTaskManager } from './task-heap';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { jvmMemoryBesideFlink } from '../../flink/memory/process-memory';
import { TASK_MANAGER_PROCESS } from '../../flink/memory/task-manager-memory';
import { MEBIBYTE } from '../../units/bytes';
import { Cpu } from '../../units/cpu';
import { grouped } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';
import { Bound } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { roundingStep } from '../decision/rounding-step';
import { coresInUse } from '../slots/cpu-demand';
import { PlacedJob } from '../slots/placed-job';
import { MOST_CORES_PER_SLOT } from '../slots/shape';

/** Framework heap and off-heap, by Flink's defaults. */
const FRAMEWORK = 256n * MEBIBYTE;
/** Process sizes come in steps of this, in MiB, so that pods of many jobs pack. */
const LARGEST_STEP = 256;
/** What a TaskManager takes before any work: framework, metaspace, the least overhead and network, and the heap of a slot; a little less. */
const EMPTY_TASK_MANAGER = 896;

export function taskManagerCpu(job: PlacedJob): Decided<Cpu> {
  const { facts, location, shape: { parallelism, taskSlots, taskManagers } } = job;
  const { profile: { coresPerSlot }, request } = facts;
  const demand = coresInUse(facts, { location, taskManagers }, 'value');
  const perSlot = Math.max(1, Math.min(demand / parallelism, MOST_CORES_PER_SLOT));
  const cores = (ofSlot: number) => Cpu.millis(Math.ceil(1000 * taskSlots * ofSlot));
  return new Decided('task-manager-cpu', cores(perSlot), request.taskManagerCpu, Amount._cpu, () => ({
    title: 'TaskManager CPU',
    low: cores(coresPerSlot === 1 ? 0.5 : 0.25),
    high: cores(Math.max(coresPerSlot, perSlot)),
    reason: 'each slot gets a core, or more where its work asks for them; a smaller request is throttled and looks like backpressure',
    inputs: [`task slots ${taskSlots}`, `parallelism ${parallelism}`, `CPU for the work ${grouped(demand)} cores`],
    rule: 'cores-per-slot',
    source: coresPerSlot === 1
      ? 'tuning chapter §2: CPU-bound, one slot per core; below one core per slot busy time misleads the autoscaler'
      : 'tuning chapter §2: I/O-bound, one slot per two cores; AWS disagrees and gives two to four slots to one core',
    measured: facts.calibration.recordsPerSecondPerCore !== undefined,
  }));
}

/** The process that leaves the task heap what it needs, found backwards through Flink's own arithmetic. */
function processOf(job: PlacedJob, at: Bound): MemorySize {
  return processFor(heapOfTaskManager(job, at), managedMebibytes(job, at), networkMebibytes(job, at), job.shape.taskManagers);
}

/** What the rules ask for, whatever was set. */
export function derivedProcess(job: PlacedJob): { readonly low: MemorySize; readonly value: MemorySize } {
  return { low: processOf(job, 'low'), value: processOf(job, 'value') };
}

export function taskManagerProcess(job: PlacedJob): Decided<MemorySize> {
  const { shape: { taskManagers } } = job;
  const process = (at: Bound) => processOf(job, at);
  return new Decided('task-manager-memory', process('value'), job.facts.request.taskManagerMemory, Amount._memory, () => {
    const { assume, state } = job.facts;
    return {
      title: 'TaskManager memory',
      low: process('low'),
      high: process('high'),
      reason: `the smallest process in which Flink's arithmetic leaves each part what it needs, in steps of ${roundingStep(taskManagers, EMPTY_TASK_MANAGER, LARGEST_STEP)} MiB`,
      inputs: [
        `task heap ${grouped(Math.ceil(heapOfTaskManager(job, 'value')))} MiB`,
        `managed memory ${grouped(managedMebibytes(job, 'value'))} MiB`,
        `network memory ${grouped(networkMebibytes(job, 'value'))} MiB`,
      ],
      rule: 'process-from-its-parts',
      source: 'Flink: TaskExecutorProcessUtils, backwards',
      measured: assume.cacheHitRate.replacedBy === 'measurement' || state.knowledge === 'measured',
    };
  });
}

/** Total Flink memory is the sum of the pools, in MiB; on top come what the JVM takes and the rounding, which task heap gets. */
export function processFor(
  taskHeap: number, managed: number, network: number, taskManagers: number, settings: FlinkSettings = new Map(),
): MemorySize {
  const flink = FRAMEWORK + BigInt(Math.ceil((taskHeap + managed + network) * Number(MEBIBYTE)));
  const { jvmMetaspace, jvmOverhead } = jvmMemoryBesideFlink(settings, TASK_MANAGER_PROCESS, flink);
  const step = BigInt(roundingStep(taskManagers, EMPTY_TASK_MANAGER, LARGEST_STEP)) * MEBIBYTE;
  return MemorySize._of(((flink + jvmMetaspace + jvmOverhead + step - 1n) / step) * step);
}
