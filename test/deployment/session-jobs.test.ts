import { Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { emitted, freshChart, SOUND } from './sample-deployment';
import { refusalOf, says } from '../refusals';
import {
  Checkpointing, ClusterMode, Cpu, FlinkJob, FlinkSessionJob, FlinkSessionJobProps, FlinkVersion, IFlinkSession, KubernetesHighAvailability,
  NodeAffinity,
  OperatorVersion, PersistentVolumeCheckpointing, PrometheusReporter, RestartStrategy, S3Checkpointing, StateLocation, Throughput,
  TunedFlinkSession, TunedFlinkSessionProps, Workload,
} from 'cdk8s-flink';

const clicks = Workload.windowedAggregation({
  throughput: Throughput.of({ recordsPerSecond: 20_000 }), expectedState: Size.gibibytes(20), sourcePartitions: 24,
});
const rules = Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 3_000 }) });
const job = FlinkJob.jar({ uri: 'https://artifacts.example.com/clicks-1.2.0.jar', entryClass: 'com.example.Clicks', args: ['--day', 'today'] });

let chart: Chart;
beforeEach(() => { chart = freshChart(); });

const { image, flinkVersion } = SOUND;
const sessionOf = (changes: Partial<TunedFlinkSessionProps> = {}) => new TunedFlinkSession(chart, 'analytics', {
  image, flinkVersion, checkpointing: new S3Checkpointing({ bucket: 'flink-state' }), hosts: [{ workload: clicks }, { workload: rules }], ...changes,
});
const jobOf = (session: IFlinkSession, changes: Partial<FlinkSessionJobProps> = {}, id = 'clicks') =>
  new FlinkSessionJob(chart, id, { session, job, workload: clicks, ...changes });
const elsewhere = (operatorVersion?: OperatorVersion) => TunedFlinkSession.fromSessionAttributes(chart, 'Shared', {
  name: 'shared', flinkVersion: FlinkVersion.V1_20, taskSlots: 4, stateLocation: StateLocation.LOCAL_DISK, snapshots: true, operatorVersion,
});

test('a session cluster has no job, and TaskManagers in which each job finds what it needs', () => {
  const session = sessionOf();
  const [{ spec }] = emitted(chart, 'FlinkDeployment');
  expect(spec.job).toBeUndefined();
  expect(spec.taskManager.replicas).toBeUndefined();
  expect(spec.taskManager.resource.memory).toBe(session.plan.taskManagerMemory.toFlinkText());
  expect(Object.keys(spec.flinkConfiguration).filter((key) => /^(pipeline|execution.checkpointing.interval)/.test(key))).toEqual([]);
});

test('a job says what is its own, and nothing that only the cluster can have', () => {
  jobOf(sessionOf());
  const [{ metadata, spec }] = emitted(chart, 'FlinkSessionJob');
  expect(metadata).toEqual({ name: 'clicks', namespace: 'flink' });
  expect(spec).toEqual({
    deploymentName: 'analytics',
    flinkConfiguration: {
      'execution.checkpointing.interval': '30s',
      'execution.checkpointing.min-pause': '10s',
      'execution.checkpointing.timeout': '10min',
      'pipeline.max-parallelism': '120',
      'restart-strategy.exponential-delay.max-backoff': '1min',
      'restart-strategy.type': 'exponential-delay',
    },
    job: { jarURI: 'https://artifacts.example.com/clicks-1.2.0.jar', entryClass: 'com.example.Clicks', args: ['--day', 'today'], parallelism: 4, upgradeMode: 'savepoint' },
  });
});

test.each(Object.values(ClusterMode))('a session on a persistent volume takes jobs, whose snapshots lie on its volume: %s', (mode) => {
  jobOf(sessionOf({ checkpointing: PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(100) }), mode }));
  expect(emitted(chart, 'FlinkSessionJob')).toHaveLength(1);
});

test('a job may stand in another chart of the namespace, even inside that of the session', () => {
  const jobs = new Chart(chart, 'jobs', { namespace: 'flink' });
  new FlinkSessionJob(jobs, 'clicks', { session: sessionOf(), job, workload: clicks });
  expect(emitted(jobs, 'FlinkSessionJob')).toHaveLength(1);
});

