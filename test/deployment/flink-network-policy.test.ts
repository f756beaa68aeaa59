import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import { deploymentOf, emitted, freshChart } from './sample-deployment';
import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { refusalOf, says } from '../refusals';
import { Endpoint, HOME, passes } from '../security/network-evaluator';
import {
  ClusterMode, FlinkNetworkPolicy, FlinkNetworkPolicyProps, HighAvailability, HighAvailabilityConfig, NetworkPeer, OperatorVersion,
  PrometheusReporter, TunedFlinkDeploymentProps,
} from 'cdk8s-flink';

class KubernetesHa extends HighAvailability {
  public bind(): HighAvailabilityConfig {
    return {
      settings: [
        { key: 'high-availability.type', value: 'kubernetes', reason: 'a test' },
        { key: 'high-availability.storageDir', value: 's3://flink-state/ha', reason: 'a test' },
      ],
    };
  }
}

const API = { peer: NetworkPeer.addresses('172.20.0.0/24'), ports: [6443] };
const STORAGE = { peer: NetworkPeer.addresses('10.0.0.0/8', ['10.9.0.0/16']), ports: [443] };
const KAFKA = { peer: NetworkPeer.pods('kafka', { app: 'kafka' }), ports: [9092, 9093] };
const OPERATOR = NetworkPeer.flinkOperator('operators');
const INGRESS = NetworkPeer.namespace('ingress-nginx');
const PROMETHEUS = NetworkPeer.pods('monitoring', { app: 'prometheus' });

function policiesOf(props: Partial<FlinkNetworkPolicyProps> = {}, cluster: Partial<TunedFlinkDeploymentProps> = {}) {
  const chart = freshChart();
  new FlinkNetworkPolicy(chart, 'network', { cluster: deploymentOf(cluster, chart), operator: OPERATOR, kubernetesApi: [API], ...props });
  return emitted(chart, 'NetworkPolicy');
}

const pod = (namespace: string, labels: Record<string, string>): Endpoint => ({ namespace, labels });
const member = (name: string, component: string, mode = 'native') => pod(HOME, { app: name, component, type: `flink-${mode}-kubernetes`, team: 'orders' });
const OPERATOR_POD = pod('operators', { 'app.kubernetes.io/name': 'flink-kubernetes-operator' });
const PROMETHEUS_POD = pod('monitoring', { app: 'prometheus' });
const INGRESS_POD = pod('ingress-nginx', { app: 'controller' });
const DNS_POD = pod('kube-system', { 'k8s-app': 'kube-dns' });
const KAFKA_POD = pod('kafka', { app: 'kafka' });
const API_SERVER = { address: '172.20.0.9' };
const BUCKET = { address: '10.1.2.3' };

const options = fc.record({
  mode: fc.constantFrom(ClusterMode.NATIVE, ClusterMode.STANDALONE),
  ha: fc.boolean(),
  metrics: fc.boolean(),
  ingress: fc.boolean(),
  storage: fc.boolean(),
  kafka: fc.boolean(),
  rpcPort: fc.constantFrom(undefined, 7123),
  restPort: fc.constantFrom(undefined, 9081),
  haPort: fc.constantFrom(undefined, 7999),
  randomPort: fc.integer({ min: 1024, max: 65_535 }),
});

