import { heapOfTaskManager } from './task-heap';
import { jvmMemoryOfProcess } from '../../flink/memory/process-memory';
import { TASK_MANAGER_PROCESS } from '../../flink/memory/task-manager-memory';
import { grouped } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';
import { Bound } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { StateLocation } from '../facts/state-location';
import { PlacedJob, stateOfSlot } from '../slots/placed-job';

/** The task heap that the process is made for; rounding gives it what is left over. */
export function taskHeap(job: PlacedJob): Decided<MemorySize> {
  const heap = (at: Bound) => MemorySize.ofMebibytes(Math.ceil(heapOfTaskManager(job, at)));
  return new Decided('task-heap', heap('value'), undefined, Amount._memory, () => {
    const { facts: { assume, state }, location, shape } = job;
    const onHeap = location === StateLocation.HEAP && state.mebibytes > 0;
    return {
      title: 'Task heap',
      low: heap('low'),
      high: heap('high'),
      reason: `user code and operators${onHeap ? ', and the state as objects' : ''}, in each slot; look-ups under way where there are any`,
      inputs: [
        `task slots ${shape.taskSlots}`,
        ...(onHeap ? [`state of a slot ${grouped(Math.ceil(stateOfSlot(job)))} MiB, as objects × ${assume.heapObjectFactor.value}`] : []),
      ],
      rule: 'heap-by-slot',
      source: onHeap ? `${assume.slotHeap.source}; ${assume.heapObjectFactor.source}` : assume.slotHeap.source,
      measured: onHeap && state.knowledge === 'measured',
    };
  });
}

/** What Flink's arithmetic gives the JVM of such a process: metaspace as it is by default, overhead by its share. */
export function jvmParts(process: MemorySize): Decided<MemorySize>[] {
  const { jvmMetaspace, jvmOverhead } = jvmMemoryOfProcess(new Map(), TASK_MANAGER_PROCESS, process._bytes);
  return [
    new Decided('jvm-metaspace', MemorySize._of(jvmMetaspace), undefined, Amount._memory, () => ({
      title: 'JVM metaspace',
      low: MemorySize.ofMebibytes(128),
      high: MemorySize.ofMebibytes(512),
      reason: 'classes of Flink and of one job; a job with many libraries says OutOfMemoryError: Metaspace at its first start',
      inputs: [],
      rule: 'metaspace-by-default',
      source: 'Flink option taskmanager.memory.jvm-metaspace.size, 256 MiB; the range is our assumption',
    })),
    new Decided('jvm-overhead', MemorySize._of(jvmOverhead), undefined, Amount._memory, () => ({
      title: 'JVM overhead',
      low: MemorySize.ofMebibytes(192),
      high: MemorySize.ofMebibytes(1024),
      reason: 'thread stacks, code cache and native memory that nothing else counts, RocksDB\'s beyond its cache among it',
      inputs: [`TaskManager memory ${Amount._memory(process)}`],
      rule: 'overhead-by-share',
      source: 'Flink options taskmanager.memory.jvm-overhead.*: a tenth of the process, between 192 MiB and 1 GiB',
    })),
  ];
}
