import { Facts, planOf } from '../arbitrary-workload';
import { WorkloadKind } from 'cdk8s-flink';

const KEYED: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 1 };

test.each<[string, Partial<Facts>, number | undefined]>([
  ['Flink\'s own without an objective', {}, undefined],
  ['Flink\'s own for a second', { latencyMillis: 1_000 }, undefined],
  ['a tenth of the objective', { latencyMillis: 400 }, 40],
  ['a tenth for all exchanges together', { latencyMillis: 400, more: { shuffles: 4 } }, 10],
  ['five milliseconds at least', { latencyMillis: 10 }, 5],
  ['Flink\'s own where nothing is exchanged', { latencyMillis: 10, more: { shuffles: 0 } }, undefined],
])('buffer timeout: %s', (_, facts, millis) => expect(planOf({ ...KEYED, ...facts }).bufferTimeout?.toMilliseconds()).toBe(millis));

test.each<[string, Partial<Facts>, object, boolean]>([
  ['where something is urgent', { latencyMillis: 1_000 }, {}, true],
  ['up to 200 subtasks', { latencyMillis: 1_000 }, { parallelism: 201 }, false],
  ['not where nothing is urgent', {}, {}, false],
  ['not where nothing is exchanged', { latencyMillis: 1_000, more: { shuffles: 0 } }, {}, false],
])('debloating %s', (_, facts, decided, on) => expect(planOf({ ...KEYED, ...facts }, decided).bufferDebloating).toBe(on));

test.each<[number | undefined, number]>([[undefined, 60], [300, 30], [3_600, 60]])(
  'with a recovery time of %p s restarts are at most %d s apart', (recoveryTimeSeconds, seconds) => {
    expect(planOf({ ...KEYED, recoveryTimeSeconds }).restartBackoffLimit.toSeconds()).toBe(seconds);
  },
);