test('a session that another app makes is enough for a job, which then says its own sizes', () => {
  const { plan } = jobOf(elsewhere(), { parallelism: 6 });
  expect([plan.parallelism, plan.taskSlots, plan.stateLocation]).toEqual([6, 4, StateLocation.LOCAL_DISK]);
  expect(emitted(chart, 'FlinkSessionJob')[0].spec.deploymentName).toBe('shared');
  expect(emitted(chart, 'FlinkDeployment')).toEqual([]);
});

test('a directory of the pods is refused on a session that nobody knows the pods of', () => {
  const flinkConfiguration = { 'execution.checkpointing.dir': 'file:///state' };
  expect(refusalOf(() => jobOf(elsewhere(), { flinkConfiguration })).code).toBe('snapshots-in-the-pod');
});

test('a standalone session has TaskManagers for all of its jobs', () => {
  const session = sessionOf({ mode: 'standalone' as any });
  expect(emitted(chart, 'FlinkDeployment')[0].spec.taskManager.replicas).toBe(session.plan.taskManagers);
});

test('explain tells the cluster, its jobs and who set what', () => {
  const text = sessionOf().explain();
  expect(text).toContain('analytics: session cluster for 2 jobs on Flink 1.20\n');
  expect(text).toMatch(/^ {2}windowed aggregation +20,000 records\/s +parallelism 4 of 120 +20 GiB of state · a checkpoint every 30 s$/m);
  expect(text).toMatch(/^ {2}TaskManager memory .*heap, managed and network memory of the neediest job/m);
  expect(text).toMatch(/^ {4}taskmanager.memory.jvm-metaspace.size: 320m$/m);
});

test('a session has the strategies of any cluster', () => {
  const { network } = sessionOf({
    highAvailability: new KubernetesHighAvailability({ standbyJobManagers: 1 }),
    restartStrategy: RestartStrategy.fixedDelay({ attempts: 5, delay: Duration.seconds(10) }),
    metricReporters: [new PrometheusReporter()],
    pods: { nodeAffinity: [NodeAffinity.required('cfk-cr', ['flink'])] },
  });
  const [{ spec }] = emitted(chart, 'FlinkDeployment');
  expect(spec.jobManager.replicas).toBe(2);
  expect(spec.flinkConfiguration).toMatchObject({ 'high-availability.type': 'kubernetes', 'restart-strategy.type': 'fixed-delay' });
  expect(JSON.stringify(spec.taskManager.podTemplate)).toContain('cfk-cr');
  expect(network).toMatchObject({ leaderInKubernetes: true, taskManagerPorts: [9249] });
});

test('a restart strategy of the session is that of its jobs', () => {
  jobOf(sessionOf({ restartStrategy: RestartStrategy.fixedDelay({ attempts: 5, delay: Duration.seconds(10) }) }));
  expect(Object.keys(emitted(chart, 'FlinkSessionJob')[0].spec.flinkConfiguration).filter((key) => key.startsWith('restart-strategy'))).toEqual([]);
});

test('sidecars of a session count against its budget', () => {
  const sidecars = [{ name: 'shipper', image: 'registry.example.com/shipper:1', cpu: Cpu.cores(1), memory: Size.gibibytes(1) }];
  const { plan } = sessionOf();
  const budget = { cpu: plan.totalCpu, memory: Size.mebibytes(plan.totalMemory.mebibytes) };
  chart = freshChart();
  expect(() => sessionOf({ budget })).not.toThrow();
  chart = freshChart();
  expect(refusalOf(() => sessionOf({ budget, pods: { sidecars } })).code).toBe('over-budget');
});

