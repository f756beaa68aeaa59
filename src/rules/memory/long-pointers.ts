import { MEBIBYTE, mebibytesShown } from '../../units/bytes';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

/** From here on HotSpot cannot address the heap in 32 bits. */
const BOUND = 32_768n * MEBIBYTE;
/** Far above there is no way around it. */
const WORTH_IT = 49_152n * MEBIBYTE;

export const longPointers: Rule = {
  id: 'long-pointers',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.INFO,
  title: 'a heap just above 32 GiB',
  why: 'from 32 GiB on every reference takes eight bytes in the place of four, so that a heap a little above holds less than one a little below',
  fix: 'stay below 32 GiB of heap: more TaskManagers with less memory each, or RocksDB for large state',
  source: 'HotSpot: -XX:+UseCompressedOops is off from -Xmx32g; Flink TaskExecutorProcessUtils, JobManagerProcessUtils: -Xmx is framework and task heap',
  fires: 'taskManager: { resource: { cpu: 16, memory: 70g } }',
  passes: 'taskManager: { resource: { cpu: 16, memory: 60g } }',
  check: ({ manifest: { spec }, taskManager, jobManager }) => {
    const heaps: [string, bigint][] = [['taskManager', taskManager.frameworkHeap + taskManager.taskHeap], ['jobManager', jobManager.heap]];
    return heaps.flatMap(([role, heap]): Finding[] => (heap < BOUND || heap > WORTH_IT ? [] : [{
      path: role in spec ? ['spec', role] : optionPath(`${role.toLowerCase()}.memory.process.size`),
      what: 'the JVM uses references of eight bytes for a heap of this size',
      got: `${mebibytesShown(heap)} of heap`,
      allowed: 'below 32,768 MiB, or far above',
      becomes: `-Xmx${heap}, with UseCompressedOops off`,
    }]));
  },
};