test('every flow that a cluster needs passes, and no other', () => {
  fc.assert(fc.property(options, ({ mode, ha, metrics, ingress, storage, kafka, rpcPort, restPort, haPort, randomPort }) => {
    const policies = policiesOf({
      destinations: [...storage ? [STORAGE] : [], ...kafka ? [KAFKA] : []],
      restFrom: ingress ? [INGRESS] : undefined,
      metricsFrom: metrics ? [PROMETHEUS] : undefined,
    }, {
      mode,
      highAvailability: ha ? new KubernetesHa() : undefined,
      metricReporters: metrics ? [new PrometheusReporter()] : [],
      flinkConfiguration: {
        ...(rpcPort && { 'jobmanager.rpc.port': String(rpcPort) }),
        ...(restPort && { 'rest.port': String(restPort) }),
        ...(ha && haPort ? { 'high-availability.jobmanager.port': String(haPort) } : {}),
      },
    });
    const jobManager = member('some-job', 'jobmanager', mode);
    const taskManager = member('some-job', 'taskmanager', mode);
    const rpc = ha ? haPort ?? rpcPort ?? 6123 : rpcPort ?? 6123;
    const rest = restPort ?? 8081;
    const other = member('other-job', 'taskmanager', mode);
    const calls: [name: string, from: Endpoint, to: Endpoint, port: number, wanted: boolean, protocol?: 'UDP'][] = [
      ['TaskManager to RPC', taskManager, jobManager, rpc, true],
      ['TaskManager to blobs', taskManager, jobManager, 6124, true],
      ['TaskManager to REST', taskManager, jobManager, rest, false],
      ['JobManager to TaskManager, RPC', jobManager, taskManager, 6122, true],
      ['JobManager to TaskManager, a port by chance', jobManager, taskManager, randomPort, true],
      ['TaskManager to TaskManager, data', taskManager, taskManager, randomPort, true],
      ['JobManager to the leader', jobManager, jobManager, randomPort, true],
      ['operator to REST', OPERATOR_POD, jobManager, rest, true],
      ['operator to RPC', OPERATOR_POD, jobManager, rpc, false],
      ['operator to TaskManager', OPERATOR_POD, taskManager, rest, false],
      ['another pod of the operator\'s namespace to REST', pod('operators', { app: 'other' }), jobManager, rest, false],
      ['ingress to REST', INGRESS_POD, jobManager, rest, ingress],
      ['ingress to TaskManager', INGRESS_POD, taskManager, rest, false],
      ['Prometheus to JobManager', PROMETHEUS_POD, jobManager, 9249, metrics],
      ['Prometheus to TaskManager', PROMETHEUS_POD, taskManager, 9249, metrics],
      ['Prometheus to REST', PROMETHEUS_POD, jobManager, rest, false],
      ['another cluster to RPC', other, jobManager, rpc, false],
      ['another cluster to data', other, taskManager, randomPort, false],
      ['same labels in another namespace', pod('elsewhere', taskManager.labels!), jobManager, rpc, false],
      ['to another cluster', taskManager, other, randomPort, false],
      ['JobManager to names', jobManager, DNS_POD, 53, true, 'UDP'],
      ['TaskManager to names', taskManager, DNS_POD, 53, true],
      ['to another port of DNS', taskManager, DNS_POD, 9153, false],
      ['JobManager to the API', jobManager, API_SERVER, 6443, ha || mode === ClusterMode.NATIVE],
      ['TaskManager to the API', taskManager, API_SERVER, 6443, ha],
      ['JobManager to storage', jobManager, BUCKET, 443, storage],
      ['TaskManager to storage', taskManager, BUCKET, 443, storage],
      ['to storage on another port', taskManager, BUCKET, 80, false],
      ['to what storage leaves out', taskManager, { address: '10.9.0.1' }, 443, false],
      ['TaskManager to Kafka', taskManager, KAFKA_POD, 9093, kafka],
      ['Kafka to TaskManager', KAFKA_POD, taskManager, randomPort, false],
      ['to the metadata of the cloud', taskManager, { address: '169.254.169.254' }, 80, false],
      ['to the internet', taskManager, { address: '93.184.216.34' }, 443, false],
      ['from the internet', { address: '93.184.216.34' }, jobManager, rest, false],
    ];
    const wrong = calls.filter(([, from, to, port, wanted, protocol]) => passes(policies, { from, to, port, protocol }) !== wanted);
    expect(wrong.map(([name]) => name)).toEqual([]);
  }), { numRuns: 60 });
});

test('the policies stand in the cluster\'s namespace', () => {
  const app = new App();
  const chart = freshChart(app);
  const elsewhere = new Chart(app, 'elsewhere', { namespace: 'platform' });
  const cluster = deploymentOf({}, chart);
  new FlinkNetworkPolicy(elsewhere, 'network', { cluster, operator: OPERATOR, kubernetesApi: [API] });
  const policies = emitted(elsewhere, 'NetworkPolicy');
  expect(policies.map(({ metadata }) => metadata)).toEqual([
    { name: 'some-job-jobmanager', namespace: 'flink' }, { name: 'some-job-taskmanager', namespace: 'flink' },
  ]);
});

