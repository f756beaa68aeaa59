import { ClusterNetwork } from './cluster-network';
import { NetworkDestination, NetworkPeer } from './network-peer';
import { ClusterMode } from '../operator/cluster-mode';
import { FlinkRole } from '../operator/flink-role';
import { selectorLabels } from '../operator/pods/selector-labels';

/** Everything that the pods of a cluster take part in. */
export interface ClusterTraffic {
  readonly name: string;
  readonly mode: ClusterMode;
  readonly network: ClusterNetwork;
  /** Who calls the REST API, the operator among them. */
  readonly restFrom: readonly NetworkPeer[];
  readonly metricsFrom: readonly NetworkPeer[];
  readonly dns: NetworkDestination;
  readonly kubernetesApi: readonly NetworkDestination[];
  readonly destinations: readonly NetworkDestination[];
}

type Peers = readonly Record<string, unknown>[];

/** One way of traffic, as a NetworkPolicy has it. */
interface TrafficRule {
  readonly ports?: readonly { readonly protocol: string; readonly port: number }[];
  readonly from?: Peers;
  readonly to?: Peers;
}

/** Field `spec` of a NetworkPolicy. */
export interface NetworkPolicySpec {
  readonly podSelector: Record<string, unknown>;
  readonly policyTypes: readonly string[];
  readonly ingress: readonly TrafficRule[];
  readonly egress: readonly TrafficRule[];
}

/**
 * JobManagers answer TaskManagers on two ports and each other on all: a JobManager that stands by asks the leader on a port
 * that Flink chooses.
 */
export function jobManagerPolicy(traffic: ClusterTraffic): NetworkPolicySpec {
  const { network: { restPort, jobManagerPorts }, restFrom, metricsFrom } = traffic;
  const jobManagers = podsOf(traffic, FlinkRole.JOB_MANAGER);
  const taskManagers = podsOf(traffic, FlinkRole.TASK_MANAGER);
  return {
    podSelector: jobManagers.podSelector,
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      { from: [jobManagers] },
      { from: [taskManagers], ports: tcp(jobManagerCalls(traffic)) },
      { from: restFrom.map((peer) => peer._render()), ports: tcp([restPort]) },
      ...metrics(metricsFrom, jobManagerPorts),
    ],
    egress: [{ to: [jobManagers, taskManagers] }, ...outward(traffic, needsApi(traffic))],
  };
}

/** TaskManagers are called by their own cluster alone, on ports that Flink chooses for data, metrics and collected results. */
export function taskManagerPolicy(traffic: ClusterTraffic): NetworkPolicySpec {
  const { network: { leaderInKubernetes, taskManagerPorts }, metricsFrom } = traffic;
  const jobManagers = podsOf(traffic, FlinkRole.JOB_MANAGER);
  const taskManagers = podsOf(traffic, FlinkRole.TASK_MANAGER);
  return {
    podSelector: taskManagers.podSelector,
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [jobManagers, taskManagers] }, ...metrics(metricsFrom, taskManagerPorts)],
    egress: [
      { to: [jobManagers], ports: tcp(jobManagerCalls(traffic)) },
      { to: [taskManagers] },
      ...outward(traffic, leaderInKubernetes),
    ],
  };
}

/** A native JobManager starts its TaskManagers through the API; any other asks it for the leader alone. */
export function needsApi({ mode, network }: Pick<ClusterTraffic, 'mode' | 'network'>): boolean {
  return mode === ClusterMode.NATIVE || network.leaderInKubernetes;
}

function jobManagerCalls({ network: { rpcPort, blobPort } }: ClusterTraffic): number[] {
  return [rpcPort, blobPort];
}

function podsOf({ name, mode }: ClusterTraffic, role: FlinkRole): { readonly podSelector: Record<string, unknown> } {
  return { podSelector: { matchLabels: selectorLabels({ name, spec: { mode } }, role) } };
}

function metrics(from: readonly NetworkPeer[], ports: readonly number[]): TrafficRule[] {
  return from.length === 0 || ports.length === 0 ? [] : [{ from: from.map((peer) => peer._render()), ports: tcp(ports) }];
}

function outward({ dns, kubernetesApi, destinations }: ClusterTraffic, api: boolean): TrafficRule[] {
  const called = [...api ? kubernetesApi : [], ...destinations];
  return [
    { to: [dns.peer._render()], ports: ['UDP', 'TCP'].flatMap((protocol) => dns.ports.map((port) => ({ protocol, port }))) },
    ...called.map(({ peer, ports }) => ({ to: [peer._render()], ports: tcp(ports) })),
  ];
}

function tcp(ports: readonly number[]): { readonly protocol: string; readonly port: number }[] {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}
