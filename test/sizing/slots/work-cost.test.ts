import { sizingFacts } from '../../../src/sizing/facts/sizing-facts';
import { skewFactor, workCost } from '../../../src/sizing/slots/work-cost';
import { Facts, planOf, workloadOf } from '../arbitrary-workload';
import { Calibration, FlinkApi, FlinkVersion, KeySkew, ProgrammingLanguage, StateLocation, WorkloadFacts, WorkloadKind } from 'cdk8s-flink';

const factsOf = (facts: Partial<Facts>, calibration?: Calibration) => sizingFacts({
  workload: workloadOf({ kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 1, ...facts }),
  flinkVersion: FlinkVersion.V2_0,
  checkpoints: true,
  calibration,
});
const { HEAP, LOCAL_DISK, REMOTE } = StateLocation;
const costOf = (facts: Partial<Facts>, location = LOCAL_DISK, calibration?: Calibration) => workCost(factsOf(facts, calibration), location, 'value');

test.each<[string, Partial<Facts>, StateLocation, number, number]>([
  // µs of a core, and of waiting: 6 to read, 0.03 a byte, 3 and the bytes again for a shuffle, 8 for an access to RocksDB
  ['a stateless record of 100 B', { kind: WorkloadKind.STATELESS_TRANSFORMATION }, HEAP, 9, 0],
  ['deduplication in RocksDB', {}, LOCAL_DISK, 9 + 6 + 8, 12],
  ['the same on the heap', {}, HEAP, 9 + 6 + 1, 0],
  ['the same in ForSt', {}, REMOTE, 9 + 6 + 9.6, 12],
  ['a tenth of the records reaches the state', { more: { keyedShare: 0.1 } }, LOCAL_DISK, 9 + 1.4, 1.2],
  ['a second shuffle', { more: { shuffles: 2 } }, LOCAL_DISK, 9 + 12 + 8, 12],
  ['five windows a record', { kind: WorkloadKind.WINDOWED_AGGREGATION, more: { windowOverlap: 5 } }, LOCAL_DISK, 9 + 6 + 48, 24],
  ['five windows that share slices', { kind: WorkloadKind.WINDOWED_AGGREGATION, more: { windowOverlap: 5, api: FlinkApi.SQL } }, LOCAL_DISK, 9 + 6 + 16, 24],
  ['Python', { more: { language: ProgrammingLanguage.PYTHON } }, LOCAL_DISK, 9 + 6 + 8 + 30, 12],
  ['a look-up', { kind: WorkloadKind.ASYNC_ENRICHMENT }, HEAP, 9 + 15, 0],
  ['ten records of one', { kind: WorkloadKind.FAN_OUT }, HEAP, 9 + 40, 0],
  ['two records of one', { kind: WorkloadKind.FAN_OUT, more: { outputsPerRecord: 2 } }, HEAP, 9 + 8, 0],
])('%s', (_, facts, location, cpu, wait) => {
  const cost = costOf(facts, location);
  expect(cost.cpu).toBeCloseTo(cpu, 10);
  expect(cost.wait).toBeCloseTo(wait, 10);
});

test('a measured rate takes the place of all CPU, as it would be on a busy core; the wait follows the measured cache', () => {
  expect(costOf({}, LOCAL_DISK, { recordsPerSecondPerCore: 10_000 })).toMatchObject({ cpu: 100 });
  expect(costOf({}, LOCAL_DISK, { recordsPerSecondPerCore: 10_000, coreUtilization: 0.5 })).toMatchObject({ cpu: 50 });
  expect(costOf({}, LOCAL_DISK, { cacheHitRate: 0.5 }).wait).toBeCloseTo(30, 10);
  expect(costOf({}, LOCAL_DISK, { cacheHitRate: 1 }).wait).toBe(0);
});

test.each<[string, KeySkew | undefined, number, number]>([
  ['nothing said', undefined, 4, 1], ['even', KeySkew.EVEN, 4, 1], ['moderate', KeySkew.MODERATE, 4, 1.5], ['high', KeySkew.HIGH, 4, 3],
  ['a key with a tenth, over four slots', KeySkew.hottestKey(0.1), 4, 1.5], ['a key that fills a slot', KeySkew.hottestKey(0.3), 4, 3],
  ['a key that no slot is too small for', KeySkew.hottestKey(0.1), 0.5, 1],
])('skew, %s', (_, keySkew, slots, factor) => {
  expect(skewFactor(factsOf({ more: { keySkew } as Partial<WorkloadFacts> }), slots, 'value')).toBeCloseTo(factor, 10);
});

test('a key that fills a slot is told', () => {
  const { findings } = planOf({
    kind: WorkloadKind.DEDUPLICATION, rate: 100_000, recordBytes: 100, stateMebibytes: 100_000, more: { keySkew: KeySkew.hottestKey(0.3) },
  });
  expect(findings).toEqual([{
    code: 'hottest-key',
    message: 'the hottest key alone, with 30% of the records, keeps 1.62 slots busy, and a key is worked on by one',
    fix: 'salt the key or aggregate in two steps before you add parallelism',
  }]);
});
