import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFile } from '../../../src/flink/options/catalogue-file';
import { flinkOptions, operatorOptions } from '../../../src/flink/options/option-catalogue';
import { optionType } from '../../../src/flink/options/option-type';
import { readOptionValue } from '../../../src/flink/options/option-value';
import { valueDialect } from '../../../src/flink/options/value-dialect';
import { FlinkVersion } from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];
const RELEASES = ['1.10', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16'];
const KINDS = ['Boolean', 'Integer', 'Long', 'Float', 'Double', 'String', 'Duration', 'MemorySize', 'Enum', 'Map'];
const flink = (version: FlinkVersion, key: string) => flinkOptions(version).find(key);

describe('a key is', () => {
  test('an option, with its type, its default and its older spellings', () => {
    expect(flink(FlinkVersion.V1_20, 'execution.checkpointing.num-retained')).toEqual({
      is: 'option',
      option: {
        key: 'execution.checkpointing.num-retained',
        type: { kind: 'Integer', list: false, constants: [] },
        defaultText: '1',
        older: ['state.checkpoints.num-retained'],
      },
    });
  });

  test('an option of one type in one line and of another in the next', () => {
    expect(LINES.map((version) => flinkOptions(version).option('heartbeat.timeout')?.type.kind))
      .toEqual(['Long', 'Duration', 'Duration', 'Duration', 'Duration', 'Duration']);
  });

  test('an older spelling of an option, in the line that renamed it and later', () => {
    const found = LINES.map((version) => flink(version, 'state.checkpoints.num-retained'));
    expect(found.map((each) => [each.is, 'options' in each ? each.options[0].key : 'option' in each ? each.option.key : undefined])).toEqual([
      ['option', 'state.checkpoints.num-retained'], ...Array(5).fill(['older-spelling', 'execution.checkpointing.num-retained']),
    ]);
  });

  test('an older spelling of two options at once', () => {
    expect(flink(FlinkVersion.V2_2, 'state.backend.local-recovery')).toMatchObject({
      is: 'older-spelling', options: [{ key: 'execution.checkpointing.local-backup.enabled' }, { key: 'execution.state-recovery.from-local' }],
    });
  });

  test('dead: read in other lines, and silently ignored in this one', () => {
    expect(flink(FlinkVersion.V2_0, 'cluster.evenly-spread-out-slots')).toEqual({ is: 'of-other-lines', lines: ['1.19', '1.20'], instead: undefined });
    expect(flink(FlinkVersion.V2_3, 'taskmanager.network.memory.buffers-per-channel')).toMatchObject({ is: 'of-other-lines', lines: ['1.19', '1.20'] });
  });

  test('not yet known, with the spelling that this line reads', () => {
    expect(flink(FlinkVersion.V1_19, 'execution.checkpointing.dir'))
      .toEqual({ is: 'of-other-lines', lines: ['1.20', '2.0', '2.1', '2.2', '2.3'], instead: 'state.checkpoints.dir' });
  });

  test.each([
    ['kubernetes.jobmanager.labels.team', 'kubernetes.jobmanager.labels'],
    ['pipeline.global-job-parameters.a.b', 'pipeline.global-job-parameters'],
    ['metrics.reporter.prom.factory.class', 'metrics.reporter.<name>.factory.class'],
    ['external-resource.gpu.param.discovery-script.path', 'external-resource.<resource_name>.param.<param>'],
    ['flink.hadoop.dfs.replication', 'flink.hadoop.<key>'],
  ])('a member of an option: %s', (key, option) => {
    expect(flink(FlinkVersion.V2_2, key)).toMatchObject({ is: 'member', option: { key: option } });
  });

  test.each([
    ['metrics.reporter.prom.port', 'a metric reporter'],
    ['s3.iam-role', 'the S3 file systems'],
    ['fs.azure.account.key.abc.blob.core.windows.net', 'the Azure file systems'],
    ['containerized.taskmanager.env.AWS_REGION', 'the environment of the TaskManagers'],
    ['$internal.application.anything', 'Flink itself, which sets them'],
  ])('handed on by its prefix: %s', (key, handedTo) => {
    expect(flink(FlinkVersion.V1_20, key)).toMatchObject({ is: 'handed-on', family: { handedTo } });
  });

  test.each([
    ['taskmanager.numberOfTaskSlot', 'taskmanager.numberOfTaskSlots'],
    ['taskmanager.number-of-task-slots', 'taskmanager.numberOfTaskSlots'],
    ['Parallelism.Default', 'parallelism.default'],
    ['state_backend_type', 'state.backend.type'],
    ['execution.checkpointing.intervall', 'execution.checkpointing.interval'],
    ['execution.checkpointing.max_concurrent_checkpoints', 'execution.checkpointing.max-concurrent-checkpoints'],
  ])('unknown, but near another: %s', (key, near) => {
    expect(flink(FlinkVersion.V1_20, key)).toMatchObject({ is: 'unknown', nearest: expect.arrayContaining([near]) });
  });

  test('unknown and near none', () => {
    expect(flink(FlinkVersion.V1_20, 'my.own.thing')).toEqual({ is: 'unknown', nearest: [] });
    expect(flink(FlinkVersion.V1_20, 's3.')).toMatchObject({ is: 'unknown' });
    expect(flink(FlinkVersion.V1_20, 'kubernetes.jobmanager.labels.')).toMatchObject({ is: 'unknown' });
  });
});

describe('a key of the operator is', () => {
  const operator = (release: string, key: string) => operatorOptions(release).find(key);

  test('an option from the release on that brought it', () => {
    const found = RELEASES.map((release) => operator(release, 'kubernetes.operator.bluegreen.abort.grace-period').is);
    expect(found).toEqual([...Array(4).fill('of-other-lines'), 'option', 'option', 'option']);
  });

  test('an older spelling in the autoscaler, which had its options below the operator', () => {
    expect(operator('1.16', 'kubernetes.operator.job.autoscaler.enabled')).toMatchObject({ is: 'older-spelling', options: [{ key: 'job.autoscaler.enabled' }] });
  });

  test('handed on to the deployments of a namespace', () => {
    expect(operator('1.10', 'kubernetes.operator.default-configuration.namespace.prod.parallelism.default')).toMatchObject({ is: 'handed-on' });
  });
});

describe('the catalogue', () => {
  test.each(['flink', 'operator'] as const)('of %s is whole in itself', (of) => {
    const { lines, spans, types, options } = catalogueFile(of);
    const forms = options.flatMap(([key, span]) => spans[span].map((line) => `${key} in ${line}`));
    expect(new Set(forms).size).toBe(forms.length);
    expect(spans.flat().filter((line) => !lines.includes(line))).toEqual([]);
    expect(options.filter(([, , type]) => types[type] === undefined)).toEqual([]);
    expect(types.map((text) => optionType(text).kind).filter((kind) => !KINDS.includes(kind))).toEqual([]);
  });

  test.each(LINES)('%s reads its own defaults', (version) => {
    const catalogue = flinkOptions(version);
    const unreadable = [...catalogue.keys].map((key) => catalogue.option(key)!).filter(({ type, defaultText }) => {
      const machine = defaultText?.startsWith('<') ?? true;
      return !machine && !(readable(() => readOptionValue(defaultText!, type, valueDialect(version))));
    });
    expect(unreadable.map(({ key, defaultText }) => [key, defaultText])).toEqual([]);
  });

  test('covers each room of Flink', () => {
    for (const version of LINES) {
      const keys = [...flinkOptions(version).keys];
      for (const prefix of ['taskmanager.memory.', 'kubernetes.', 'state.backend.rocksdb.', 'table.exec.', 'table.optimizer.',
        'sql-gateway.', 'sql-client.', 'python.', 'gs.', 's3.', 'pekko.', 'high-availability.', 'security.ssl.', 'rest.', 'historyserver.', 'execution.batch.']) {
        expect(`${version} ${prefix} ${keys.some((key) => key.startsWith(prefix))}`).toBe(`${version} ${prefix} true`);
      }
    }
    expect([...flinkOptions(FlinkVersion.V2_0).keys].some((key) => key.startsWith('state.backend.forst.'))).toBe(true);
  });

  test('stays small', () => {
    const folder = join(__dirname, '..', '..', '..', 'src', 'flink', 'options');
    const bytes = ['flink-options.json', 'operator-options.json'].map((file) => statSync(join(folder, file)).size);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(250_000);
  });

  test('is not loaded by an import of the library, nor by a synth', () => {
    const script = `
      const { App, Chart, Duration, Size } = require('cdk8s');
      const flink = require('./src');
      const chart = new Chart(new App(), 'chart');
      new flink.TunedFlinkDeployment(chart, 'job', {
        image: 'registry.example.com/job:1', flinkVersion: flink.FlinkVersion.V1_20,
        job: flink.FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/job.jar' }),
        workload: flink.Workload.deduplication({
          throughput: flink.Throughput.of({ recordsPerSecond: 20000, averageRecordBytes: 512 }), expectedState: Size.gibibytes(40), latencyObjective: Duration.seconds(1),
        }),
        stateBackend: new flink.RocksDbStateBackend(), checkpointing: new flink.S3Checkpointing({ bucket: 'flink-state', prefix: 'job' }),
      });
      chart.toJson();
      console.log(JSON.stringify(Object.keys(require.cache).filter((file) => /src.flink.options.*json|node_modules.yaml/.test(file))));`;
    const root = join(__dirname, '..', '..', '..');
    const printed = execFileSync('node', ['-r', 'ts-node/register/transpile-only', '-e', script], {
      cwd: root, encoding: 'utf8', env: { ...process.env, TS_NODE_PROJECT: 'test/tsconfig.json' },
    });
    const loadedByCdk8s = /node_modules.cdk8s.node_modules/;
    expect((JSON.parse(printed) as string[]).filter((file) => !loadedByCdk8s.test(file))).toEqual([]);
  });
});

test('the type of an option is read from the text that the catalogue has', () => {
  expect(optionType('List<Enum(A|B)>')).toEqual({ kind: 'Enum', list: true, constants: ['A', 'B'] });
  expect(optionType('Map')).toEqual({ kind: 'Map', list: false, constants: [] });
});

function readable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
