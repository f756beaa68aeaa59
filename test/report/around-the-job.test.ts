import { JsonPatch, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { deploymentOf, freshChart, SOUND, throughput } from '../deployment/sample-deployment';
import {
  Autoscaler, Checkpointing, ClusterMode, Cpu, FlinkIngress, FlinkTls, KubernetesHighAvailability, PodSecurity, PrometheusReporter, ReactiveScaling,
  RestServiceType, Slf4jReporter, TunedFlinkDeployment, TunedFlinkDeploymentProps, TunedFlinkSession, Workload,
} from 'cdk8s-flink';

/** The section of an explanation, line by line. */
function around({ explain }: { explain(): string }): Record<string, string> {
  const [, lines] = /\nAROUND THE JOBS?\n([^]*?)\n\n/.exec(explain())!;
  return Object.fromEntries(lines.split('\n').map((line) => line.trim().split(/ {2,}/)));
}

const of = (changes: Partial<TunedFlinkDeploymentProps> = {}) => {
  const deployment = deploymentOf(changes);
  return around({ explain: () => deployment.explain() });
};

test('of a deployment that says nothing of it, each line tells what that means', () => {
  expect(of()).toEqual({
    'upgrades': 'savepoint: the job stops with one and goes on from it',
    'a lost JobManager': 'no high availability: the job starts from what it was deployed with, or from nothing',
    'scaling': 'fixed',
    'checkpoints': 's3://flink-state/some-job/checkpoints',
    'savepoints': 's3://flink-state/some-job/savepoints',
    'pods': 'restricted, account cdk8s-flink',
    'traffic': 'in plain text',
    'metrics': 'no reporter',
    'web UI': 'a Service of type ClusterIP, no ingress',
  });
});

test('and of one that says all of it', () => {
  const chart = freshChart();
  const secret = Secret.fromSecretName(chart, 'Secret', 'keystores');
  const store = { secret, password: { secret, key: 'password' } };
  const deployment = deploymentOf({
    highAvailability: new KubernetesHighAvailability({ standbyJobManagers: 2 }),
    scaling: new Autoscaler(),
    podSecurity: PodSecurity.restricted({ readOnlyRootFilesystem: { temporary: Size.gibibytes(4) } }),
    tls: new FlinkTls({ internal: store, rest: store }),
    metricReporters: [new Slf4jReporter(), new PrometheusReporter()],
    ingress: FlinkIngress.host({ host: 'flink.example.com', authenticated: true }),
  }, chart);
  const told = around({ explain: () => deployment.explain() });
  expect(told).toMatchObject({
    'upgrades': 'last-state: from the newest checkpoint, without a savepoint',
    'a lost JobManager': 'high availability: the next one goes on from the newest checkpoint; 2 stand by',
    'pods': 'restricted, root filesystem read-only, account cdk8s-flink',
    'traffic': 'TLS between the pods and to the REST API',
    'metrics': 'prom, slf4j',
    'web UI': 'ingress flink.example.com',
  });
  expect(told.scaling).toMatch(/^by the operator's autoscaler, 1 to \d+ subtasks a vertex$/);
});

test('a patch is told as it is', () => {
  const deployment: TunedFlinkDeployment = deploymentOf();
  deployment.addJsonPatch(JsonPatch.replace('/spec/job/upgradeMode', 'last-state'));
  expect(around({ explain: () => deployment.explain() }).upgrades).toBe('last-state: from the newest checkpoint, without a savepoint');
});

test('a stateless job, a reactive one, a Service that is reached from outside, pods that are left to the image', () => {
  const stateless = { workload: Workload.statelessTransformation({ throughput }), checkpointing: Checkpointing.disabled({ reason: 'no state' }), stateBackend: undefined };
  expect(of({ ...stateless, podSecurity: PodSecurity.ofImage({ reason: 'a test' }), restService: { type: RestServiceType.LOAD_BALANCER } })).toMatchObject({
    'upgrades': 'stateless: from nothing',
    'checkpoints': 'none are kept',
    'savepoints': 'none are kept',
    'pods': 'not restricted, account cdk8s-flink',
    'web UI': 'a Service of type LoadBalancer, no ingress',
  });
  expect(of({ mode: ClusterMode.STANDALONE, scaling: new ReactiveScaling() }).scaling).toBe('reactive: as many slots as there are TaskManagers for');
});

test('a session has jobs, which are upgraded and scaled by themselves', () => {
  const { image, flinkVersion, checkpointing, workload } = SOUND;
  const session = new TunedFlinkSession(freshChart(), 'session', { image, flinkVersion, checkpointing, hosts: [{ workload }] });
  const told = around({ explain: () => session.explain() });
  expect(Object.keys(told)).toEqual(['a lost JobManager', 'checkpoints', 'savepoints', 'pods', 'traffic', 'metrics', 'web UI']);
  expect(told['a lost JobManager']).toBe('no high availability: its jobs stop with it');
});

test('the heading counts the JobManagers that stand by', () => {
  const jobManager = { cpu: Cpu.cores(2), memory: Size.gibibytes(2) };
  const heading = deploymentOf({ highAvailability: new KubernetesHighAvailability({ standbyJobManagers: 1 }), jobManager }).explain();
  const alone = deploymentOf({ highAvailability: new KubernetesHighAvailability(), jobManager }).explain();
  const [cores, single] = [heading, alone].map((text) => Number(/asks for (\d+) cores/.exec(text)![1]));
  expect(cores).toBe(single + 2);
  expect(heading).toContain('  2 JobManagers, each  ');
});
