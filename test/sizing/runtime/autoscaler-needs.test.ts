import fc from 'fast-check';
import { refusalIn } from '../../../src/refusal';
import { Facts, locations, planOf, possibleFacts } from '../arbitrary-workload';
import { StateLocation, TuningPlan, WorkloadKind } from 'cdk8s-flink';

const { HEAP, LOCAL_DISK, REMOTE } = StateLocation;
const FACTS: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 40_960 };
const needsOf = (facts: Partial<Facts>, stateLocation: StateLocation, decided = {}) =>
  planOf({ ...FACTS, ...facts }, { stateLocation, ...decided }).autoscaler;
/** A disk that holds all of the state. */
const LARGE = planOf(FACTS, { stateLocation: LOCAL_DISK, parallelism: 1 }).localDisk;

test.each<[string, Partial<Facts>, StateLocation, object, number]>([
  // 40 GiB × 1.3, on disks of 40 GiB × 2 ÷ 4 + 10 GiB = 30 GiB, of two slots each: 2 × 52 ÷ 30
  ['disks that hold a quarter, twice', {}, LOCAL_DISK, { parallelism: 8, taskSlots: 2 }, 4],
  ['a disk of one\'s own that holds all', {}, LOCAL_DISK, { parallelism: 8, taskSlots: 2, localDisk: LARGE }, 1],
  ['little state on any disk', { stateMebibytes: 100 }, LOCAL_DISK, { parallelism: 8, taskSlots: 2 }, 1],
  ['a cache', {}, REMOTE, { parallelism: 8, taskSlots: 2 }, 1],
  // 4,000 MiB × 2, in slots of 256 - 128 + 4,000 × 3 ÷ 8 MiB
  ['the heap, as small as objects may be', { stateMebibytes: 4_000 }, HEAP, { parallelism: 8, taskSlots: 2 }, 5],
  ['no state', { kind: WorkloadKind.STATELESS_TRANSFORMATION, stateMebibytes: 1 }, HEAP, { parallelism: 8, taskSlots: 2 }, 1],
])('the fewest slots: %s', (_, facts, location, decided, fewest) => expect(needsOf(facts, location, decided).minParallelism).toBe(fewest));

test('the bounds hold the parallelism, and network buffers for every parallelism within them', () => {
  fc.assert(fc.property(possibleFacts, locations, (facts, stateLocation) => {
    let plan: TuningPlan | undefined;
    refusalIn(() => { plan = planOf(facts, { stateLocation }); });
    if (plan === undefined) {
      return;
    }
    const { autoscaler: { minParallelism, maxParallelism, networkParallelism }, parallelism } = plan;
    expect(minParallelism).toBeGreaterThanOrEqual(1);
    expect(minParallelism).toBeLessThanOrEqual(parallelism);
    expect(maxParallelism).toBeGreaterThanOrEqual(parallelism);
    expect(maxParallelism).toBeLessThanOrEqual(networkParallelism);
    expect(networkParallelism).toBeLessThanOrEqual(plan.maxParallelism);
  }), { numRuns: 300 });
});

test('what the network memory carries at most needs no more of it than there is', () => {
  const facts: Facts = { ...FACTS, stateMebibytes: 100, more: { shuffles: 8, operators: 9 } };
  const small = planOf(facts, { stateLocation: LOCAL_DISK, parallelism: 10, taskSlots: 4 });
  const { networkParallelism } = small.autoscaler;
  expect(networkParallelism).toBeLessThan(small.maxParallelism);
  const decided = { stateLocation: LOCAL_DISK, taskSlots: 4, assumptions: { networkHeadroom: 1 } };
  const at = (parallelism: number) => planOf(facts, { ...decided, parallelism }).networkMemory!.mebibytes;
  expect(at(networkParallelism)).toBeLessThanOrEqual(small.networkMemory!.mebibytes);
  expect(at(networkParallelism + 2)).toBeGreaterThan(small.networkMemory!.mebibytes);
});
