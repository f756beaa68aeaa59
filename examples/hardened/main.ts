import { ApiObject, App, Chart, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import {
  FlinkIngress, FlinkJob, FlinkNetworkPolicy, FlinkTls, FlinkVersion, NetworkPeer, PrometheusReporter, RestServiceType, S3Checkpointing, Throughput,
  TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** Card payments: encrypted between the pods and towards the REST API, closed off from the rest of the network, with a web UI behind a login. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/hardened' });
const chart = new Chart(app, 'hardened', { namespace: 'payments' });

// A random text, made once outside of this app.
const password = { secret: Secret.fromSecretName(chart, 'KeystorePassword', 'card-payments-keystore'), key: 'password' };

// The issuer signs for this cluster alone: whoever it signs for may take part in the internal traffic.
new ApiObject(chart, 'Certificate', {
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: 'card-payments' },
  spec: {
    secretName: 'card-payments-tls',
    issuerRef: { name: 'card-payments-ca', kind: 'Issuer' },
    commonName: 'card-payments',
    dnsNames: ['card-payments-rest.payments', 'card-payments-rest.payments.svc'],
    duration: '8760h',
    privateKey: { algorithm: 'ECDSA', size: 256 },
    keystores: { jks: { create: true, passwordSecretRef: { name: password.secret.name, key: password.key } } },
  },
});
const secret = Secret.fromSecretName(chart, 'Keystores', 'card-payments-tls');

const payments = new TunedFlinkDeployment(chart, 'card-payments', {
  image: 'registry.example.com/card-payments:2.4.1',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/card-payments.jar' }),
  workload: Workload.deduplication({
    throughput: Throughput.of({ recordsPerSecond: 5_000, averageRecordBytes: 700 }),
    expectedState: Size.gibibytes(12),
    sourcePartitions: 12,
  }),
  checkpointing: new S3Checkpointing({ bucket: 'payments-flink' }),
  metricReporters: [new PrometheusReporter()],
  tls: new FlinkTls({ internal: { secret, password }, rest: { secret, password } }),
  restService: { type: RestServiceType.CLUSTER_IP },
  ingress: FlinkIngress.host({
    host: '{{name}}.flink.example.com',
    className: 'nginx',
    annotations: {
      'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS',
      'nginx.ingress.kubernetes.io/auth-url': 'https://login.example.com/oauth2/auth',
      'nginx.ingress.kubernetes.io/auth-signin': 'https://login.example.com/oauth2/start',
    },
    tlsSecret: Secret.fromSecretName(chart, 'WebCertificate', 'card-payments-web'),
    authenticated: true,
  }),
});

new FlinkNetworkPolicy(chart, 'Network', {
  cluster: payments,
  operator: NetworkPeer.flinkOperator('flink-operator'),
  kubernetesApi: [{ peer: NetworkPeer.addresses('10.0.0.10/32'), ports: [6443] }],
  destinations: [
    // The private endpoints of S3 and STS.
    { peer: NetworkPeer.addresses('10.20.8.0/24'), ports: [443] },
    { peer: NetworkPeer.pods('kafka', { 'strimzi.io/name': 'events-kafka' }), ports: [9093] },
  ],
  restFrom: [NetworkPeer.namespace('ingress-nginx')],
  metricsFrom: [NetworkPeer.pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' })],
});

app.synth();
