import * as fc from 'fast-check';
import { crons, decimals, durations, excludedPeriods, flags } from './admission-texts';

export type Settings = Record<string, string>;

const option = (key: string, texts: fc.Arbitrary<string>): fc.Arbitrary<Settings> => texts.map((text) => ({ [key]: text }));
const directories = fc.constantFrom('s3://bucket/x', 's3://bucket/x', '', ' ');
const sizes = fc.constantFrom('1600m', '2g', '1gb', '512m', '64m', '1k', '2048Mi', 'lots', '');
const scaler = (name: string, texts: fc.Arbitrary<string>) =>
  fc.constantFrom('job.autoscaler.', 'job.autoscaler.', 'kubernetes.operator.job.autoscaler.').chain((prefix) => option(prefix + name, texts));

const SCALER_NUMBERS = [
  'scale-down.max-factor', 'scale-up.max-factor', 'target.utilization', 'utilization.target', 'target.utilization.boundary', 'utilization.max', 'utilization.min',
  'observed-scalability.coefficient-min', 'memory.gc-pressure.threshold', 'memory.heap-usage.threshold', 'scaling.effectiveness.threshold', 'memory.tuning.overhead',
];
/** The autoscaler, mostly on, with up to three of its options. */
export const autoscaling: fc.Arbitrary<Settings> = fc.tuple(
  scaler('enabled', fc.constantFrom('true', 'true', 'true', 'TRUE', 'false', 'on')),
  fc.array(fc.oneof(
    fc.constantFrom(...SCALER_NUMBERS).chain((name) => scaler(name, decimals)),
    fc.constantFrom('observed-scalability.enabled', 'scaling.effectiveness.detection.enabled', 'memory.tuning.enabled').chain((name) => scaler(name, flags)),
    scaler('excluded.periods', excludedPeriods),
    scaler('metrics.window', durations),
    fc.constantFrom('kubernetes.operator.reconcile.interval', 'kubernetes.operator.reconciler.reschedule.interval').chain((key) => option(key, durations)),
  ), { minLength: 1, maxLength: 3 }),
).map(([enabled, more]) => Object.assign({}, enabled, ...more));

const MEMORY_KEYS = [
  'jobmanager.memory.process.size', 'jobmanager.memory.flink.size', 'jobmanager.memory.heap.size', 'jobmanager.heap.size', 'taskmanager.memory.process.size',
  'taskmanager.memory.flink.size', 'taskmanager.memory.task.heap.size', 'taskmanager.memory.managed.size', 'taskmanager.memory.network.max', 'taskmanager.memory.segment-size',
];

/** One option that some rule looks at. */
const ruled: fc.Arbitrary<Settings> = fc.oneof(
  fc.constantFrom('kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id').chain((key) => option(key, fc.constant('x'))),
  fc.constantFrom('kubernetes.operator.deployment.rollback.enabled', 'kubernetes.operator.cluster.health-check.enabled',
    'kubernetes.operator.jm-deployment-recovery.enabled', 'kubernetes.operator.reconciler.jm-deployment-recovery.enabled').chain((key) => option(key, flags)),
  fc.constantFrom('high-availability.type', 'high-availability', 'recovery.mode')
    .chain((key) => option(key, fc.constantFrom('kubernetes', 'KUBERNETES', 'zookeeper', 'none', 'NONE', 'standalone', 'k8s', ''))),
  fc.constantFrom('execution.checkpointing.dir', 'state.checkpoints.dir', 'state.backend.fs.checkpointdir', 'execution.checkpointing.savepoint-dir',
    'state.savepoints.dir', 'savepoints.state.backend.fs.dir').chain((key) => option(key, directories)),
  option('kubernetes.operator.periodic.savepoint.interval', fc.oneof(durations, crons)),
  option('kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age', durations),
  fc.constantFrom(...MEMORY_KEYS).chain((key) => option(key, sizes)),
  option('jobmanager.heap.mb', fc.constantFrom('1024', '1', '-5', 'x')),
  option('taskmanager.network.numberOfBuffers', fc.constantFrom('2048', '10', '1000000', '-1', 'x')),
  option('taskmanager.numberOfTaskSlots', fc.constantFrom('4', '0', 'x', '-1')),
  option('taskmanager.cpu.cores', fc.constantFrom('2', '0', '-1', 'x', 'NaN')),
  fc.constantFrom('abc', '-5', '3').map((amount) => ({ 'external-resources': 'gpu;fpga', 'external-resource.gpu.amount': amount })),
  fc.constantFrom('false', 'true').map((recovery) => (
    { 'kubernetes.operator.cluster.health-check.enabled': 'true', 'kubernetes.operator.jm-deployment-recovery.enabled': recovery })),
  autoscaling, autoscaling, autoscaling, autoscaling, autoscaling, autoscaling,
);

const sound: fc.Arbitrary<Settings> = fc.subarray([
  { 'state.checkpoints.dir': 's3://b/c' }, { 'state.savepoints.dir': 's3://b/s' }, { 'execution.checkpointing.dir': 's3://b/c' }, { 'taskmanager.numberOfTaskSlots': '2' },
  { 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.process.size': '2g' }, { 'high-availability.type': 'kubernetes' }, { 'rest.port': '8081' },
] as Settings[]).map((parts) => Object.assign({}, ...parts));
/** Plausible options; in a third of them one or two that rules look at. */
export const flinkConfiguration: fc.Arbitrary<Settings> = fc.tuple(sound, fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(ruled, { minLength: 1, maxLength: 2 }) },
)).map(([base, more]) => Object.assign({}, base, ...more));

/** Mostly the usual. */
export const rarely = <T>(texts: fc.Arbitrary<T>, usual: T, weight = 6): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: texts });

/** What Helm's values may add under all resources, under those of a namespace, or of a version. */
export const operatorConfiguration = rarely<Settings | undefined>(fc.array(fc.tuple(
  fc.constantFrom('', '', 'namespace.team-a.', 'namespace.default.', 'flink-version.v1_20.', 'flink-version.v1_18+.', 'flink-version.v1_19+.', 'flink-version.v2_0+.', 'flink-version.v9_9+.'),
  fc.oneof(ruled, sound),
).map(([scope, settings]) => Object.fromEntries(Object.entries(settings).filter(([key]) => scope !== '' || !/interval|window|periods/.test(key))
  .map(([key, text]) => [scope === '' ? key : `kubernetes.operator.default-configuration.${scope}${key}`, text]))), { minLength: 1, maxLength: 3 })
  .map((parts) => inFile(Object.assign({}, ...parts))), undefined, 2);

/** As a line of flink-conf.yaml can hold it: without blanks around it, and not empty. */
function inFile(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).map(([key, text]) => [key, text.trim()]).filter(([, text]) => text !== '' && !/[#\n]/.test(text)));
}
