import fc from 'fast-check';
import { clusterOf, withOptions } from './explained-spec';
import { refusalIn } from '../../../src/refusal';
import { DecidedBy, RoleMemory } from '../../../src/report/manifest/manifest-explanation';
import { jobManagerExplained, taskManagerExplained } from '../../../src/report/manifest/memory-explained';
import { decisionShown } from '../../../src/report/manifest/shown-amounts';
import { parseBytes } from '../../../src/units/bytes';

const explained = (options: object, spec?: object): Record<string, string> =>
  decisions(taskManagerExplained(clusterOf(withOptions(options, spec)), 'RocksDB'));
const decisions = ({ pools }: RoleMemory) => Object.fromEntries(pools.map(({ pool, decidedBy }) => [pool, decisionShown(decidedBy)]));

test('without options the fractions, bounds and sizes of Flink decide, and task heap is what they leave', () => {
  expect(explained({})).toEqual({
    taskHeap: 'what the other pools leave',
    frameworkHeap: 'taskmanager.memory.framework.heap.size 128 mb, Flink\'s default',
    managed: 'taskmanager.memory.managed.fraction 0.4, Flink\'s default',
    network: 'taskmanager.memory.network.fraction 0.1, Flink\'s default',
    taskOffHeap: 'taskmanager.memory.task.off-heap.size 0 bytes, Flink\'s default',
    frameworkOffHeap: 'taskmanager.memory.framework.off-heap.size 128 mb, Flink\'s default',
    jvmMetaspace: 'taskmanager.memory.jvm-metaspace.size 256 mb, Flink\'s default',
    jvmOverhead: 'taskmanager.memory.jvm-overhead.fraction 0.1, Flink\'s default',
  });
});

test('the whole is told by the field that gives it', () => {
  const { decidedBy, total } = taskManagerExplained(clusterOf(withOptions({})), '');
  expect([total, decisionShown(decidedBy)]).toEqual([8n * 1024n ** 3n, 'taskmanager.memory.process.size 8 gb, spec.taskManager.resource.memory']);
});

test('a bound decides where the fraction meets it, under the key that is written', () => {
  expect(explained({ 'taskmanager.network.memory.max': '256m' }).network).toBe('taskmanager.network.memory.max 256m, flinkConfiguration');
  expect(explained({ 'taskmanager.memory.network.min': '3g' }).network).toBe('taskmanager.memory.network.min 3g, flinkConfiguration');
});

test('with task heap set, network is what is left, and with managed memory too it is a fraction again', () => {
  const noField = { taskManager: { resource: { cpu: 1 } } };
  expect(explained({ 'taskmanager.memory.task.heap.size': '2g' }).network).toBe('what the other pools leave');
  const sized = { 'taskmanager.memory.task.heap.size': '2g', 'taskmanager.memory.managed.size': '1g' };
  expect(explained(sized, noField)).toMatchObject({ network: 'taskmanager.memory.network.fraction 0.1, Flink\'s default', taskHeap: 'taskmanager.memory.task.heap.size 2g, flinkConfiguration' });
  expect(explained({ ...sized, 'taskmanager.memory.flink.size': '4g' }, noField).network).toBe('what the other pools leave');
});

test('a JobManager whose parts are given leaves the rest of its process to the JVM', () => {
  expect(decisions(jobManagerExplained(clusterOf(withOptions({ 'jobmanager.memory.flink.size': '1500m' }))))).toMatchObject({
    heap: 'what the other pools leave', jvmOverhead: 'what the other pools leave',
  });
});

/** Options that start any of Flink's derivations, in amounts that often go together. */
const memoryOptions = fc.record({
  'taskmanager.memory.task.heap.size': fc.constantFrom('1g', '2g'),
  'taskmanager.memory.managed.size': fc.constantFrom('512m', '1g'),
  'taskmanager.memory.managed.fraction': fc.constantFrom('0', '0.2', '0.6'),
  'taskmanager.memory.flink.size': fc.constantFrom('6g', '6500m'),
  'taskmanager.memory.network.min': fc.constantFrom('64m', '1g'),
  'taskmanager.memory.network.max': fc.constantFrom('1g', '4g'),
  'taskmanager.memory.task.off-heap.size': fc.constantFrom('0', '100m'),
  'taskmanager.memory.jvm-overhead.max': fc.constantFrom('512m', '2g'),
}, { requiredKeys: [] });

/** What such a decision must come to; a fraction says nothing of bytes by itself. */
function holds({ how, value }: DecidedBy, bytes: bigint): boolean {
  return how === 'remainder' || how === 'fraction' || parseBytes(value!) === bytes;
}

test('pools sum to the process, and every size or bound that decides is the size of its pool', () => {
  let startable = 0;
  fc.assert(fc.property(fc.noBias(memoryOptions), fc.boolean(), (options, field) => {
    const cluster = clusterOf(withOptions(options, field ? {} : { taskManager: { resource: { cpu: 1 } } }));
    if (refusalIn(() => cluster.taskManager) !== undefined) {
      return;
    }
    startable++;
    const { pools, total } = taskManagerExplained(cluster, '');
    expect(pools.reduce((sum, { bytes }) => sum + bytes, 0n)).toBe(total);
    pools.forEach(({ bytes, decidedBy }) => expect(holds(decidedBy, bytes)).toBe(true));
    // What the options fix is no remainder: one pool at most of Flink's, and the JVM's overhead.
    expect(pools.filter(({ decidedBy }) => decidedBy.how === 'remainder').length).toBeLessThanOrEqual(2);
  }), { numRuns: 300 });
  expect(startable).toBeGreaterThan(100);
});
