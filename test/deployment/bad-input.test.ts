import { Chart, Size, Testing } from 'cdk8s';
import { deploymentOf, emitted, freshChart, SOUND, throughput } from './sample-deployment';
import { refusalOf, says } from '../refusals';
import {
  Checkpointing, FlinkVersion, ForStStateBackend, HashMapStateBackend, JmxReporter, OperatorVersion, PersistentVolumeCheckpointing,
  PrometheusReporter, RocksDbStateBackend, S3Checkpointing, StateBackend, StateLocation, Throughput, TunedFlinkDeploymentProps, Workload,
} from 'cdk8s-flink';

let chart: Chart;
beforeEach(() => { chart = freshChart(); });

/** Refused with this very message, at the construct; and nothing half-made stays, no service account either. */
function refuses(changes: Partial<TunedFlinkDeploymentProps>, what: string, got: string, allowed: string, fix: string, id = 'some-job') {
  const { message } = refusalOf(() => deploymentOf(changes, chart, id));
  expect(message).toBe(says(what, got, allowed, fix, `chart/${id}`));
  expect(Testing.synth(chart)).toEqual([]);
}

const optionAt = (key: string) => `in spec.flinkConfiguration["${key}"]`;
const stateful = (facts: object) => Workload.deduplication({ throughput, ...facts });

describe('names', () => {
  const NAME = 'the operator does not accept this name of a FlinkDeployment [deployment-name]';
  const ALLOWED = '1 to 45 lower-case letters, digits and dashes, a letter first, no dash last';
  const FIX = 'choose another name; it is never shortened for you, because state belongs to it';

  test.each(['a'.repeat(46), '1st-job', 'Some-Job'])('%j as the construct\'s id', (id) => refuses({}, NAME, `"${id}", ${id.length} characters`, ALLOWED, FIX, id));

  test('a name of its own over 45 characters', () => refuses({ name: 'b'.repeat(50) }, NAME, `"${'b'.repeat(50)}", 50 characters`, ALLOWED, FIX));

  test('a name twice in one namespace, from two charts', () => {
    const other = new Chart(chart.node.root as never, 'other', { namespace: 'flink' });
    deploymentOf({ name: 'taken' }, chart, 'first');
    expect(refusalOf(() => deploymentOf({ name: 'taken' }, other, 'second')).message).toBe(says(
      'two FlinkDeployments of one name in one namespace: the second would overwrite the first [deployment-name-taken]',
      '"taken", taken by chart/first', 'a name of its own for each',
      'pass another `name`, or give one of the charts a namespace of its own', 'other/second',
    ));
    expect(Testing.synth(other)).toEqual([]);
    expect(emitted(chart, 'FlinkDeployment')).toHaveLength(1);
  });

  test('a name that a refused construct had is free again', () => {
    expect(refusalOf(() => deploymentOf({ parallelism: 0 }, chart)).code).toBe('parallelism');
    expect(() => deploymentOf({}, chart)).not.toThrow();
  });

  test('the same name in another namespace, or in another app, is fine', () => {
    deploymentOf({ name: 'shared' }, chart);
    expect(() => deploymentOf({ name: 'shared' }, new Chart(chart.node.root as never, 'other', { namespace: 'elsewhere' }))).not.toThrow();
    expect(() => deploymentOf({ name: 'shared' }, freshChart())).not.toThrow();
  });
});