test.each([ClusterMode.NATIVE, ClusterMode.STANDALONE])('%s: the policies select the pods that Flink and the operator make', (mode) => {
  const chart = freshChart();
  const cluster = deploymentOf({ mode }, chart);
  new FlinkNetworkPolicy(chart, 'network', { cluster, operator: OPERATOR, kubernetesApi: [API] });
  const { metadata, spec } = cluster.toJson();
  const { jobManager, taskManager } = new EffectiveCluster({ metadata, spec }, { release: OperatorVersion.V1_16, defaults: new Map() }).pods as any;
  const labels = [jobManager.deployment.spec.template, taskManager.spec.template ?? taskManager].map((made) => made.metadata.labels);
  emitted(chart, 'NetworkPolicy').forEach((policy, role) => expect(labels[role]).toMatchObject(policy.spec.podSelector.matchLabels));
});

test('names may be answered by others', () => {
  const [{ spec }] = policiesOf({ dns: { peer: NetworkPeer.namespace('openshift-dns'), ports: [5353] } });
  expect(spec.egress[1]).toEqual({
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'openshift-dns' } } }],
    ports: [{ protocol: 'UDP', port: 5353 }, { protocol: 'TCP', port: 5353 }],
  });
});

const FIX = 'kubernetesApi: [{ peer: NetworkPeer.addresses(\'10.0.0.1/32\'), ports: [6443] }], as `kubectl get endpointslices kubernetes` shows them';

test('a cluster that could not start, or find its leader, is refused', () => {
  expect(refusalOf(() => policiesOf({ kubernetesApi: [] })).message).toBe(says(
    'the JobManager of a native cluster calls the Kubernetes API to start TaskManagers [network-policy-api]', 'no kubernetesApi',
    'the addresses and the port of the API server', FIX, 'chart/network',
  ));
  const standalone = { mode: ClusterMode.STANDALONE };
  expect(policiesOf({ kubernetesApi: [] }, standalone)).toHaveLength(2);
  expect(refusalOf(() => policiesOf({ kubernetesApi: [] }, { ...standalone, highAvailability: new KubernetesHa() })).message).toBe(says(
    'the JobManager of a standalone cluster calls the Kubernetes API, which keeps its leader [network-policy-api]', 'no kubernetesApi',
    'the addresses and the port of the API server', FIX, 'chart/network',
  ));
});

test('metrics from pods that offer none are refused', () => {
  expect(refusalOf(() => policiesOf({ metricsFrom: [PROMETHEUS] })).message).toBe(says(
    'no pod of this cluster declares a port that could be scraped [network-policy-metrics]', 'metricsFrom', 'metricsFrom where there is a metric reporter with a port',
    'give the cluster metricReporters: [new PrometheusReporter()], or leave metricsFrom out', 'chart/network',
  ));
});

test.each([[[], 'no port, which to Kubernetes is every port'], [[443, 0], '0'], [[65_536], '65536'], [[1.5], '1.5'], [[NaN], 'NaN']])('ports %j are refused', (ports, got) => {
  expect(refusalOf(() => policiesOf({ destinations: [{ peer: KAFKA.peer, ports }] })).message).toBe(says(
    'a destination is called on ports that are named [network-ports]', got, 'whole numbers from 1 to 65535, at least one', 'name the ports, for example [443]', 'chart/network',
  ));
});

test.each([
  [() => NetworkPeer.pods('kafka', {}), 'pods without labels are all pods of the namespace', '{}', 'at least one label', 'NetworkPeer.namespace(…) when all are meant'],
  [() => NetworkPeer.namespace(' '), 'a namespace has a name', '" "', 'the name of a namespace', 'write the name, not a label'],
  ...['10.0.0.1', '10.0.0/8', 'kafka.example.com', '::1', '10.0.0.1/33', '256.0.0.0/8', '::/129'].map((cidr): [() => NetworkPeer, string, string, string, string] => [
    () => NetworkPeer.addresses(cidr), 'addresses are a range with the length of its prefix', `"${cidr}"`, 'for example "10.2.0.0/16" or "fd00::/8"', 'for one address write "10.2.0.7/32"',
  ]),
])('a peer that is nobody, or everybody by mistake, is refused', (work, what, got, allowed, fix) => {
  expect(refusalOf(work).message).toBe(says(`${what} [network-peer]`, got, allowed, fix));
});

test.each(['10.0.0.0/8', '0.0.0.0/0', 'fd00::/8', '2001:db8::1/128'])('%s is a range', (cidr) => {
  expect(NetworkPeer.addresses(cidr)._render()).toEqual({ ipBlock: { cidr } });
});
