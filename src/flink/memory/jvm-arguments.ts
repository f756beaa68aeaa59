import { JobManagerMemory } from './job-manager-memory';
import { TaskManagerMemory } from './task-manager-memory';
import { FlinkSettings } from '../configuration/flink-settings';

/** The memory arguments of a TaskManager's JVM, as Flink's `ProcessMemoryUtils` writes them. */
export function taskManagerJvmArguments(memory: TaskManagerMemory): string[] {
  const heap = memory.frameworkHeap + memory.taskHeap;
  const direct = memory.frameworkOffHeap + memory.taskOffHeap + memory.network;
  return [`-Xmx${heap}`, `-Xms${heap}`, `-XX:MaxDirectMemorySize=${direct}`, `-XX:MaxMetaspaceSize=${memory.jvmMetaspace}`];
}

/** The memory arguments of a JobManager's JVM; direct memory is bounded only when asked for. */
export function jobManagerJvmArguments(memory: JobManagerMemory, settings: FlinkSettings): string[] {
  const bounded = settings.get('jobmanager.memory.enable-jvm-direct-memory-limit')?.toLowerCase() === 'true';
  return [
    `-Xmx${memory.heap}`,
    `-Xms${memory.heap}`,
    ...(bounded ? [`-XX:MaxDirectMemorySize=${memory.offHeap}`] : []),
    `-XX:MaxMetaspaceSize=${memory.jvmMetaspace}`,
  ];
}
