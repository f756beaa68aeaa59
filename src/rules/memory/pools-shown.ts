import { TaskManagerMemory } from '../../flink/memory/task-manager-memory';
import { mebibytesShown } from '../../units/bytes';

/** What a TaskManager's process consists of, in a line. */
export function poolsShown({ totalProcess, frameworkHeap, taskHeap, managed, network, jvmMetaspace, jvmOverhead }: TaskManagerMemory): string {
  const parts: [string, bigint][] = [
    ['task heap', taskHeap], ['framework heap', frameworkHeap], ['managed', managed], ['network', network], ['metaspace', jvmMetaspace],
    ['JVM overhead', jvmOverhead],
  ];
  return `${parts.map(([name, bytes]) => `${name} ${mebibytesShown(bytes)}`).join(', ')}, of a process of ${mebibytesShown(totalProcess)}`;
}