describe('refused', () => {
  const refused = (make: () => unknown, ...text: Parameters<typeof says>) => expect(refusalOf(make).message).toBe(says(...text));
  const at = 'chart/clicks';

  test('work that the session was not sized for', () => {
    refused(() => jobOf(sessionOf({ hosts: [{ workload: rules }] })), 'the session was not sized for the work of this job [session-not-sized]',
      'windowed aggregation, which is none of its hosts', 'the very workload object of one of `hosts`',
      'add it to `hosts` of the TunedFlinkSession, and pass the same object to both', at);
  });

  test('two jobs for the slots of one', () => {
    const session = sessionOf();
    jobOf(session);
    refused(() => jobOf(session, {}, 'again'), 'two jobs want the slots of one host of the session [session-not-sized]', 'one workload, taken by chart/clicks',
      'a host for each job', 'give each job a workload object of its own in `hosts`', 'chart/again');
    expect(chart.node.tryFindChild('again')).toBeUndefined();
  });

  test('sizes that the session would not know of', () => {
    refused(() => jobOf(sessionOf(), { parallelism: 8 }), 'the session has been sized for this job, which cannot ask for other sizes now [session-not-sized]',
      'parallelism', 'sizes in `hosts` of the session alone', 'say it in `hosts` of the TunedFlinkSession, beside the workload', at);
  });

  test('an option of the whole cluster, written or patched', () => {
    const text = [
      'taskmanager.numberOfTaskSlots belongs to the session cluster, and does nothing in a job of it [cluster-option-of-job]',
      'taskmanager.numberOfTaskSlots in flinkConfiguration of the job', 'options of one job, for example execution.*, pipeline.*, table.* and kubernetes.operator.*',
      'set it in the TunedFlinkSession, for all of its jobs',
    ] as const;
    refused(() => jobOf(sessionOf(), { flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '4' } }), ...text, at);
    const patched = jobOf(elsewhere(), {}, 'patched');
    patched.addJsonPatch(JsonPatch.add('/spec/flinkConfiguration/taskmanager.numberOfTaskSlots', '4'));
    expect(patched.node.validate()).toEqual([says(...text)]);
  });

  test('a jar that the operator does not fetch', () => {
    refused(() => jobOf(sessionOf(), { job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/clicks.jar' }) }),
      'the operator does not fetch jars by this scheme [jar-uri-scheme]', '"local:///opt/flink/usrlib/clicks.jar"', 'https',
      'use one of these, or list it in kubernetes.operator.user.artifacts.allowed-schemes of the operator', at);
    expect(() => jobOf(elsewhere(OperatorVersion.V1_14), { job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/clicks.jar' }) })).not.toThrow();
  });

  test('a job that needs pods of its own', () => {
    refused(() => jobOf(elsewhere(), { job: FlinkJob.sql({ script: 'INSERT INTO a SELECT * FROM b' }) }),
      'this job needs files or containers in its pods, and those of a session cluster run already [session-job-pods]', 'a Python or SQL job, or an artifact',
      'FlinkJob.jar with a `uri` that the operator fetches', 'give the job a cluster of its own by TunedFlinkDeployment, or publish its jar by https', at);
  });

  test('another namespace', () => {
    const other = new Chart(chart, 'other', { namespace: 'other' });
    refused(() => new FlinkSessionJob(other, 'clicks', { session: sessionOf(), job, workload: clicks }),
      'a session job must be in the namespace of its session cluster [other-namespace]', 'other, and its session cluster in flink',
      'one namespace for both', 'put both into charts of the same namespace', 'chart/other/clicks');
  });

  test.each(['Clicks', 'a'.repeat(254), '-a', ''])('the name %j', (name) => {
    refused(() => jobOf(elsewhere(), { name }), 'Kubernetes does not accept this name of a FlinkSessionJob [session-job-name]',
      `"${name}", ${name.length} characters`, '1 to 253 lower-case letters, digits, dashes and dots, a letter or digit first and last',
      'choose another name; it is never shortened for you', at);
  });

  test('a secret among the arguments, which is not shown', () => {
    refused(() => jobOf(elsewhere(), { job: FlinkJob.jar({ uri: 'https://artifacts.example.com/a.jar', args: ['--password', 'hunter2'] }) }),
      '--password holds a secret in plain text [plain-text-credential]', 'a value, not shown, in spec.job.args', 'a reference to a Secret, or a service account',
      'for S3: S3Credentials.fromSecret(…) or a service account with a role; otherwise an environment variable from a Secret', at);
  });

  test('a stateful job on a session without checkpoints', () => {
    refused(() => sessionOf({ checkpointing: Checkpointing.disabled({ reason: 'a demonstration' }) }),
      'a stateful workload without checkpoints loses its state with any failure and any upgrade [stateful-without-checkpoints]',
      'windowed aggregation with Checkpointing.disabled', 'checkpoints, or a workload without state', 'use S3Checkpointing or PersistentVolumeCheckpointing', 'chart/analytics');
  });

  test('a field that no session job has', () => {
    const patched = jobOf(elsewhere());
    patched.addJsonPatch(JsonPatch.add('/spec/image', 'flink:2.0'));
    expect(patched.node.validate()).toEqual([says('a FlinkSessionJob has no such field, and Kubernetes would drop it without a word [unknown-field]',
      'spec.image', 'the fields of a FlinkSessionJob, by Kubernetes\' own names', 'correct the path of the patch')]);
  });
});
