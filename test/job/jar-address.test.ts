import { JOB_CONTEXT, STANDALONE } from './job-context';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { FlinkJob, FlinkVersion, JarJobProps } from 'cdk8s-flink';

const bind = (uri: string, more: Partial<JarJobProps> = {}, context = JOB_CONTEXT) => FlinkJob.jar({ uri, ...more })._bind(context);

test.each([JOB_CONTEXT, STANDALONE])('a file of the image is named with three slashes', (context) => {
  expect(bind('local:///opt/flink/job/some-job-1.4.0.jar', {}, context)).toMatchObject({ jarUri: 'local:///opt/flink/job/some-job-1.4.0.jar', args: [] });
});

// Two slashes: Flink takes `opt` for a host and looks for /flink/usrlib/job.jar. One slash and no scheme mean other things in each mode.
test.each([
  'local://opt/flink/usrlib/job.jar', 'local:/opt/flink/usrlib/job.jar', 'local:opt/job.jar', '/opt/flink/usrlib/job.jar', 'job.jar',
  'file:///opt/flink/usrlib/job.jar', 'local:///opt/flink/usrlib/job', 'local:///opt/flink/usrlib/', 'local:///opt/my job.jar', '', 'https://', 's3://bucket',
  'local:///opt/flink/job.jar?x', 'https://repo.example.com/job.zip',
])('%p leads nowhere', (uri) => {
  expect(refusalOf(() => bind(uri)).message).toBe(says(
    'the address of the jar leads nowhere [jar-address]', `"${uri.replace(/\?.*$/, '?…')}"`,
    '"local:///" and an absolute path in the image that ends with ".jar", or in native mode a remote address without query and login',
    'write for example "local:///opt/flink/usrlib/job.jar", with three slashes',
  ));
});

test.each(['https://me:hunter2@repo.example.com/job.jar', 'https://repo.example.com/job.jar?X-Amz-Signature=hunter2'])('a secret in %p is not shown', (uri) => {
  expect(refusalOf(() => bind(uri)).message).not.toContain('hunter2');
});

test('a standalone cluster fetches nothing', () => {
  expect(refusalOf(() => bind('https://repo.example.com/job.jar', {}, STANDALONE)).message).toBe(says(
    'a standalone cluster fetches no jar: it takes the file from its pods [jar-not-in-pods]', 'https://…', '"local:///" and a path in the image',
    'put the jar into the image, or pass `artifact: JobArtifact.download({ url, size })`',
  ));
});

test('a standalone JobManager does not see usrlib of its image', () => {
  expect(bind('local:///opt/flink/usrlib/job.jar').jarUri).toBe('local:///opt/flink/usrlib/job.jar');
  expect(refusalOf(() => bind('local:///opt/flink/usrlib/job.jar', {}, STANDALONE)).message).toBe(says(
    'in standalone mode the operator mounts an empty folder over /opt/flink/usrlib of the JobManager [jar-hidden]', '"/opt/flink/usrlib/job.jar"',
    'a path outside of /opt/flink/usrlib', 'put the file elsewhere in the image, for example into /opt/flink/job, or use native mode',
  ));
});

test('plain http only on purpose, by an option that every line has', () => {
  const uri = 'http://repo.svc/job.jar';
  expect(refusalOf(() => bind(uri)).message).toBe(says(
    'Flink fetches no jar over plain http unless it is told so, for anybody on the way may change it [jar-over-http]', `"${uri}"`,
    'https, or a download with a checksum', 'use https, `artifact: JobArtifact.download({ url, size, sha256 })`, or set `plainHttp: true`',
  ));
  const { settings } = bind(uri, { plainHttp: true });
  expect(settings).toEqual([expect.objectContaining({ key: 'user.artifacts.raw-http-enabled', value: 'true' })]);
  [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3]
    .forEach((line) => expect(flinkOptions(line).find(settings![0].key).is).toBe('option'));
});

test('one place that the jar comes from', () => {
  expect(refusalOf(() => FlinkJob.jar({})._bind(JOB_CONTEXT)).message).toBe(says(
    'a job in a jar needs one place that the jar comes from [jar-source]', 'neither uri nor artifact', 'uri or artifact',
    'for example uri: "local:///opt/flink/usrlib/job.jar"',
  ));
});

describe('a jar in an object store', () => {
  test.each(['s3', 's3p'])('%s:// by the plugin that the checkpoints bring', (scheme) => {
    expect(deploymentOf({ job: FlinkJob.jar({ uri: `${scheme}://jars/job.jar` }) }).toJson().spec.job.jarURI).toBe(`${scheme}://jars/job.jar`);
  });

  test.each([
    ['s3a', '`jobManager.pods.plugins`, for example "flink-s3-fs-hadoop-1.20.5.jar", or set `fileSystemInImage: true`'],
    ['gs', '`jobManager.pods.plugins`, for example "flink-gs-fs-hadoop-1.20.5.jar", or set `fileSystemInImage: true`'],
  ])('%s:// needs a plugin of its own', (scheme, fix) => {
    expect(refusalOf(() => deploymentOf({ job: FlinkJob.jar({ uri: `${scheme}://jars/job.jar` }) })).message).toBe(says(
      `the JobManager fetches the jar itself, and nothing brings the file system of ${scheme}:// [jar-file-system]`, 'flink-s3-fs-presto-1.20.5.jar',
      'a plugin of that file system on the JobManager, or one that the image has', `enable it through ${fix}`, 'chart/some-job',
    ));
  });

  test('one that the image has', () => {
    expect(refusalOf(() => deploymentOf({ job: FlinkJob.jar({ uri: 'hdfs://jars/job.jar' }) })).message).toContain('set `fileSystemInImage: true` if the image has it');
    deploymentOf({ job: FlinkJob.jar({ uri: 'hdfs://jars/job.jar', fileSystemInImage: true }) });
    deploymentOf({ job: FlinkJob.jar({ uri: 'gs://jars/job.jar' }), jobManager: { pods: { plugins: ['flink-gs-fs-hadoop-1.20.5.jar'] } } });
  });
});
