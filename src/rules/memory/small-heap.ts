import { poolsShown } from './pools-shown';
import { MEBIBYTE, mebibytesShown } from '../../units/bytes';
import { Category, Pack, Rule, Severity } from '../rule';

/** Flink's own process of 1728m with one slot has 384 MiB; below a sixth of that there is no room for batches of a source. */
const TASK_HEAP_OF_SLOT = 64n * MEBIBYTE;
/** `JobManagerOptions.MIN_JVM_HEAP_SIZE` */
const JOB_MANAGER_HEAP = 128n * MEBIBYTE;

export const smallTaskHeap: Rule = {
  id: 'small-task-heap',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.WARNING,
  title: 'next to no heap for the code of a job',
  why: 'task heap is what metaspace, JVM overhead, managed and network memory leave of the process, and Flink starts with none at all: '
    + 'the job then collects garbage without end, or fails with OutOfMemoryError as soon as records come',
  fix: 'raise the memory of the TaskManager (Flink\'s own is 1728m for one slot), use fewer slots, or, with state on the heap, set taskmanager.memory.managed.size: "0"',
  source: 'Flink TaskExecutorFlinkMemoryUtils: task heap is the remainder; tuning chapter §3 and §9, heap too small',
  fires: 'taskManager: { resource: { memory: 1024m } }',
  passes: 'taskManager: { resource: { memory: 2048m } }',
  check: ({ taskManager, slot: { taskHeap }, taskSlots }) => (taskHeap >= TASK_HEAP_OF_SLOT ? [] : [{
    path: ['spec', 'taskManager'],
    what: 'the code of the job has next to no heap',
    got: `${mebibytesShown(taskHeap)} of task heap for each of ${taskSlots} slot${taskSlots === 1 ? '' : 's'}`,
    allowed: `${mebibytesShown(TASK_HEAP_OF_SLOT)} and more for each slot`,
    becomes: poolsShown(taskManager),
  }]),
};

export const smallJobManagerHeap: Rule = {
  id: 'small-job-manager-heap',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.WARNING,
  title: 'a JobManager with less heap than Flink recommends',
  why: 'Flink warns and starts; checkpoints of many operators, a large job graph or the web UI then bring it down, and the job with it',
  fix: 'raise the memory of the JobManager, 1024m and more',
  source: 'Flink JobManagerFlinkMemoryUtils, JobManagerOptions.MIN_JVM_HEAP_SIZE: 128 MiB',
  fires: 'jobManager: { resource: { memory: 640m } }',
  passes: 'jobManager: { resource: { memory: 1024m } }',
  check: ({ jobManager: { heap, offHeap, jvmMetaspace, jvmOverhead, totalProcess } }) => (heap >= JOB_MANAGER_HEAP ? [] : [{
    path: ['spec', 'jobManager'],
    what: 'the JobManager has less heap than Flink recommends',
    got: `${mebibytesShown(heap)} of heap`,
    allowed: `${mebibytesShown(JOB_MANAGER_HEAP)} and more`,
    becomes: `heap ${mebibytesShown(heap)}, off-heap ${mebibytesShown(offHeap)}, metaspace ${mebibytesShown(jvmMetaspace)}, `
        + `JVM overhead ${mebibytesShown(jvmOverhead)}, of a process of ${mebibytesShown(totalProcess)}`,
  }]),
};
