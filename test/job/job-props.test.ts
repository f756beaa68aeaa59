import fc from 'fast-check';
import { JOB_CONTEXT } from './job-context';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { FlinkJob, JobProps, JobState, OperatorVersion } from 'cdk8s-flink';

const jar = (props: JobProps) => FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/job.jar', ...props });
const bind = (props: JobProps) => jar(props)._bind(JOB_CONTEXT);

test('what a person decides stands in the fields of the resource', () => {
  const path = 's3://flink-state/old/savepoints/savepoint-1a2b3c';
  const job = jar({ initialSavepoint: { path, redeployNonce: 2 }, allowNonRestoredState: true, autoscalerResetNonce: 3 });
  expect(deploymentOf({ job }).toJson().spec.job)
    .toMatchObject({ initialSavepointPath: path, savepointRedeployNonce: 2, allowNonRestoredState: true, autoscalerResetNonce: 3 });
});

test('nothing of it stands there by itself', () => {
  expect(Object.keys(deploymentOf({ job: jar({}) }).toJson().spec.job).sort()).toEqual(['jarURI', 'parallelism', 'upgradeMode']);
});

test.each([
  'savepoint-1', '/savepoints/1', 'local:///savepoints/1', 'https://bucket.example.com/1', 's3://', 's3:///', '', 's3://bucket/a b',
  's3://me:hunter2@bucket/1', 's3://bucket/1?token=hunter2',
])('%p is no savepoint', (path) => {
  const { message } = refusalOf(() => bind({ initialSavepoint: { path } }));
  expect(message).toContain('the path of the initial savepoint is no directory of a file system [initial-savepoint]');
  expect(message).toContain('fix      write for example "s3://flink-state/some-job/savepoints/savepoint-1a2b3c"');
  expect(message).not.toContain('hunter2');
});

test.each(['s3://b/1', 's3a://b/x/y', 'file:///flink-data/savepoints/savepoint-1', 'file:/flink-data/1', 'gs://b/1', 'abfss://c/1', 'hdfs:///savepoints/1'])('%p is one', (path) => {
  bind({ initialSavepoint: { path } });
});

test('a nonce is a whole number that the operator holds exactly', () => {
  fc.assert(fc.property(fc.noBias(fc.oneof(fc.double({ noInteger: true }), fc.constantFrom(-1, NaN, Infinity, 2 ** 53))), (nonce) => {
    expect(refusalOf(() => bind({ autoscalerResetNonce: nonce })).message).toBe(says(
      'autoscalerResetNonce is not a whole number [job-nonce]', String(nonce), '0 to 9007199254740991', 'count up by one when the job is to react',
    ));
    expect(refusalOf(() => bind({ initialSavepoint: { path: 's3://b/1', redeployNonce: nonce } })).message).toContain('initialSavepoint.redeployNonce is not a whole number');
  }));
  [0, 1, Number.MAX_SAFE_INTEGER].forEach((nonce) => bind({ autoscalerResetNonce: nonce }));
});

test('operator 1.10 does not reset its autoscaler', () => {
  expect(refusalOf(() => deploymentOf({ operatorVersion: OperatorVersion.V1_10, job: jar({ autoscalerResetNonce: 1 }) })).message)
    .toContain('operator 1.10 does not have spec.job.autoscalerResetNonce, and Kubernetes would drop it without a word [field-not-in-release]');
});

test('a first deployment that is suspended starts nothing, which is told', () => {
  const { findings } = deploymentOf({ job: jar({ state: JobState.SUSPENDED }) });
  expect(findings.filter(({ code }) => code === 'suspended-job')).toEqual([{
    code: 'suspended-job',
    message: 'the job is suspended: if this is its first deployment, nothing is started at all',
    fix: 'deploy it running, and suspend it later',
  }]);
  expect(deploymentOf({ job: jar({ state: JobState.RUNNING }) }).findings.map(({ code }) => code)).not.toContain('suspended-job');
});

test.each([
  [{ args: '--topic orders' }, 'job.args is missing or is not what it must be [property-shape]'],
  [{ args: [1] }, 'job.args is missing or is not what it must be [property-shape]'],
  [{ state: 'paused' }, 'job.state is missing or is not what it must be [property-shape]'],
  [{ upgradeMode: 'SAVEPOINT' }, 'job.upgradeMode is missing or is not what it must be [property-shape]'],
])('plain JavaScript: %j', (props, what) => {
  expect(refusalOf(() => deploymentOf({ job: jar(props as never) })).message).toContain(what);
});
