import { Duration, Size } from 'cdk8s';
import { SCALED } from './scaling-context';
import { refusalOf, says } from '../refusals';
import {
  Autoscaler, AutoscalerProps, Cpu, FlinkVersion, MemorySize, OperatorVersion, ParallelismAlignment, Rescaling, ScalingContext,
} from 'cdk8s-flink';

const bind = (props: AutoscalerProps = {}, context: Partial<ScalingContext> = {}) => new Autoscaler(props).bind({ ...SCALED, ...context });
const settingsOf = (...given: Parameters<typeof bind>) => Object.fromEntries(bind(...given).settings!.map(({ key, value }) => [key, value]));
const codesOf = (...given: Parameters<typeof bind>) => bind(...given).findings!.map(({ code }) => code);

const { V1_10, V1_11, V1_15, V1_16 } = OperatorVersion;

test('without a word it aims at what the plan has, and rescales in place', () => {
  expect(bind()).toEqual({
    settings: [
      { key: 'job.autoscaler.enabled', value: 'true', reason: 'the operator fits the parallelism to the load' },
      { key: 'job.autoscaler.utilization.target', value: '0.65', reason: 'what the plan aims at' },
      { key: 'job.autoscaler.utilization.min', value: '0.45', reason: 'less busy, it is scaled down' },
      { key: 'job.autoscaler.utilization.max', value: '0.85', reason: 'busier, it is scaled up' },
      { key: 'job.autoscaler.vertex.max-parallelism', value: '24', reason: 'what max parallelism, source partitions and network buffers allow' },
      { key: 'job.autoscaler.restart.time', value: '90s', reason: 'how long a rescale stops the job' },
      { key: 'job.autoscaler.catch-up.duration', value: '30min', reason: 'how soon the backlog must be gone' },
      { key: 'jobmanager.scheduler', value: 'adaptive', reason: 'the scheduler that rescales a running job' },
      { key: 'kubernetes.operator.job.upgrade.inplace-scaling.enabled', value: 'true', reason: 'rescaled without a new deployment' },
    ],
    findings: [],
  });
});

test('operator 1.10 has one distance from the target', () => {
  expect(settingsOf({}, { operatorVersion: V1_10 })).toMatchObject({
    'job.autoscaler.target.utilization': '0.65', 'job.autoscaler.target.utilization.boundary': '0.2',
  });
  expect(settingsOf({ utilization: { target: 0.7, max: 0.8 } }, { operatorVersion: V1_10 })).toMatchObject({
    'job.autoscaler.target.utilization': '0.7', 'job.autoscaler.target.utilization.boundary': '0.1',
  });
  expect(refusalOf(() => bind({ utilization: { target: 0.6, min: 0.3, max: 0.8 } }, { operatorVersion: V1_10 })).message).toBe(says(
    'utilization with min and max unequally far from target stands for an option that is not read here [scaling-option-of-other-version]',
    'operator 1.10', 'operator 1.11 and newer', 'leave it out, or use a version that has it',
  ));
});

test('a band never leaves 0 to 1', () => {
  expect(settingsOf({ utilization: { target: 0.9 } })).toMatchObject({ 'job.autoscaler.utilization.min': '0.7', 'job.autoscaler.utilization.max': '1' });
  expect(settingsOf({ utilization: { target: 0.1 } })).toMatchObject({ 'job.autoscaler.utilization.min': '0', 'job.autoscaler.utilization.max': '0.3' });
});

test('a state that would not fit fewer pods keeps the job from shrinking', () => {
  expect(settingsOf({}, { needs: { ...SCALED.needs, minParallelism: 3 } })).toMatchObject({ 'job.autoscaler.vertex.min-parallelism': '3' });
});

test('the budget is a quota, unless one is given', () => {
  const budget = { cpuBudget: Cpu.cores(12), memoryBudget: MemorySize.ofMebibytes(32_768) };
  expect(settingsOf({}, budget)).toMatchObject({ 'job.autoscaler.quota.cpu': '12', 'job.autoscaler.quota.memory': '32768m' });
  expect(settingsOf({ quota: { cpu: Cpu.cores(8.5), memory: Size.gibibytes(20) } }, budget)).toMatchObject({
    'job.autoscaler.quota.cpu': '8.5', 'job.autoscaler.quota.memory': '20480m',
  });
});

