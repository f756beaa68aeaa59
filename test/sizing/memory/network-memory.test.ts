import { sizingFacts } from '../../../src/sizing/facts/sizing-facts';
import { networkMebibytes } from '../../../src/sizing/memory/network-memory';
import { requestOf } from '../arbitrary-workload';
import { FlinkVersion, StateLocation, Throughput, WorkloadKind } from 'cdk8s-flink';

/** Of TaskManagers of two slots. */
function mebibytesOf(operators: number, shuffles: number, parallelism: number, flinkVersion: FlinkVersion): number {
  const throughput = Throughput.of({ recordsPerSecond: 1 });
  const facts = sizingFacts(requestOf(WorkloadKind.DEDUPLICATION, { throughput, operators, shuffles }, { flinkVersion }));
  return networkMebibytes({ facts, location: StateLocation.HEAP, shape: { parallelism, taskSlots: 2, taskManagers: parallelism / 2 } }, 'value');
}

const { V1_20, V2_0 } = FlinkVersion;

test.each<[string, number, number, number, FlinkVersion, number]>([
  // Of each slot: an exchange over n channels takes 2n + 8 buffers at either end, and 20 to overdraw, 5 before 2.0.
  ['an exchange', 2, 1, 1_000, V2_0, 2 * (2 * 2_008 + 20)],
  ['an exchange of an older Flink', 2, 1, 1_000, V1_20, 2 * (2 * 2_008 + 5)],
  ['three exchanges', 4, 3, 1_000, V2_0, 2 * 3 * (2 * 2_008 + 20)],
  ['edges from one subtask to its like, besides an exchange', 102, 1, 1_000, V2_0, 2 * (2 * 2_008 + 20 + 100 * (2 * 10 + 20))],
])('network memory for %s, twice', (_, operators, shuffles, parallelism, flinkVersion, buffers) => {
  expect(mebibytesOf(operators, shuffles, parallelism, flinkVersion)).toBe(Math.ceil((buffers * 2) / 32));
});

test('never below what Flink insists on', () => expect(mebibytesOf(1, 0, 1_000, V2_0)).toBe(64));
