import { Size } from 'cdk8s';
import fc from 'fast-check';
import { ClusterMode, DownloadCredentials, FlinkJob, FlinkVersion, JobArtifact, JobState, SqlRunner, UpgradeMode } from '../../src';
import { Drawn, making, mostly, named, one, some } from '../making';

const shared = {
  args: mostly(fc.array(one('--brokers', 'kafka:9092', 'two words', '\'q\'', '$HOME', '{"a": 1}'), { maxLength: 4 }), fc.array(one('-p', '-py', ''), { minLength: 1, maxLength: 3 })),
  state: mostly(one(JobState.RUNNING), one(JobState.SUSPENDED), 12),
  upgradeMode: one(...Object.values(UpgradeMode)),
  initialSavepoint: some({ redeployNonce: fc.nat({ max: 9 }) }, 1, { path: mostly(one('s3://b/savepoint-1', 's3://b/c'), one('nowhere', 'file:///x/1')) }),
  allowNonRestoredState: fc.boolean(),
  autoscalerResetNonce: fc.nat({ max: 9 }),
};
const place = mostly(one('/opt/flink/job/job.jar', '/opt/flink/jobs/a/job-1.0.jar'), one('/opt/flink/usrlib/job.jar', 'job.jar'), 20);
const download = some({
  sha256: one('0'.repeat(64)),
  credentials: fc.oneof(making(named('token'), (secret) => DownloadCredentials.bearer(secret)), making(named('login'), (secret) => DownloadCredentials.basic(secret))),
  image: one('registry.example.com/curl:8'),
}, 2, { url: mostly(one('https://x.example.com/job.jar'), one('http://x/job.jar', 'https://u:p@x/job.jar')), size: one(64, 300).map(Size.mebibytes) });
const artifact = fc.oneof(
  making(place, JobArtifact.inImage),
  making(download, JobArtifact.download),
  making(fc.tuple(named('jars'), mostly(one('job.jar', 'a/job.jar'), one('/c.jar', '../x.jar'))), ([claim, path]) => JobArtifact.onClaim(claim, path)),
);

export const anyJarJob = (mode: ClusterMode): Drawn => fc.oneof(
  making(some({ ...shared, entryClass: one('com.example.Job') }, 3, { uri: mostly(place.map((path) => `local://${path}`), one('local://opt/job.jar', 'job.jar', 's3://x/job.jar'), 20) }), FlinkJob.jar),
  making(some({ ...shared, entryClass: one('com.example.Job') }, 3, { artifact }), FlinkJob.jar),
  ...mode === ClusterMode.NATIVE ? [making(some(shared, 2, { uri: one('https://x.example.com/job.jar') }), FlinkJob.jar)] : [],
);

const file = (...paths: string[]) => mostly(one(...paths), one('job.py', '/opt/flink/lib/x'));
export const anyPythonJob: Drawn = making(mostly(some({
  ...shared,
  files: fc.tuple(file('/opt/flink/job/lib.zip')),
  requirements: file('/opt/flink/job/requirements.txt'),
  archives: fc.tuple(some({ directory: one('venv') }, 1, { path: file('/opt/flink/job/venv.zip') })),
  executable: one('/usr/bin/python3'),
  jars: fc.tuple(file('/opt/flink/job/connector.jar')),
}, 3, { script: file('/opt/flink/job/job.py') }), some(shared, 2, { module: one('job') }), 4), FlinkJob.python);

const sqlRunner = fc.oneof(making(artifact, (jar) => SqlRunner.jar(jar)), making(artifact, (jar) => SqlRunner.jar(jar, 'com.example.Runner')));
const script = mostly(one('CREATE TABLE a (b INT);\nINSERT INTO a SELECT 1;', 'SELECT 1;'), one(''));

/** By a runner of its own where Flink has none. */
export const anySqlJob = (flink: FlinkVersion): Drawn => making(flink.isAtLeast(FlinkVersion.V2_0)
  ? some({ ...shared, runner: mostly(making(one(undefined), SqlRunner.builtIn), sqlRunner, 2) }, 3, { script })
  : some(shared, 2, { script, runner: mostly(sqlRunner, making(one(undefined), SqlRunner.builtIn), 20) }), FlinkJob.sql);

/** A job that is sent to a cluster that runs already. Its host is an address: what a name resolves to only a name service can tell. */
export const anySubmittedJob: Drawn = making(some({ ...shared, entryClass: one('com.example.Job') }, 3, {
  uri: mostly(one('https://203.0.113.7/job.jar', 'https://198.51.100.4:8443/a/b.jar'), one('local:///opt/flink/job/job.jar', 'http://x/job.jar', 's3://b/job.jar'), 8),
}), FlinkJob.jar);