test.each<[AutoscalerProps['quota'], string, string, string]>([
  [{ cpu: Cpu.cores(3) }, 'quota.cpu', '3 cores', '4 cores'], [{ memory: Size.gibibytes(7) }, 'quota.memory', '7 GiB', '8 GiB'],
])('a quota of %j is refused', (quota, property, got, start) => expect(refusalOf(() => bind({ quota })).message).toBe(says(
  `${property} is less than the job starts with, so that it could never grow [autoscaler-quota]`, got,
  `${start} and more: the job starts with 2 TaskManagers`, 'raise it, or leave it out; the JobManager does not count',
)));

const LATER = 'leave it out, or use a version that has it';
test.each<[string, AutoscalerProps, OperatorVersion, string]>([
  ['observedScalability', { observedScalability: {} }, V1_11, 'operator 1.12 and newer'],
  ['restClientTimeout', { restClientTimeout: Duration.seconds(20) }, V1_15, 'operator 1.16 and newer'],
  ['customExecutors', { customExecutors: [{ name: 'a', className: 'com.example.A' }] }, V1_15, 'operator 1.16 and newer'],
  ['customEvaluator', { customEvaluator: { name: 'a', className: 'com.example.A' } }, V1_15, 'operator 1.16 and newer'],
  ['vertices.alignment of Autoscaler', { vertices: { alignment: ParallelismAlignment.BALANCED } }, V1_15, 'operator 1.16 and newer'],
  ['vertices.alignment of Autoscaler', { vertices: { alignment: ParallelismAlignment.OFF } }, V1_15, 'operator 1.16 and newer'],
  ['vertices.alignment of Autoscaler', { vertices: { alignment: ParallelismAlignment.EVENLY_SPREAD } }, V1_10, 'operator 1.11 and newer'],
])('%s is refused for an older operator', (property, props, operatorVersion, allowed) =>
  expect(refusalOf(() => bind(props, { operatorVersion })).message).toBe(says(
    `${property} stands for an option that is not read here [scaling-option-of-other-version]`, operatorVersion.toString(), allowed, LATER,
  )));

const ADJUST = 'job.autoscaler.scaling.key-group.partitions.adjust.mode';
const ALIGN = 'job.autoscaler.scaling.parallelism-alignment.mode';
test.each<[ParallelismAlignment, OperatorVersion, Record<string, string>]>([
  [ParallelismAlignment.EVENLY_SPREAD, V1_15, { [ADJUST]: 'EVENLY_SPREAD' }],
  [ParallelismAlignment.EVENLY_SPREAD, V1_16, { [ALIGN]: 'EVENLY_SPREAD' }],
  [ParallelismAlignment.MAXIMIZE_UTILIZATION, V1_11, { [ADJUST]: 'MAXIMIZE_UTILISATION' }],
  [ParallelismAlignment.MAXIMIZE_UTILIZATION, V1_16, { [ADJUST]: 'MAXIMIZE_UTILISATION' }],
  [ParallelismAlignment.OFF, V1_16, { [ALIGN]: 'OFF' }],
  [ParallelismAlignment.custom({ name: 'tens', className: 'com.example.Tens', parameters: { step: '10' } }), V1_16,
    { [ALIGN]: 'tens', [`${ALIGN}.tens.class`]: 'com.example.Tens', [`${ALIGN}.tens.step`]: '10' }],
])('an alignment is spelled as the release has it', (alignment, operatorVersion, settings) => {
  const written = Object.entries(settingsOf({ vertices: { alignment } }, { operatorVersion })).filter(([key]) => key.includes('.scaling.'));
  expect(Object.fromEntries(written)).toEqual(settings);
});

