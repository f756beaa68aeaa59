import { App, Chart, Size, Testing } from 'cdk8s';
import { PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import { JOB_CONTEXT, STANDALONE } from './job-context';
import { podTemplate } from '../../src/pods/pod-template';
import { deploymentOf, freshChart } from '../deployment/sample-deployment';
import { RESTRICTED } from '../pods/roles';
import { refusalOf, says } from '../refusals';
import { ArtifactDownloadProps, ClusterMode, DownloadCredentials, FlinkJob, JobArtifact } from 'cdk8s-flink';

const chart = new Chart(new App(), 'chart');
const secret = Secret.fromSecretName(chart, 'Secret', 'repository');
const claim = PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'job-jars');
const url = 'https://repo.example.com/jobs/some-job-1.4.0.jar';
const sha256 = 'a'.repeat(64);

const bind = (artifact: JobArtifact, context = JOB_CONTEXT) => FlinkJob.jar({ artifact })._bind(context);
const download = (changes: Partial<ArtifactDownloadProps> = {}) => JobArtifact.download({ url, sha256, size: Size.mebibytes(100), ...changes });
const container = (artifact: JobArtifact) => (podTemplate([bind(artifact).jobManagerPods!], RESTRICTED)!.spec.initContainers as any[])[0];

test('a download: a container that may do nothing else, of the image that the cluster runs', () => {
  const { jarUri, jobManagerPods, pods, findings } = bind(download());
  expect(jarUri).toBe('local:///opt/flink/job/some-job-1.4.0.jar');
  expect(pods).toBeUndefined();
  expect(findings).toEqual([]);
  expect(jobManagerPods!.volumes).toEqual([{ name: 'job-artifact', mountPath: '/opt/flink/job', source: { emptyDir: { sizeLimit: '100Mi' } } }]);
  expect(container(download())).toEqual({
    name: 'download-job',
    image: JOB_CONTEXT.image,
    command: ['sh', '-c'],
    args: [[
      'set -eu',
      'wget -nv --tries=3 --timeout=60 -O "$DOWNLOAD_TARGET.part" "$DOWNLOAD_URL"',
      'echo "$DOWNLOAD_SHA256  $DOWNLOAD_TARGET.part" | sha256sum -c -',
      'mv "$DOWNLOAD_TARGET.part" "$DOWNLOAD_TARGET"',
    ].join('\n')],
    env: [
      { name: 'DOWNLOAD_URL', value: url },
      { name: 'DOWNLOAD_TARGET', value: '/opt/flink/job/some-job-1.4.0.jar' },
      { name: 'DOWNLOAD_SHA256', value: sha256 },
    ],
    volumeMounts: [{ name: 'job-artifact', mountPath: '/opt/flink/job' }],
    resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { cpu: '250m', memory: '128Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  });
});

// A native JobManager uploads the jar to its blob server; pipeline.classpaths of a standalone cluster names a file in every pod.
test.each([[download(), true], [JobArtifact.onClaim(claim, 'jobs/job.jar'), false]])('TaskManagers have the jar in standalone mode alone', (artifact, inits) => {
  expect(Object.keys(bind(artifact))).toEqual(expect.arrayContaining(['jobManagerPods']));
  const { pods, jobManagerPods } = bind(artifact, STANDALONE);
  expect(jobManagerPods).toBeUndefined();
  expect(pods!.volumes).toHaveLength(1);
  expect(pods!.initContainers !== undefined).toBe(inits);
});

test('credentials are references, and no redirect carries them away', () => {
  const [bearer, basic] = [DownloadCredentials.bearer(secret), DownloadCredentials.basic(secret, { password: 'pass' })]
    .map((credentials) => container(download({ credentials })));
  expect(bearer.args[0]).toContain('--max-redirect=0 --header="Authorization: Bearer $DOWNLOAD_TOKEN"');
  expect(bearer.env[3]).toEqual({ name: 'DOWNLOAD_TOKEN', valueFrom: { secretKeyRef: { name: 'repository', key: 'token' } } });
  expect(basic.args[0]).toContain('Basic $(printf %s "$DOWNLOAD_USERNAME:$DOWNLOAD_PASSWORD" | base64 -w0)');
  expect(basic.env.slice(3).map(({ valueFrom }: any) => valueFrom.secretKeyRef.key)).toEqual(['username', 'pass']);
  expect(refusalOf(() => DownloadCredentials.bearer('hunter2' as never)).message).toBe(says(
    'DownloadCredentials needs a Secret of cdk8s-plus [download-secret]', 'string', 'an ISecret', 'for one that exists: Secret.fromSecretName(scope, id, name)',
  ));
});

test('a download that nobody checks is told', () => {
  expect(bind(download({ sha256: undefined })).findings).toEqual([{
    code: 'download-unchecked',
    message: 'each pod runs whatever is at the address of some-job-1.4.0.jar when it starts, which may be another jar than before',
    fix: 'pass `sha256`',
  }]);
  expect(container(download({ sha256: undefined })).args[0]).not.toContain('sha256sum');
});

test.each(['https://me:hunter2@repo.example.com/job.jar', 'https://repo.example.com/job.jar?token=hunter2', 's3://jars/job.jar', 'https://repo.example.com/', '$(id)/job.jar'])(
  '%p is not downloaded', (wrong) => {
    const { message } = refusalOf(() => bind(download({ url: wrong })));
    expect(message).toContain('the address of the download names no jar [artifact-url]');
    expect(message).not.toContain('hunter2');
  });

test('plain http with a checksum and without credentials', () => {
  const http = 'http://repo.svc/job.jar';
  expect(bind(download({ url: http })).jarUri).toBe('local:///opt/flink/job/job.jar');
  const message = says(
    'over plain http anybody may change the jar and read the credentials [artifact-url]', `"${http}"`,
    'https and a path that ends with the name of a jar, without login and query; http with a checksum and without credentials',
    'write for example "https://repo.example.com/jobs/job-1.4.0.jar", and pass a login as `credentials`',
  );
  expect(refusalOf(() => bind(download({ url: http, sha256: undefined }))).message).toBe(message);
  expect(refusalOf(() => bind(download({ url: http, credentials: DownloadCredentials.bearer(secret) }))).message).toBe(message);
});

test.each(['', 'abc', 'g'.repeat(64), `${sha256}0`])('%p is no checksum', (wrong) => {
  expect(refusalOf(() => bind(download({ sha256: wrong }))).message).toBe(says(
    'sha256 of the download is no SHA-256 [artifact-checksum]', `${wrong.length} characters`, '64 hexadecimal digits', 'take what `sha256sum` prints for the jar',
  ));
});

test('a claim is read, never written', () => {
  const { jarUri, jobManagerPods } = bind(JobArtifact.onClaim(claim, 'jobs/job-2.jar'));
  expect(jarUri).toBe('local:///opt/flink/job/jobs/job-2.jar');
  expect(jobManagerPods!.volumes![0].source).toEqual({ persistentVolumeClaim: { claimName: 'job-jars', readOnly: true } });
});

test.each(['/jobs/job.jar', '../job.jar', 'jobs/../../job.jar', 'jobs/', 'job.zip', ''])('%p is no jar on a claim', (path) => {
  expect(refusalOf(() => bind(JobArtifact.onClaim(claim, path))).message).toBe(says(
    'the path on the claim names no jar [artifact-path]', `"${path}"`, 'a path from the root of the claim, without a slash in front, that ends with ".jar"',
    'write for example "jobs/job-1.4.0.jar"',
  ));
});

test('a jar in the image is one by its address', () => {
  expect(bind(JobArtifact.inImage('/opt/flink/usrlib/job.jar')).jarUri).toBe('local:///opt/flink/usrlib/job.jar');
  expect(refusalOf(() => bind(JobArtifact.inImage('opt/flink/usrlib/job.jar'))).code).toBe('jar-address');
  expect(refusalOf(() => bind(JobArtifact.inImage('/opt/flink/usrlib/job.jar'), STANDALONE)).code).toBe('jar-hidden');
  expect(refusalOf(() => FlinkJob.jar({ uri: 'local:///opt/job.jar', artifact: download() })._bind(JOB_CONTEXT)).message).toContain('uri and artifact');
});

test.each([ClusterMode.NATIVE, ClusterMode.STANDALONE])('%s: what is emitted has the container where it is needed', (mode) => {
  const emitted = freshChart();
  deploymentOf({ mode, job: FlinkJob.jar({ artifact: download() }) }, emitted);
  const { jobManager, taskManager } = Testing.synth(emitted).find(({ kind }) => kind === 'FlinkDeployment').spec;
  expect(jobManager.podTemplate.spec.initContainers).toHaveLength(1);
  expect(taskManager.podTemplate.spec.initContainers === undefined).toBe(mode === ClusterMode.NATIVE);
});