describe('memory', () => {
  const tooSmall = (role: string, why: string) => `Flink cannot start a ${role} with this memory: ${why} [process-memory-too-small]`;
  const parts = (role: string) => `the parts of the ${role} memory need more than Flink has`;
  const allowed = (mebibytes: number) => `${mebibytes} MiB and more, with the other settings as they are`;
  const raise = (role: string) => `raise the memory of the ${role}, or leave it out to have it derived`;
  const taskManager = (memory: Size) => ({ taskManager: { memory } });

  test('a TaskManager with RocksDB below what Flink starts with', () => {
    refuses(taskManager(Size.mebibytes(981)), tooSmall('TaskManager', parts('TaskManager')), '981m', allowed(982), raise('TaskManager'));
  });

  test('a TaskManager with state on the heap below what Flink starts with', () => {
    refuses({ stateBackend: new HashMapStateBackend(), ...taskManager(Size.mebibytes(767)) },
      tooSmall('TaskManager', parts('TaskManager')), '767m', allowed(768), raise('TaskManager'));
  });

  test('a JobManager below what Flink starts with', () => {
    refuses({ jobManager: { memory: Size.mebibytes(512) } }, tooSmall('JobManager', parts('JobManager')), '512m', allowed(577), raise('JobManager'));
  });

  test.each(['taskManager', 'jobManager'])('a fraction of a mebibyte for %s', (role) => {
    refuses({ [role]: { memory: Size.gibibytes(1.3) } }, `${role}.memory is not a whole number of mebibytes [memory-not-whole]`, '1331.2 MiB',
      'whole mebibytes: Flink rounds a pod\'s request down to them and would believe it had more', 'use Size.mebibytes(…) or Size.gibibytes(…) with a whole number');
  });

  test('a raw process size that contradicts the field', () => {
    const key = 'taskmanager.memory.process.size';
    refuses({ flinkConfiguration: { [key]: '4g' }, ...taskManager(Size.gibibytes(8)) },
      `${key} contradicts spec.taskManager.resource.memory, which the operator writes over it [overwritten-option]`,
      `"4g", ${optionAt(key)}`, '"8 gb", or nothing', 'remove the option; the field decides');
  });

  test.each<[string, string, string, string]>([
    ['taskmanager.memory.managed.size', '1g', '4096m', 'set taskManager.memory; its pools may then be set raw'],
    ['taskmanager.network.memory.max', '1g', '64m', 'set taskManager.memory; its pools may then be set raw'],
    ['taskmanager.numberOfTaskSlots', '8', '2', 'set taskManager.taskSlots, so that CPU and memory follow'],
    ['state.backend', 'hashmap', 'rocksdb', 'set stateBackend, so that memory goes to the right pool'],
  ])('a raw %s against the plan', (key, raw, decided, fix) => {
    refuses({ flinkConfiguration: { [key]: raw } }, `${key} in flinkConfiguration contradicts the plan, and other values rest on it [contradicts-plan]`,
      `"${raw}"`, `"${decided}", or nothing`, fix);
  });

  test.each<[string, unknown, string, string]>([
    ['image', undefined, 'text that is not empty', 'a text in quotes'],
    ['workload', undefined, 'Workload', 'Workload.deduplication({ throughput })'],
    ['checkpointing', undefined, 'Checkpointing, here or in FlinkDefaults above', 'new S3Checkpointing({ bucket })'],
    ['flinkVersion', '1.20', 'FlinkVersion', 'FlinkVersion.V1_20'],
    ['stateBackend', RocksDbStateBackend, 'StateBackend', 'new RocksDbStateBackend()'],
    ['metricReporters', 'prometheus', 'a list of reporters', '[new PrometheusReporter()]'],
    ['logging', 'DEBUG', 'LogConfiguration', 'LogConfiguration.levels({ root: LogLevel.INFO })'],
    ['podSecurity', 'restricted', 'PodSecurity', 'PodSecurity.restricted()'],
    ['tls', true, 'FlinkTls', 'new FlinkTls({ internal })'],
    ['ingress', 'flink.example.com', 'FlinkIngress', 'FlinkIngress.host({ host })'],
    ['jvm', ['-XX:+UseG1GC'], 'JvmOptions', 'JvmOptions.of({ both: ["-XX:+UseG1GC"] })'],
  ])('%s missing or of another type, from plain JavaScript', (property, value, type, example) => {
    refuses({ [property]: value }, `${property} is missing or is not what it must be [property-shape]`,
      value === undefined ? 'nothing' : typeof value, type, `for example ${example}`);
  });

  test('a bound on parallelism below it', () => {
    const key = 'pipeline.max-parallelism';
    refuses({ parallelism: 4, flinkConfiguration: { [key]: '1' } }, `${key} is below the parallelism [max-parallelism-below-parallelism]`,
      `"1" with parallelism 4, ${optionAt(key)}`, '4 to 32768', 'leave it to maxParallelism of the construct');
  });

  test('a raw fraction of managed memory beside the derived size', () => {
    const key = 'taskmanager.memory.managed.fraction';
    refuses({ flinkConfiguration: { [key]: '0.6' } },
      `${key} contradicts taskmanager.memory.managed.size, which fixes the pool [idle-memory-share]`, `"0.6", ${optionAt(key)}`,
      'a size, or a fraction, not both',
      'give taskManager.memory, which leaves the pools to Flink\'s fractions');
  });
});

