import { sizingFacts } from '../../../src/sizing/facts/sizing-facts';
import { heapOfTaskManager } from '../../../src/sizing/memory/task-heap';
import { Facts, requestedPlanOf } from '../arbitrary-workload';
import { StateLocation, WorkloadKind } from 'cdk8s-flink';

const { HEAP, LOCAL_DISK } = StateLocation;
const SHAPE = { parallelism: 2, taskSlots: 2, taskManagers: 1 };

test.each<[string, Partial<Facts>, StateLocation, number]>([
  ['user code', {}, LOCAL_DISK, 256],
  ['three times its state, as objects', {}, HEAP, 256 + 3 * 50],
  // A hundred records of 1 MiB and as many answers.
  ['look-ups under way', { kind: WorkloadKind.ASYNC_ENRICHMENT, recordBytes: 2 ** 20 }, HEAP, 256 + 3 * 200],
  ['as many as one allows', { kind: WorkloadKind.ASYNC_ENRICHMENT, recordBytes: 2 ** 20, more: { lookupsAtOnce: 10 } }, HEAP, 256 + 3 * 20],
])('the heap of a slot holds %s', (_, facts, location, mebibytes) => {
  const { request } = requestedPlanOf({ kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 100, ...facts });
  expect(heapOfTaskManager({ facts: sizingFacts(request), location, shape: SHAPE }, 'value')).toBe(2 * mebibytes);
});
