import { Size } from 'cdk8s';
import fc from 'fast-check';
import { deploymentOf, throughput } from './sample-deployment';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { Refusal, refusalIn } from '../../src/refusal';
import {
  ClusterMode, FlinkApi, FlinkJob, FlinkVersion, JobArtifact, JobState, OperatorVersion, ProgrammingLanguage, SqlRunner, TunedFlinkDeployment,
  UpgradeMode, Workload,
} from 'cdk8s-flink';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const FOLDERS = ['/opt/flink/usrlib', '/opt/flink/job', '/opt/flink/jobs', '/opt/other'];

const file = (ending: string) => fc.tuple(fc.constantFrom(...FOLDERS), fc.stringMatching(/^[a-z][\w.-]{0,9}$/)).map(([folder, name]) => `${folder}/${name}.${ending}`);
const jobProps = fc.record({
  args: maybe(fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('--host', '-p', '--from', '-py', '--topic a')), { maxLength: 3 })),
  state: maybe(fc.constantFrom(...Object.values(JobState))),
  upgradeMode: maybe(fc.constantFrom(...Object.values(UpgradeMode))),
  initialSavepoint: maybe(fc.record({ path: fc.constantFrom('s3://b/1', 'file:///x/1', 'nowhere'), redeployNonce: maybe(fc.nat()) })),
  allowNonRestoredState: maybe(fc.boolean()),
  autoscalerResetNonce: maybe(fc.nat()),
});
const artifact = fc.oneof(
  file('jar').map((path) => JobArtifact.inImage(path)),
  fc.constantFrom('job.jar', 'a/b.jar', '/c.jar').map((path) => JobArtifact.onClaim({ name: 'jars' } as never, path)),
  fc.record({ url: fc.constantFrom('https://x/job.jar', 'http://x/job.jar'), sha256: maybe(fc.constant('0'.repeat(64))) })
    .map((props) => JobArtifact.download({ ...props, size: Size.mebibytes(64) })),
);
const uri = fc.oneof(
  file('jar').map((path) => `local://${path}`),
  fc.constantFrom('local://opt/job.jar', 'https://x/job.jar', 'http://x/job.jar', 's3://x/job.jar', 'gs://x/job.jar'),
);
const anyJob = fc.noBias(fc.oneof(
  fc.record({ uri: maybe(uri), artifact: maybe(artifact), plainHttp: maybe(fc.boolean()), fileSystemInImage: maybe(fc.boolean()), more: jobProps })
    .map(({ more, ...props }) => FlinkJob.jar({ ...more, ...props })),
  fc.record({ script: maybe(file('py')), files: maybe(fc.array(file('zip'))), jars: maybe(fc.array(file('jar'), { maxLength: 2 })), more: jobProps })
    .map(({ more, ...props }) => FlinkJob.python({ ...more, ...props })),
  fc.record({ script: fc.string({ maxLength: 20 }), runner: maybe(artifact.map((jar) => SqlRunner.jar(jar))), more: jobProps })
    .map(({ more, ...props }) => FlinkJob.sql({ ...more, ...props })),
));
const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];
const RELEASES = [
  OperatorVersion.V1_10, OperatorVersion.V1_11, OperatorVersion.V1_12, OperatorVersion.V1_13, OperatorVersion.V1_14, OperatorVersion.V1_15,
  OperatorVersion.V1_16,
];
const cluster = fc.noBias(fc.record({
  flinkVersion: fc.constantFrom(...LINES),
  operatorVersion: fc.constantFrom(...RELEASES),
  mode: fc.constantFrom(ClusterMode.NATIVE, ClusterMode.STANDALONE),
})).filter(({ flinkVersion, operatorVersion }) => operatorVersion.newestFlink.isAtLeast(flinkVersion));
const workload = Workload.statelessTransformation({ throughput, api: FlinkApi.SQL, language: ProgrammingLanguage.PYTHON });

/** What Kubernetes mounts over the place of a file in the JobManager's image. */
function mountedOver(path: string, { pods }: EffectiveCluster): string[] {
  const { spec: { template } } = pods.jobManager.deployment as any;
  return template.spec.containers[0].volumeMounts.filter(({ mountPath }: any) => path.startsWith(`${mountPath}/`)).map(({ name }: any) => name);
}

test('any job on any cluster is refused clearly, or runs: admitted, with its options known and its files in sight', () => {
  const seen = { refused: new Set<string>(), running: 0 };
  fc.assert(fc.property(anyJob, cluster, (job, { mode, flinkVersion, operatorVersion }) => {
    let made: TunedFlinkDeployment | undefined;
    const refusal: Refusal | undefined = refusalIn(() => { made = deploymentOf({ job, workload, mode, flinkVersion, operatorVersion }); });
    if (refusal !== undefined) {
      seen.refused.add(refusal.code);
      return;
    }
    seen.running++;
    const { spec } = made!.toJson();
    const effective = new EffectiveCluster({ metadata: { name: 'some-job', namespace: 'flink' }, spec }, { release: operatorVersion, defaults: new Map() });
    expect(effective.failures.map(({ message }) => message)).toEqual([]);
    const [, path] = /^local:\/\/(.*)/.exec(spec.job.jarURI ?? '') ?? [];
    const files = [path, ...(spec.job.args ?? []).filter((argument: string) => /^\/opt.*\.(py|sql)$/.test(argument))].filter((each) => each !== undefined);
    files.forEach((each) => mountedOver(each, effective).forEach((name) => expect(['job-artifact', 'job-sql']).toContain(name)));
    const given = job.props.args ?? [];
    expect((spec.job.args ?? []).slice(-given.length || Infinity)).toEqual(given);
    const catalogue = flinkOptions(flinkVersion);
    ['pipeline.classpaths', 'user.artifacts.raw-http-enabled'].filter((key) => key in spec.flinkConfiguration)
      .forEach((key) => expect(catalogue.find(key).is).toBe('option'));
  }), { numRuns: 2_000 });
  expect(seen.running).toBeGreaterThan(200);
  // The rarer ones have tests of their own.
  expect([...seen.refused]).toEqual(expect.arrayContaining(['initial-savepoint', 'jar-hidden', 'jar-source', 'job-argument', 'python-entry', 'sql-runner']));
});
