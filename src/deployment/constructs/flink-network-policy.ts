import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Refusal } from '../../refusal';
import { ClusterTraffic, jobManagerPolicy, needsApi, taskManagerPolicy } from '../../security/cluster-policies';
import { NetworkDestination, NetworkPeer } from '../../security/network-peer';
import { isPort } from '../../units/whole-number';
import { IFlinkCluster } from '../tree/flink-cluster';
import { sayingWhere } from '../tree/thought-through';

/** What a cluster has to do with the rest of the network. */
export interface FlinkNetworkPolicyProps {
  /** Whose pods are closed off. */
  readonly cluster: IFlinkCluster;
  /** The operator, which calls the REST API: `NetworkPeer.flinkOperator('flink-operator')`. */
  readonly operator: NetworkPeer;
  /**
   * The Kubernetes API as pods reach it: the addresses and the port that `kubectl get endpointslices kubernetes` shows, not those of
   * the Service. A native JobManager starts its TaskManagers through it, and high availability keeps its leader there; without it
   * these are refused with `[network-policy-api]`. Other clusters need none, and get none.
   */
  readonly kubernetesApi: NetworkDestination[];
  /**
   * Whom jobs and checkpoints call beside their own cluster: object storage, sources, sinks.
   * @default - nobody
   */
  readonly destinations?: NetworkDestination[];
  /**
   * Who else may call the REST API and the web UI, for example an ingress controller.
   * @default - the operator alone
   */
  readonly restFrom?: NetworkPeer[];
  /**
   * Who may scrape the ports that the pods declare beyond Flink's own. Refused with `[network-policy-metrics]` when they declare none.
   * @default - nobody
   */
  readonly metricsFrom?: NetworkPeer[];
  /**
   * Who answers for names, on UDP and TCP.
   * @default - pods with `k8s-app: kube-dns` in `kube-system`, on port 53
   */
  readonly dns?: NetworkDestination;
}

/**
 * Closes a cluster off: its pods talk to each other, to the operator, and to whom you name, and to nobody else. Two NetworkPolicies,
 * `<cluster>-jobmanager` and `<cluster>-taskmanager`, in the cluster's namespace; the network plugin must be one that enforces them.
 */
export class FlinkNetworkPolicy extends Construct {
  constructor(scope: Construct, id: string, props: FlinkNetworkPolicyProps) {
    super(scope, id);
    const { name } = props.cluster;
    const traffic = sayingWhere(this.node.path, () => clusterTraffic(props));
    const { namespace } = Chart.of(props.cluster);
    for (const [role, spec] of Object.entries({ jobmanager: jobManagerPolicy(traffic), taskmanager: taskManagerPolicy(traffic) })) {
      new ApiObject(this, role, { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: `${name}-${role}`, namespace }, spec });
    }
  }
}

function clusterTraffic(props: FlinkNetworkPolicyProps): ClusterTraffic {
  const { cluster: { name, mode, network }, operator, kubernetesApi, destinations = [], restFrom = [], metricsFrom = [] } = props;
  const dns = props.dns ?? { peer: NetworkPeer.pods('kube-system', { 'k8s-app': 'kube-dns' }), ports: [53] };
  [...kubernetesApi, ...destinations, dns].forEach(refusePorts);
  if (kubernetesApi.length === 0 && needsApi({ mode, network })) {
    throw new Refusal({
      code: 'network-policy-api',
      what: `the JobManager of a ${mode} cluster calls the Kubernetes API${network.leaderInKubernetes ? ', which keeps its leader' : ' to start TaskManagers'}`,
      got: 'no kubernetesApi',
      allowed: 'the addresses and the port of the API server',
      fix: 'kubernetesApi: [{ peer: NetworkPeer.addresses(\'10.0.0.1/32\'), ports: [6443] }], as `kubectl get endpointslices kubernetes` shows them',
    });
  }
  if (metricsFrom.length > 0 && network.jobManagerPorts.length + network.taskManagerPorts.length === 0) {
    throw new Refusal({
      code: 'network-policy-metrics',
      what: 'no pod of this cluster declares a port that could be scraped',
      got: 'metricsFrom',
      allowed: 'metricsFrom where there is a metric reporter with a port',
      fix: 'give the cluster metricReporters: [new PrometheusReporter()], or leave metricsFrom out',
    });
  }
  return { name, mode, network, restFrom: [operator, ...restFrom], metricsFrom, dns, kubernetesApi, destinations };
}

function refusePorts({ ports }: NetworkDestination): void {
  const odd = ports.find((port) => !isPort(port));
  if (ports.length === 0 || odd !== undefined) {
    throw new Refusal({
      code: 'network-ports',
      what: 'a destination is called on ports that are named',
      got: odd === undefined ? 'no port, which to Kubernetes is every port' : String(odd),
      allowed: 'whole numbers from 1 to 65535, at least one',
      fix: 'name the ports, for example [443]',
    });
  }
}
