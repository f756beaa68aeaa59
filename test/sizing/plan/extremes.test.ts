import { Size } from 'cdk8s';
import { refusalOf, says } from '../../refusals';
import { Facts, planOf } from '../arbitrary-workload';
import { Cpu, StateLocation, WorkloadKind } from 'cdk8s-flink';

const FACTS: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 1_024 };
const TEBIBYTE = 1024 * 1024;

test('one record a second is one slot of one core', () => {
  expect(planOf({ ...FACTS, rate: 1 })).toMatchObject({ parallelism: 1, taskManagers: 1, stateLocation: StateLocation.LOCAL_DISK, findings: [] });
});

test('a thousandth of a record a second too, and nothing underflows', () => {
  const plan = planOf({ ...FACTS, rate: 0.001, stateMebibytes: 1 });
  expect(plan).toMatchObject({ parallelism: 1, stateLocation: StateLocation.HEAP, findings: [] });
  expect(plan.tryDecision('cpu-demand')!.value.text).toBe('under 0.01 cores');
});

test('100 TiB of state are spread over as many slots as can restore it', () => {
  const plan = planOf({ ...FACTS, stateMebibytes: 100 * TEBIBYTE });
  expect(plan.parallelism).toBe(206);
  expect(plan.localDisk!.mebibytes / 1024).toBeCloseTo(2_000, -2);
  expect(plan.tryDecision('parallelism')!.reason).toMatch(/^enough slots for the state, so that no slot holds too much to restore/);
  expect(plan.findings.map(({ code }) => code)).toEqual(['slow-restore', 'small-cache']);
  expect(plan.findings[0]).toMatchObject({
    message: 'after a failure the job is down for about 341 min, while 103 TaskManagers download the state',
    fix: 'state a recoveryTimeObjective, which spreads the state over more of them, or measure the upload and give it as calibration',
  });
});

test('100 TiB of state behind 24 partitions: what can be done, and what stays', () => {
  expect(planOf({ ...FACTS, partitions: 24, stateMebibytes: 100 * TEBIBYTE }).findings[0]).toEqual({
    code: 'partitions-limit-parallelism',
    message: 'the state needs 205 slots, and 24 source partitions allow 24; each may use up to 4 cores',
    fix: 'add partitions: 205 and more',
  });
});

test('a billion records a second is refused with the reason', () => {
  expect(refusalOf(() => planOf({ ...FACTS, rate: 1e9 })).message).toBe(says(
    'one Flink job cannot hold this workload [workload-too-large]', '53,847 slots needed for 1,000,000,000 records a second',
    'up to 32,768, Flink\'s largest parallelism, so about 608,539,008 records a second',
    'split the stream over several jobs, or set the parallelism that you have measured',
  ));
});

test.each<[string, Partial<Facts>]>([
  ['as a size', { stateMebibytes: 2_048 * TEBIBYTE }],
  ['by its keys', { keys: { distinct: 1e15, bytes: 1e6 } }],
])('more state than one job can hold is refused, %s', (_, facts) => {
  expect(refusalOf(() => planOf({ ...FACTS, ...facts })).message).toMatch(
    /^one Flink job cannot hold this state \[workload-state\]\n {2}got {6}[\d,]+ TiB, growth included\n {2}allowed {2}up to 1,024 TiB\n {2}fix {6}split/,
  );
});

test('the largest records and the smallest', () => {
  expect(planOf({ ...FACTS, rate: 1, recordBytes: 1e9 }).parallelism).toBeGreaterThan(1);
  expect(planOf({ ...FACTS, recordBytes: 0.5 }).parallelism).toBe(1);
});

test('state that fits no heap is kept on it where asked, and told', () => {
  const plan = planOf({ ...FACTS, partitions: 2, stateMebibytes: 200 * 1024 }, { stateLocation: StateLocation.HEAP });
  expect(plan.findings.map(({ code }) => code)).toEqual(['partitions-limit-parallelism', 'slow-restore', 'large-heap']);
});

test('a recovery time that no restart can meet is refused with both', () => {
  expect(refusalOf(() => planOf({ ...FACTS, recoveryTimeSeconds: 60 })).message).toBe(says(
    'the recovery time objective is shorter than a restart [recovery-time-objective]',
    'recoveryTimeObjective 1 minute, restart and restore 91 s at the best',
    '241 s, to catch up at twice the rate that arrives; nothing below 91 s',
    'allow more time, or measure the restart and give it as calibration.restartTime',
  ));
});

test('a recovery time that leaves little of itself is paid for, and told with one that does not', () => {
  const tight = planOf({ ...FACTS, rate: 30_000, stateMebibytes: 1_024, recoveryTimeSeconds: 95 });
  const finding = {
    code: 'tight-recovery-time',
    message: expect.stringMatching(/^most of this is there to recover within 1 minute 35 seconds: restart and restore leave [34] s of it to catch up, at [\d,]+ times the rate that arrives$/),
    fix: expect.stringMatching(/^allow 29\d s, which twice that rate is enough for, or measure the restart and give it as calibration.restartTime$/),
  };
  expect(tight.findings).toEqual([finding]);
  const easy = planOf({ ...FACTS, rate: 30_000, stateMebibytes: 1_024, recoveryTimeSeconds: 295 });
  expect(easy.findings).toEqual([]);
  expect(easy.parallelism).toBeLessThan(tight.parallelism / 5);
});

test('pods that fit no node of the shape are told with the smallest that holds them', () => {
  const nodeShape = { cpu: Cpu.cores(0.9), memory: Size.gibibytes(2) };
  expect(planOf({ ...FACTS, kind: WorkloadKind.ASYNC_ENRICHMENT, rate: 50_000 }, { nodeShape }).findings).toEqual([{
    code: 'node-too-small',
    message: expect.stringMatching(/^the JobManager asks for .*; a TaskManager asks for [\d.]+ cores? and [\d,]+ MiB of memory; a node has 0.9 cores; the smallest node that holds each of them has /),
    fix: 'use larger nodes, or decide for more and smaller TaskManagers: taskSlots 1, or a higher parallelism',
  }]);
});

test('a job of more tasks than any JobManager is known to hold is told', () => {
  expect(planOf({ ...FACTS, rate: 2e8 }).findings).toEqual([{
    code: 'large-job-manager',
    message: expect.stringMatching(/^so many tasks would need a JobManager of [\d,]+ MiB; nobody has published a job of this size$/),
    fix: 'split the stream over several jobs',
  }]);
});
