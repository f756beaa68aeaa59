/** What Kubernetes makes of NetworkPolicies, for pods and addresses of version 4; written from its documentation, not from our code. */
export interface Endpoint {
  readonly namespace?: string;
  readonly labels?: Record<string, string>;
  /** For what is no pod. */
  readonly address?: string;
}

export interface Call {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly port: number;
  readonly protocol?: 'TCP' | 'UDP';
}

/** A call passes when the policies of its caller let it out and those of the called let it in; without a policy, everything passes. */
export function passes(policies: any[], { from, to, port, protocol = 'TCP' }: Call): boolean {
  const out = policies.filter((policy) => appliesTo(policy, from, 'Egress'));
  const into = policies.filter((policy) => appliesTo(policy, to, 'Ingress'));
  const allows = (rules: any[], side: 'to' | 'from', other: Endpoint) => rules.some((rule) =>
    (isNotRestricted(rule, side) || rule[side].some((peer: any) => isPeer(peer, other))) && onPort(rule, port, protocol));
  return (out.length === 0 || out.some(({ spec }) => allows(spec.egress, 'to', to)))
    && (into.length === 0 || into.some(({ spec }) => allows(spec.ingress, 'from', from)));
}

/** No list of peers, or an empty one, is everybody. */
function isNotRestricted(rule: any, side: 'to' | 'from'): boolean {
  return rule[side] === undefined || rule[side].length === 0;
}

function onPort({ ports }: any, port: number, protocol: string): boolean {
  return ports === undefined || ports.length === 0 || ports.some((allowed: any) => allowed.port === port && allowed.protocol === protocol);
}

function appliesTo({ metadata, spec }: any, pod: Endpoint, type: string): boolean {
  return pod.labels !== undefined && metadata.namespace === pod.namespace && spec.policyTypes.includes(type) && matches(spec.podSelector, pod.labels);
}

function isPeer(peer: any, other: Endpoint): boolean {
  if (peer.ipBlock !== undefined) {
    const { cidr, except = [] } = peer.ipBlock;
    const { address } = other;
    return address !== undefined && within(cidr, address) && !except.some((range: string) => within(range, address));
  }
  if (other.labels === undefined) {
    return false;
  }
  const inNamespace = peer.namespaceSelector === undefined
    ? other.namespace === HOME : matches(peer.namespaceSelector, { 'kubernetes.io/metadata.name': other.namespace ?? '' });
  return inNamespace && (peer.podSelector === undefined || matches(peer.podSelector, other.labels));
}

/** The namespace of the policies. */
export const HOME = 'flink';

function matches({ matchLabels = {} }: any, labels: Record<string, string>): boolean {
  return Object.entries(matchLabels).every(([name, value]) => labels[name] === value);
}

function within(cidr: string, address: string): boolean {
  const [base, length] = cidr.split('/');
  const bits = (text: string) => text.split('.').map((part) => Number(part).toString(2).padStart(8, '0')).join('').slice(0, Number(length));
  return bits(base) === bits(address);
}
