import { mebibytesShown } from '../../units/bytes';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

export const twoMemorySizes: Rule = {
  id: 'two-memory-sizes',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.INFO,
  title: 'the memory of a process and that of Flink in it, both fixed',
  why: 'the JVM overhead becomes what is left between the two, whatever its fraction says, and a change of one of them alone may keep Flink from starting',
  fix: 'remove flink.size: on Kubernetes the process is the container, and Flink divides it',
  source: 'Flink ProcessMemoryUtils.deriveJvmMetaspaceAndOverheadFromTotalFlinkMemory; Flink docs, memory setup: do not configure both',
  fires: 'flinkConfiguration: { taskmanager.memory.flink.size: 3392m }',
  passes: 'flinkConfiguration: { taskmanager.memory.flink.size: null }',
  check: (cluster) => {
    const { written, configuration } = cluster;
    return (['taskManager', 'jobManager'] as const).flatMap((role): Finding[] => {
      const prefix = `${role.toLowerCase()}.memory`;
      const key = `${prefix}.flink.size`;
      if (!written.has(key) || !configuration.has(`${prefix}.process.size`)) {
        return [];
      }
      const { jvmOverhead, totalProcess } = cluster[role];
      return [{
        path: optionPath(key),
        what: `${key} beside the memory of the whole process leaves the JVM overhead to chance`,
        got: `"${written.get(key)}" in a process of ${mebibytesShown(totalProcess)}`,
        allowed: 'one of the two',
        becomes: `JVM overhead is what is left, ${mebibytesShown(jvmOverhead)}`,
        edits: [{ remove: optionPath(key) }],
      }];
    });
  },
};

export const networkByRemainder: Rule = {
  id: 'network-by-remainder',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.INFO,
  title: 'a fixed task heap, by which network memory becomes what is left',
  why: 'beside taskmanager.memory.task.heap.size Flink does not read the fraction of network memory, and each change of the process goes into network buffers',
  fix: 'leave task.heap.size out, so that task heap is what is left',
  source: 'Flink TaskExecutorFlinkMemoryUtils.deriveFromTotalFlinkMemory: network memory is the remainder when task heap is explicit',
  fires: 'flinkConfiguration: { taskmanager.memory.task.heap.size: 1024m }',
  passes: 'flinkConfiguration: { taskmanager.memory.task.heap.size: null }',
  check: (cluster) => {
    const key = 'taskmanager.memory.task.heap.size';
    if (!cluster.written.has(key) || cluster.written.has('taskmanager.memory.managed.size')) {
      return [];
    }
    const { network, taskHeap } = cluster.taskManager;
    return [{
      path: optionPath(key),
      what: 'with a fixed task heap the network memory is whatever is left',
      got: `"${cluster.written.get(key)}"`,
      allowed: 'nothing, so that task heap is what is left',
      becomes: `network memory ${mebibytesShown(network)}, task heap ${mebibytesShown(taskHeap)}`,
    }];
  },
};
