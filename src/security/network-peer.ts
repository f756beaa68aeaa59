import { isIP } from 'node:net';
import { Refusal, shown } from '../refusal';

/** Who talks to a cluster, or whom it talks to. */
export class NetworkPeer {
  /**
   * Pods with these labels in a namespace.
   * @param namespaceName of theirs
   * @param labels at least one, or refused with `[network-peer]`
   */
  public static pods(namespaceName: string, labels: { [name: string]: string }): NetworkPeer {
    refuseUnless(Object.keys(labels).length > 0, 'pods without labels are all pods of the namespace', '{}', 'at least one label', 'NetworkPeer.namespace(…) when all are meant');
    return new NetworkPeer({ ...namespaceNamed(namespaceName), podSelector: { matchLabels: labels } });
  }

  /** All pods of a namespace. */
  public static namespace(name: string): NetworkPeer {
    return new NetworkPeer(namespaceNamed(name));
  }

  /** The Flink operator as its Helm chart labels it, in the namespace that it is installed in. */
  public static flinkOperator(namespaceName: string): NetworkPeer {
    return NetworkPeer.pods(namespaceName, { 'app.kubernetes.io/name': 'flink-kubernetes-operator' });
  }

  /**
   * What is not a pod of this Kubernetes, by its addresses.
   * @param cidr for example `10.2.0.0/16`, or refused with `[network-peer]`
   * @param excluded ranges within it that are left out
   */
  public static addresses(cidr: string, excluded: string[] = []): NetworkPeer {
    [cidr, ...excluded].forEach((range) => refuseUnless(
      isRange(range), 'addresses are a range with the length of its prefix', shown(range), 'for example "10.2.0.0/16" or "fd00::/8"', 'for one address write "10.2.0.7/32"',
    ));
    return new NetworkPeer({ ipBlock: excluded.length === 0 ? { cidr } : { cidr, except: excluded } });
  }

  private constructor(private readonly selector: Record<string, unknown>) {}

  /** @internal */
  public _render(): Record<string, unknown> {
    return this.selector;
  }
}

/** Whom a cluster may call, and on which ports. */
export interface NetworkDestination {
  /** Who is called. */
  readonly peer: NetworkPeer;
  /** TCP ports from 1 to 65535, at least one, or refused with `[network-ports]`: to Kubernetes an empty list is every port. */
  readonly ports: number[];
}

/** An address and the length of its prefix, of either family. */
function isRange(text: string): boolean {
  const [, address = '', length] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
  return Number(length) <= longest;
}

/** Kubernetes sets this label on every namespace. */
function namespaceNamed(name: string): Record<string, unknown> {
  refuseUnless(name.trim() !== '', 'a namespace has a name', shown(name), 'the name of a namespace', 'write the name, not a label');
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

function refuseUnless(sound: boolean, what: string, got: string, allowed: string, fix: string): void {
  if (!sound) {
    throw new Refusal({ code: 'network-peer', what, got, allowed, fix });
  }
}
