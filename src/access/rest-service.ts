import { entriesText } from '../flink/configuration/escaped-text';
import { ClusterMode } from '../operator/cluster-mode';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** How the Service `<name>-rest` is reached. Option `kubernetes.rest-service.exposed.type`. */
export enum RestServiceType {
  /** From within Kubernetes, by one address. */
  CLUSTER_IP = 'ClusterIP',
  /** From within Kubernetes, by the addresses of the JobManagers' pods. */
  HEADLESS = 'Headless_ClusterIP',
  /** On a port of every node. The operator must be allowed to list nodes, which a finding says. */
  NODE_PORT = 'NodePort',
  /** From outside, by a load balancer. The operator must be allowed to list nodes, which a finding says. */
  LOAD_BALANCER = 'LoadBalancer',
}

/** The Service of the REST API and the web UI. */
export interface RestService {
  /**
   * How it is reached.
   * @default RestServiceType.CLUSTER_IP
   */
  readonly type?: RestServiceType;
  /**
   * Annotations, for example of a cloud's load balancer. Option `kubernetes.rest-service.annotations`.
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
}

/** The operator builds the Service, so only options that its own Flink knows have an effect. */
export function restServiceConfig({ type = RestServiceType.CLUSTER_IP, annotations = {} }: RestService, { mode }: StrategyContext): StrategyConfig {
  const entries = Object.entries(annotations);
  return {
    settings: [
      { key: 'kubernetes.rest-service.exposed.type', value: type, reason: 'how the REST API is reached' },
      ...(entries.length === 0 ? [] : [
        { key: 'kubernetes.rest-service.annotations', value: entriesText(entries), reason: 'annotations of the Service of the REST API' },
      ]),
    ],
    findings: reachesOutside(type) ? [openRestService(type), ...(mode === ClusterMode.NATIVE ? [nodesOfOperator(type)] : [])] : [],
  };
}

function reachesOutside(type: RestServiceType): boolean {
  return type === RestServiceType.NODE_PORT || type === RestServiceType.LOAD_BALANCER;
}

function openRestService(type: RestServiceType) {
  return {
    code: 'open-rest-service',
    message: `a REST service of type ${type} lets whoever reaches it cancel jobs and read their configuration and logs, and run any jar on a session cluster; Flink asks nobody who they are`,
    fix: 'use an ingress that asks who comes, or restrict who may call: an internal load balancer, source ranges, FlinkNetworkPolicy',
  };
}

/** A load balancer has no address yet when the operator asks for it, and it falls back to those of the nodes. */
function nodesOfOperator(type: RestServiceType) {
  return {
    code: 'rest-service-nodes',
    message: `the operator lists nodes when it deploys a native cluster with a REST service of type ${type}, which its Helm chart does not allow by default`,
    fix: 'install the operator with rbac.nodesRule.create: true',
  };
}
