import { Testing } from 'cdk8s';
import { JOB_CONTEXT, STANDALONE } from './job-context';
import { deploymentOf, freshChart, throughput } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { FlinkApi, FlinkJob, FlinkVersion, JobArtifact, SqlRunner, Workload } from 'cdk8s-flink';

const script = 'INSERT INTO sink SELECT * FROM source;\n';
const V2_2 = { ...JOB_CONTEXT, flinkVersion: FlinkVersion.V2_2 };
const runner = SqlRunner.jar(JobArtifact.inImage('/opt/flink/job/sql-runner.jar'), 'com.example.SqlRunner');
const bind = (text: string, context = V2_2) => FlinkJob.sql({ script: text })._bind(context);

test('Flink 2 runs a script by itself, with the gateway of the exact version', () => {
  expect(bind(script)).toMatchObject({
    kind: 'sql',
    jarUri: 'local:///opt/flink/opt/flink-sql-gateway-2.2.1.jar',
    entryClass: 'org.apache.flink.table.runtime.application.SqlDriver',
    args: ['--scriptUri', 'file:///opt/flink/sql/job.sql'],
  });
  expect(bind(script, { ...STANDALONE, flinkVersion: FlinkVersion.V2_0 }).args).toEqual(['--', '--scriptUri', 'file:///opt/flink/sql/job.sql']);
});

test('Flink 1 does not', () => {
  expect(refusalOf(() => bind(script, JOB_CONTEXT)).message).toBe(says(
    'this Flink runs no script by itself [sql-runner]', 'Flink 1.20', 'Flink 2.0 and newer',
    'pass a runner of your own: `runner: SqlRunner.jar(JobArtifact.inImage("/opt/flink/job/sql-runner.jar"))`',
  ));
});

test.each([JOB_CONTEXT, STANDALONE])('a runner of one\'s own gets the path, then the arguments', (context) => {
  expect(FlinkJob.sql({ script, runner, args: ['--dry'] })._bind(context)).toMatchObject({
    jarUri: 'local:///opt/flink/job/sql-runner.jar', entryClass: 'com.example.SqlRunner', args: ['/opt/flink/sql/job.sql', '--dry'],
  });
});

test('another script is another ConfigMap, so that the job is upgraded', () => {
  const chart = freshChart();
  const workload = Workload.windowedAggregation({ throughput, api: FlinkApi.SQL });
  deploymentOf({ job: FlinkJob.sql({ script, runner }), workload }, chart);
  deploymentOf({ job: FlinkJob.sql({ script, runner }), workload }, chart, 'same-script');
  deploymentOf({ job: FlinkJob.sql({ script: `${script}-- changed\n`, runner }), workload }, chart, 'changed-script');
  const emitted = Testing.synth(chart);
  const maps = emitted.filter(({ kind }) => kind === 'ConfigMap');
  expect(maps.map(({ data, immutable }) => [data['job.sql'].startsWith(script), immutable])).toEqual([[true, true], [true, true], [true, true]]);
  const [one, same, changed] = maps.map(({ metadata }) => metadata.name.split('-sql-')[1]);
  expect(same).toBe(one);
  expect(changed).not.toBe(one);
  emitted.filter(({ kind }) => kind === 'FlinkDeployment').forEach(({ spec: { jobManager, taskManager } }, index) => {
    expect(jobManager.podTemplate.spec.volumes).toContainEqual({ name: 'job-sql', configMap: { name: maps[index].metadata.name } });
    expect(JSON.stringify(taskManager)).not.toContain('job-sql');
  });
});

test('a runner that is downloaded keeps its volume beside the script', () => {
  const onClaim = SqlRunner.jar(JobArtifact.onClaim({ name: 'jars' } as never, 'sql-runner.jar'));
  expect(FlinkJob.sql({ script, runner: onClaim })._bind(JOB_CONTEXT).jobManagerPods!.volumes!.map(({ name }) => name)).toEqual(['job-artifact', 'job-sql']);
});

test.each([
  ['WITH (\'connector\' = \'jdbc\', \'password\' = \'hunter2\')', 'a value of \'password\', not shown'],
  ['SET \'s3.secret-key\'=\'hunter2\';', 'a value of \'s3.secret-key\', not shown'],
  ['\'properties.sasl.jaas.config\' = \'org.apache… password="hunter2";\'', 'a value of \'properties.sasl.jaas.config\', not shown'],
  ['\'url\' = \'jdbc:mysql://me:hunter2@db/orders\'', 'an address with a login'],
])('a secret in %p is refused and not shown', (text, got) => {
  expect(refusalOf(() => bind(`${script}${text}`)).message).toBe(says(
    'the script holds a secret in plain text, and many may read a ConfigMap [plain-text-credential]', got,
    'connectors that read their secrets from a file or the environment of the pods',
    'mount the Secret through `pods`, or pass a runner that replaces variables, with an image that has the script',
  ));
});

test.each([['', 0], [' \n', 2], ['é'.repeat(524_285), 1_048_570]])('a script of %# does not fit', (text, bytes) => {
  expect(refusalOf(() => bind(text)).message).toBe(says(
    'the script does not fit a ConfigMap, or says nothing [sql-script]', `${bytes} bytes`, '1 to 1048569 bytes of statements',
    'pass the text of the script; move one that is larger into the image, with a runner that reads it there',
  ));
});

test('the largest script fits', () => {
  expect(bind('x'.repeat(1_048_569)).jobManagerPods!.newConfigMaps).toHaveLength(1);
});

test('a plan for DataStream code would leave windows of SQL no memory', () => {
  expect(refusalOf(() => deploymentOf({ job: FlinkJob.sql({ script, runner }) })).message).toBe(says(
    'an SQL job whose workload is planned as DataStream code [job-against-workload]', 'no api', 'api: FlinkApi.SQL', 'set `api` of the workload', 'chart/some-job',
  ));
});
