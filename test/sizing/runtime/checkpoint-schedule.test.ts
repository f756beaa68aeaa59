import { Duration, Size } from 'cdk8s';
import { refusalOf, says } from '../../refusals';
import { Facts, planOf } from '../arbitrary-workload';
import { StateLocation, WorkloadKind } from 'cdk8s-flink';

const { HEAP, LOCAL_DISK, REMOTE } = StateLocation;
const IDLE: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 1, recordBytes: 10, stateMebibytes: 1_000 };
const scheduleOf = (facts: Partial<Facts>, stateLocation = HEAP, decided = {}) =>
  planOf({ ...IDLE, ...facts }, { stateLocation, parallelism: 1, taskSlots: 1, ...decided }).checkpoints!;
const secondsOf = ({ interval, expectedDuration, timeout }: ReturnType<typeof scheduleOf>) =>
  [interval, expectedDuration, timeout].map((duration) => duration.toMilliseconds() / 1000);

test.each<[string, Partial<Facts>, StateLocation, number, number, number]>([
  // interval, duration and timeout in seconds: a second and the upload at 50 MiB/s
  ['little state: the shortest interval', { stateMebibytes: 100 }, HEAP, 30, 3, 600],
  ['three times 21 s, as people choose them', { stateMebibytes: 1_000 }, HEAP, 90, 21, 600],
  ['no longer than five minutes', { stateMebibytes: 7_450 }, HEAP, 300, 150, 780],
  ['but one and a half times the duration at least', { stateMebibytes: 50_000 }, HEAP, 1_560, 1_001, 5_040],
  // 10,000 records/s of 64 B a key, written three times: 1.83 MiB/s
  ['RocksDB uploads what changes', { stateMebibytes: 50_000, rate: 10_000 }, LOCAL_DISK, 30, 2.099, 600],
  ['and no more than there is', { stateMebibytes: 40, rate: 10_000 }, LOCAL_DISK, 30, 1.8, 600],
  ['ForSt has it there already', { stateMebibytes: 50_000, rate: 10_000 }, REMOTE, 30, 1, 600],
])('%s', (_, facts, location, ...seconds) => expect(secondsOf(scheduleOf(facts, location))).toEqual(seconds));

test.each<[string, Partial<Facts>, number]>([
  ['three fifths of a recovery point of 40 s', { recoveryPointSeconds: 40, stateMebibytes: 500 }, 20],
  ['a recovery point of ten minutes changes nothing', { recoveryPointSeconds: 600 }, 90],
  ['a recovery time of six minutes: three fifths of a quarter of it', { recoveryTimeSeconds: 360 }, 45],
  ['a recovery time of an hour changes nothing', { recoveryTimeSeconds: 3_600 }, 90],
  ['a sink that waits for checkpoints, and answers within 80 s', { latencyMillis: 80_000, more: { exactlyOnceSink: true } }, 45],
])('%s', (_, facts, seconds) => expect(scheduleOf(facts).interval.toSeconds()).toBe(seconds));

test('an objective that no interval holds is told, with both facts', () => {
  expect(planOf({ ...IDLE, recoveryPointSeconds: 30 }, { stateLocation: HEAP, parallelism: 1 }).findings).toEqual([{
    code: 'recovery-point-objective',
    message: 'a failure may repeat 66 s of work: an interval of 45 s and a checkpoint of 21 s; the recovery point objective is 30 seconds',
    fix: 'allow 66 s, or measure the checkpoint and the upload and give them as calibration',
  }]);
});

test('an interval that makes a failure repeat more than the recovery time counts on is told, whoever set it', () => {
  const finding = (decided: object) => planOf({ ...IDLE, recoveryTimeSeconds: 240 }, { stateLocation: HEAP, parallelism: 1, ...decided })
    .findings.find(({ code }) => code === 'recovery-time-objective');
  expect(finding({ checkpointInterval: Duration.minutes(10) })).toEqual({
    code: 'recovery-time-objective',
    message: 'a failure may repeat 621 s of work, an interval and a checkpoint; the CPU to catch up within 4 minutes counts on 60 s',
    fix: 'allow more time, shorten the interval, or measure the checkpoint and the upload and give them as calibration',
  });
  expect(finding({ checkpointInterval: Duration.seconds(39) })).toBeUndefined();
  expect(finding({ checkpointInterval: Duration.seconds(40) })).toBeDefined();
});

test('a latency below any checkpoint is refused where the sink waits for them, and told where only these are too slow', () => {
  const late = (latencyMillis: number) => ({ ...IDLE, latencyMillis, more: { exactlyOnceSink: true } });
  expect(refusalOf(() => planOf(late(400))).message).toBe(says(
    'the sink shows its records with a checkpoint, and no checkpoint is that soon [exactly-once-latency]',
    'latencyObjective 400 millis, exactlyOnceSink with checkpoints of 0.2 s at the best', 'a latency objective of 0.5 s and more',
    'allow more time, or use a sink that writes at once (at least once, or upserts)',
  ));
  expect(planOf(late(2_000), { stateLocation: LOCAL_DISK }).findings).toEqual([{
    code: 'exactly-once-latency',
    message: 'the sink shows a record up to 3.1 s late, with the checkpoint that holds it; the latency objective is 2 s',
    fix: 'allow 3.1 s, or use a sink that writes at once and again (at least once, or upserts)',
  }]);
});

test('a measurement takes the place of the estimate', () => {
  expect(secondsOf(scheduleOf({}, HEAP, { calibration: { checkpointDuration: Duration.seconds(40) } }))).toEqual([120, 40, 600]);
  expect(secondsOf(scheduleOf({}, HEAP, { calibration: { checkpointSize: Size.mebibytes(100) } }))).toEqual([30, 3, 600]);
  expect(secondsOf(scheduleOf({}, HEAP, { calibration: { uploadBytesPerSecond: 500 * 2 ** 20 } }))).toEqual([30, 3, 600]);
});

test('a measured millisecond stays one', () => {
  // 2.007 s times 1,000 is a little more than 2,007 in binary.
  expect(scheduleOf({}, HEAP, { calibration: { checkpointDuration: Duration.millis(2_007) } }).expectedDuration).toEqual(Duration.millis(2_007));
});

test('unaligned only where something is exchanged, one at a time, and exactly once', () => {
  const urgent = { latencyMillis: 500 };
  expect(scheduleOf(urgent)).toMatchObject({ unaligned: true, alignedTimeout: Duration.millis(30_000) });
  expect(scheduleOf({})).toMatchObject({ unaligned: false, alignedTimeout: undefined });
  expect(scheduleOf({ ...urgent, more: { shuffles: 0 } }).unaligned).toBe(false);
  expect(scheduleOf(urgent, HEAP, { concurrentCheckpoints: 2 }).unaligned).toBe(false);
  expect(scheduleOf(urgent, HEAP, { atLeastOnce: true }).unaligned).toBe(false);
});

test('a local copy where a recovery time asks for it and there is something to copy', () => {
  const soon = { recoveryTimeSeconds: 600, stateMebibytes: 2_048 };
  expect(scheduleOf(soon, LOCAL_DISK).localRecovery).toBe(true);
  expect(scheduleOf({ ...soon, stateMebibytes: 100 }, LOCAL_DISK).localRecovery).toBe(false);
  expect(scheduleOf(soon, HEAP).localRecovery).toBe(false);
});

test('without checkpoints there is no schedule', () => {
  const plan = planOf(IDLE, { checkpoints: false });
  expect([plan.checkpoints, plan.tryDecision('checkpoint-interval')]).toEqual([undefined, undefined]);
});