describe('versions', () => {
  const ROCKSDB = 'use RocksDbStateBackend or HashMapStateBackend';
  const FORST = 'this version of Flink does not have this state backend [unknown-state-backend]';

  test('a backend of one\'s own that binds forst on 1.20', () => {
    class LaterStateBackend extends StateBackend {
      public readonly location = StateLocation.LOCAL_DISK;
      public bind() {
        return { settings: [{ key: 'state.backend.type', value: 'forst', reason: 'state far away' }] };
      }
    }
    const forst = { stateBackend: new LaterStateBackend() };
    refuses(forst, FORST, `"forst" on v1_20, ${optionAt('state.backend.type')}`, 'hashmap, rocksdb, jobmanager, filesystem, or the name of a factory class', ROCKSDB);
    expect(() => deploymentOf({ ...forst, flinkVersion: FlinkVersion.V2_0 }, freshChart())).not.toThrow();
  });

  test('ForSt on 1.20', () => {
    refuses({ stateBackend: new ForStStateBackend() }, 'this Flink does not have what ForStStateBackend stands for [strategy-of-later-version]',
      'Flink 1.20', 'Flink 2.0 and newer', 'use another strategy, or a newer Flink');
  });

  test('Flink 2.3 on operator 1.15', () => {
    refuses({ flinkVersion: FlinkVersion.V2_3, operatorVersion: OperatorVersion.V1_15 }, 'this operator does not know this Flink [operator-too-old]',
      'Flink 2.3 on operator 1.15', 'up to Flink 2.2', 'upgrade the operator and say so in operatorVersion, or use an older Flink');
  });

  test('an official image of another line', () => {
    refuses({ image: 'flink:1.19.3-java17' }, 'the image carries another Flink than flinkVersion says [image-version]',
      'image "flink:1.19.3-java17", flinkVersion 1.20', 'an image of Flink 1.20', 'set flinkVersion to FlinkVersion.of("1.19.3"), or take another image');
  });
});

describe('facts', () => {
  const FIX = 'give what was counted or measured; leave optional facts out when they are not known';

  test.each([0, -1, NaN, Infinity])('a throughput of %p', (recordsPerSecond) => {
    refuses({ workload: Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond }) }) },
      'workload.throughput.recordsPerSecond must be above zero and finite [workload-throughput]', `${recordsPerSecond} records a second`,
      'above 0, at most 1,000,000,000,000,000 records a second', FIX);
  });

  test('a state of nothing', () => {
    refuses({ workload: stateful({ expectedState: Size.gibibytes(0) }) }, 'workload.expectedState must be above zero and finite [workload-state]',
      '0 KiB', 'above 0, at most 1,000,000,000,000,000 KiB', FIX);
  });

  test('a parallelism above the partitions of the source', () => {
    refuses({ parallelism: 25 },
      'parallelism is above the partitions of the source: the sources beyond them would read nothing [parallelism-above-partitions]',
      'parallelism 25, workload.sourcePartitions 24', '1 to 24', 'add partitions to the topic, or lower parallelism');
  });
});