test.each<[string, string, string, string]>([
  ['name', 'my plugin', 'com.example.A', 'letters, digits, dashes and underscores'], ['className', 'a', 'com.example.', 'a Java class with its package'],
])('%s of a plugin is refused', (property, name, className, allowed) =>
  expect(refusalOf(() => bind({ customEvaluator: { name, className } })).message).toBe(says(
    `${property} of an autoscaler plugin has the wrong form [autoscaler-plugin]`, `"${property === 'name' ? name : className}"`, allowed,
    'correct it; it becomes part of an option',
  )));

const MOVE = 'move it into the range, or leave it out';
const id = 'a'.repeat(32);
test.each<[string, AutoscalerProps, string, string, string?]>([
  ['utilization.target', { utilization: { target: 0 } }, '0', 'above 0 to 1'],
  ['utilization.target', { utilization: { target: 1.1 } }, '1.1', 'above 0 to 1'],
  ['utilization.min', { utilization: { min: 0.7 } }, '0.7', '0 to 0.65'],
  ['utilization.max', { utilization: { max: 0.6 } }, '0.6', '0.65 to 1'],
  ['vertices.minParallelism', { vertices: { minParallelism: 5 } }, '5', 'a whole number, 1 to 4'],
  ['vertices.maxParallelism', { vertices: { maxParallelism: 3 } }, '3', 'a whole number, 4 to 120'],
  ['vertices.maxParallelism', { vertices: { maxParallelism: 121 } }, '121', 'a whole number, 4 to 120'],
  ['vertices.maxParallelism', { vertices: { maxParallelism: 101 } }, '101', '4 to 100, for which the TaskManagers have network buffers',
    'lower it, or give them more by a larger assumptions.networkHeadroom'],
  ['vertices.excluded', { vertices: { excluded: [id, id.toUpperCase()] } }, `"${id.toUpperCase()}"`, 'ids of 32 hexadecimal digits in lower case',
    'take them from the REST API of the job, /jobs/<id>'],
  ['pace.metricsWindow', { pace: { metricsWindow: Duration.seconds(0) } }, '0 ms', 'above zero, in whole milliseconds'],
  ['pace.maxScaleDown', { pace: { maxScaleDown: 1.5 } }, '1.5', '0 to 1'],
  ['pace.maxScaleUp', { pace: { maxScaleUp: NaN } }, 'NaN', '0 and more'],
  ['memoryTuning.overhead', { memoryTuning: { overhead: -0.1 } }, '-0.1', '0 to 1'],
  ['memoryPressure.heapUsage', { memoryPressure: { heapUsage: 2 } }, '2', '0 to 1'],
  ['observedScalability.minCoefficient', { observedScalability: { minCoefficient: 0 } }, '0', '0.01 to 1'],
  ['observedScalability.minObservations', { observedScalability: { minObservations: 5 }, history: { maxCount: 4 } }, '5', 'a whole number, 1 to 4'],
  ['effectivenessDetection.threshold', { effectivenessDetection: { threshold: 1.01 } }, '1.01', '0 to 1'],
  ['history.maxCount', { history: { maxCount: 1.5 } }, '1.5', 'a whole number, 1 and more'],
])('%s out of its range is refused', (property, props, got, allowed, fix = MOVE) => expect(refusalOf(() => bind(props)).message).toBe(says(
  `${property} is out of its range [scaling-value]`, got, allowed, fix,
)));

test('as many decisions are kept as observations are asked for', () => {
  const kept = (minObservations: number) => settingsOf({ observedScalability: { minObservations } })['job.autoscaler.history.max.count'];
  expect([kept(3), kept(8)]).toEqual([undefined, '8']);
});

test('advice alone leaves the scheduler as it is, and has nothing to warn of', () => {
  const advice = { rescaling: Rescaling.adviceOnly(), memoryTuning: {} };
  expect(settingsOf(advice)).toMatchObject({ 'job.autoscaler.scaling.enabled': 'false' });
  expect(Object.keys(settingsOf(advice)).filter((key) => !key.startsWith('job.autoscaler.'))).toEqual([]);
  expect(codesOf(advice, { flinkVersion: FlinkVersion.V2_2, maxParallelism: 127 })).toEqual([]);
});

