import { Chart } from 'cdk8s';
import { ApiResource, Role, RoleBinding, ServiceAccount } from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import { WorkloadIdentity } from './workload-identity';
import { ClusterMode } from '../../operator/cluster-mode';
import { Refusal, shown } from '../../refusal';

/** Who the pods of a cluster are. */
export interface FlinkServiceAccountProps {
  /**
   * Name of the account, its role and its binding, or refused with `[service-account-name]`, and with
   * `[service-account-taken]` where another account of the namespace has it; `cdk8s-flink` is that of clusters that bring none.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Who the pods are to the cloud.
   * @default - nobody
   */
  readonly identity?: WorkloadIdentity;
  /**
   * Annotations of the account beside those of the identity. One that both have is refused with `[service-account-annotation]`.
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
  /**
   * Whose pods it is for. A standalone cluster starts no pods itself, so its role allows ConfigMaps alone, which high
   * availability needs; a native cluster with such an account is refused with `[service-account-mode]`.
   * @default ClusterMode.NATIVE
   */
  readonly mode?: ClusterMode;
}

/** All that one may do with a resource; the operator's Helm chart gives the same to its jobs, in every release. */
const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
/** What Flink does with the Kubernetes API, in each mode. */
const RESOURCES: Record<ClusterMode, ApiResource[]> = {
  [ClusterMode.NATIVE]: [
    ApiResource.PODS,
    ApiResource.CONFIG_MAPS,
    ApiResource.DEPLOYMENTS,
    ApiResource.custom({ apiGroup: 'apps', resourceType: 'deployments/finalizers' }),
  ],
  [ClusterMode.STANDALONE]: [ApiResource.CONFIG_MAPS],
};

/** Names of accounts in one app, by namespace: the second of a name would overwrite the first, with its annotations. */
const TAKEN = new WeakMap<IConstruct, Set<string>>();

/** A service account for the pods of one cluster or of several, with the role that Flink needs and its binding. */
export class FlinkServiceAccount extends ServiceAccount {
  /** Whose pods it is for. */
  public readonly mode: ClusterMode;
  /** Labels that the pods need for the identity; a cluster with this account sets them. */
  public readonly podLabels: { [name: string]: string };

  constructor(scope: Construct, id: string, props: FlinkServiceAccountProps = {}) {
    const { name = id, identity, annotations = {}, mode = ClusterMode.NATIVE } = props;
    const granted = identity?.annotations ?? {};
    refuseName(name);
    refuseOverlap(granted, annotations);
    takeName(scope, name);
    // The pods talk to the API, so they need the token that cdk8s-plus leaves out by default.
    super(scope, id, { metadata: { name, annotations: { ...granted, ...annotations } }, automountToken: true });
    this.mode = mode;
    this.podLabels = identity?.podLabels ?? {};
    const role = new Role(this, 'Role', { metadata: { name }, rules: [{ verbs: VERBS, resources: RESOURCES[mode] }] });
    new RoleBinding(this, 'RoleBinding', { metadata: { name }, role }).addSubjects(this);
  }
}

function refuseName(name: string): void {
  if (typeof name !== 'string' || name.length > 253 || !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name)) {
    throw new Refusal({
      code: 'service-account-name',
      what: 'Kubernetes has no service account of this name',
      got: shown(name),
      allowed: 'lower-case letters, digits, dashes and dots',
      fix: 'pass `name`',
    });
  }
}

function refuseOverlap(granted: Readonly<Record<string, string>>, annotations: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(annotations).filter((annotation) => annotation in granted)) {
    throw new Refusal({
      code: 'service-account-annotation',
      what: 'an annotation of the service account is given twice',
      got: `${name} in annotations and by identity`,
      allowed: 'each annotation once',
      fix: 'remove it from annotations',
    });
  }
}

function takeName(scope: Construct, name: string): void {
  const { root } = scope.node;
  const taken = TAKEN.get(root) ?? new Set<string>();
  TAKEN.set(root, taken);
  const key = `${Chart.of(scope).namespace ?? ''}/${name}`;
  if (taken.has(key)) {
    throw new Refusal({
      code: 'service-account-taken',
      what: 'two service accounts of one name in one namespace: the second would overwrite the first',
      got: shown(name),
      allowed: 'a name of its own for each; cdk8s-flink is that of the clusters that bring none',
      fix: 'make it once and pass it as serviceAccount to each of its clusters, or choose another name',
    });
  }
  taken.add(key);
}