describe('checkpoints', () => {
  test('state without checkpoints', () => {
    refuses({ checkpointing: Checkpointing.disabled({ reason: 'to save money' }) },
      'a stateful workload without checkpoints loses its state with any failure and any upgrade [stateful-without-checkpoints]',
      'deduplication with Checkpointing.disabled', 'checkpoints, or a workload without state', 'use S3Checkpointing or PersistentVolumeCheckpointing');
  });

  test('unaligned with two at a time', () => {
    refuses({ checkpointing: new S3Checkpointing({ bucket: 'flink-state', unaligned: true, maxConcurrent: 2 }) },
      'unaligned checkpoints allow only one checkpoint at a time [unaligned-with-concurrent-checkpoints]',
      `"2" with execution.checkpointing.unaligned.enabled on, ${optionAt('execution.checkpointing.max-concurrent-checkpoints')}`,
      '1', 'leave maxConcurrent out, or unaligned off');
  });

  const LEAVE_OUT = 'leave out the scheme and everything that belongs to another property; the library puts them together';
  test('a bucket with a scheme', () => {
    refuses({ checkpointing: new S3Checkpointing({ bucket: 's3://x' }) }, 'bucket of S3Checkpointing has the wrong form [storage-property]', '"s3://x"',
      '3 to 63 lower-case letters, digits, dots and dashes, for example "flink-state"', LEAVE_OUT);
  });

  test('a prefix with a scheme', () => {
    refuses({ checkpointing: new S3Checkpointing({ bucket: 'flink-state', prefix: 's3://flink-state/job' }) },
      'prefix of S3Checkpointing has the wrong form [storage-property]', '"s3://flink-state/job"',
      'a path without scheme and without a slash at either end, for example "team/product-dedup"', LEAVE_OUT);
  });

  test('a mount path that is relative', () => {
    refuses({ checkpointing: PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(1), mountPath: 'data' }) },
      'mountPath of PersistentVolumeCheckpointing is not an absolute path [volume-mount-path]', '"data"',
      'a path that starts with a slash and does not end with one, without a scheme', 'leave mountPath out for /flink-data');
  });
});

describe('raw settings and strategies', () => {
  test.each(['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'])('%s, which the operator forbids', (key) => {
    refuses({ flinkConfiguration: { [key]: 'x' } }, `the operator forbids ${key} in flinkConfiguration [forbidden-key]`, `${key} in flinkConfiguration`,
      'any key but kubernetes.namespace, kubernetes.cluster-id, high-availability.cluster-id',
      'remove it; the operator sets it from the resource\'s name and namespace');
  });

  test('a credential, whose value is not repeated', () => {
    refuses({ flinkConfiguration: { 's3.secret-key': 'AKIA-do-not-show' } }, 's3.secret-key holds a secret in plain text [plain-text-credential]',
      `a value, not shown, ${optionAt('s3.secret-key')}`, 'a reference to a Secret, or a service account',
      'S3Credentials.fromSecret(…), FlinkTls, DatadogReporter and their like take it from a Secret; any other option secretFlinkConfiguration of the cluster');
  });

  test('a value that is no text', () => {
    refuses({ flinkConfiguration: { 'pipeline.object-reuse': 2 as never } },
      'pipeline.object-reuse by flinkConfiguration is not text [setting-not-text]', 'number',
      'a key and a value in text, which every release of the operator accepts', 'put the value in quotes');
  });

  test('two reporters that disagree', () => {
    const reason = '(one fixed port; the reporter\'s own option is deprecated)';
    refuses({ metricReporters: [new JmxReporter({ port: 8789 }), new JmxReporter({ name: 'other', port: 8790 })] },
      'two sources of the same rank disagree on jmx.server.port [setting-conflict]', `"8789" by JmxReporter ${reason}, "8790" by JmxReporter ${reason}`,
      'one value', 'remove one of the two, or decide it in flinkConfiguration, which wins over both');
  });

  test('two reporters on one port', () => {
    const metricReporters = [new PrometheusReporter(), new PrometheusReporter({ name: 'other' })];
    refuses({ metricReporters }, 'one pod is asked for the same port more than once [pod-conflict]', '"9249" twice', 'each port once', 'give one of them another name or port, or leave it out');
  });
});

test('the sample itself is sound', () => {
  deploymentOf(SOUND, chart);
  expect(emitted(chart, 'FlinkDeployment')).toHaveLength(1);
});