test('a rescale by upgrade says so to the operator, and needs no scheduler', () => {
  const { settings } = bind({ rescaling: Rescaling.byUpgrade() });
  expect(settings!.filter(({ key }) => !key.startsWith('job.autoscaler.'))).toEqual([
    { key: 'kubernetes.operator.job.upgrade.inplace-scaling.enabled', value: 'false', reason: 'each rescale is an upgrade' },
  ]);
});

const SCHEDULER = 'jobmanager.adaptive-scheduler.';
test('the scheduler waits as it is told', () => {
  const options = {
    resourceWaitTimeout: Duration.minutes(10), resourceStabilizationTimeout: Duration.seconds(0), rescaleCooldown: Duration.minutes(2),
  };
  const later = { runningResourceStabilizationTimeout: Duration.seconds(90), rescaleMaxDelay: Duration.minutes(3), maxCheckpointFailures: 1 };
  expect(settingsOf({ rescaling: Rescaling.inPlace({ ...options, minParallelismIncrease: 2 }) })).toMatchObject({
    [`${SCHEDULER}submission.resource-wait-timeout`]: '10min',
    [`${SCHEDULER}submission.resource-stabilization-timeout`]: '0ms',
    [`${SCHEDULER}executing.cooldown-after-rescaling`]: '2min',
    [`${SCHEDULER}min-parallelism-increase`]: '2',
  });
  expect(settingsOf({ rescaling: Rescaling.inPlace(later) }, { flinkVersion: FlinkVersion.V2_0 })).toMatchObject({
    [`${SCHEDULER}executing.resource-stabilization-timeout`]: '90s',
    [`${SCHEDULER}rescale-trigger.max-delay`]: '3min',
    [`${SCHEDULER}rescale-trigger.max-checkpoint-failures`]: '1',
  });
});

test.each<[string, Parameters<typeof Rescaling.inPlace>[0], FlinkVersion, string]>([
  ['minParallelismIncrease', { minParallelismIncrease: 2 }, FlinkVersion.V2_0, 'Flink 1.19 and 1.20'],
  ['runningResourceStabilizationTimeout', { runningResourceStabilizationTimeout: Duration.seconds(1) }, FlinkVersion.V1_20, 'Flink 2.0 and newer'],
  ['rescaleMaxDelay', { rescaleMaxDelay: Duration.seconds(1) }, FlinkVersion.V1_20, 'Flink 2.0 and newer'],
  ['maxCheckpointFailures', { maxCheckpointFailures: 1 }, FlinkVersion.V1_19, 'Flink 2.0 and newer'],
])('%s is refused on another Flink', (property, options, flinkVersion, allowed) =>
  expect(refusalOf(() => bind({ rescaling: Rescaling.inPlace(options) }, { flinkVersion })).message).toBe(says(
    `${property} stands for an option that is not read here [scaling-option-of-other-version]`, flinkVersion.toString(), allowed, LATER,
  )));

test('FLINK-38770 is told on Flink 2, and there alone', () => {
  expect(bind({}, { flinkVersion: FlinkVersion.V2_2 }).findings).toEqual([{
    code: 'autoscaler-overrides-lost',
    message: 'Flink 2.2 starts an application with the parallelism of the resource, whatever the autoscaler had found (FLINK-38770): a full upgrade falls back to it',
    fix: 'expect the autoscaler to find it again after each upgrade, or set parallelism near what it finds; Flink 1.20 keeps it',
  }]);
  expect(codesOf({ memoryTuning: {} })).toEqual(['autoscaler-memory-upgrades']);
});

test.each<[number, string | undefined]>([
  [120, undefined], [180, undefined], [720, undefined], [32_768, 'above 2 subtasks the next number that spreads key groups evenly is 4'],
  [128, 'above 2 subtasks the next number that spreads key groups evenly is 4'], [127, 'above 1 subtasks the next number that spreads key groups evenly is 127'],
  [200, 'above 2 subtasks the next number that spreads key groups evenly is 4'], [96, undefined], [1, undefined], [2, undefined],
])('a max parallelism of %d', (maxParallelism, told) => {
  const [finding] = bind({}, { maxParallelism }).findings!;
  expect(finding?.message).toBe(told === undefined ? undefined : `max parallelism ${maxParallelism} has few divisors: ${told}`);
});
