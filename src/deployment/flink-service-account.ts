import { Chart } from 'cdk8s';
import { ApiResource, IServiceAccount, Role, RoleBinding, ServiceAccount } from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';

/** Name of the account, its role and its binding; the operator's Helm chart makes one named `flink`, which stays its own. */
export const SERVICE_ACCOUNT_NAME = 'cdk8s-flink';

/** What Flink does with the Kubernetes API in native mode; the operator's Helm chart opens the same resources to its jobs. */
const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
const RESOURCES = [
  ApiResource.PODS,
  ApiResource.CONFIG_MAPS,
  ApiResource.DEPLOYMENTS,
  ApiResource.custom({ apiGroup: 'apps', resourceType: 'deployments/finalizers' }),
];

/** The account of each namespace of an app. */
const MADE = new WeakMap<IConstruct, Map<string, IServiceAccount>>();

/**
 * The account that may do what a JobManager does: start TaskManagers, keep ConfigMaps. It is made once for
 * each namespace, in the chart that asks first.
 */
export function flinkServiceAccount(scope: Construct): IServiceAccount {
  const chart = Chart.of(scope);
  const { root } = scope.node;
  const accounts = MADE.get(root) ?? new Map<string, IServiceAccount>();
  MADE.set(root, accounts);
  const namespace = chart.namespace ?? '';
  const account = accounts.get(namespace) ?? makeAccount(chart);
  accounts.set(namespace, account);
  return account;
}

function makeAccount(chart: Chart): IServiceAccount {
  const metadata = { name: SERVICE_ACCOUNT_NAME };
  const place = new Construct(chart, 'FlinkServiceAccount');
  // The pods talk to the API, so they need the token that cdk8s-plus leaves out by default.
  const account = new ServiceAccount(place, 'ServiceAccount', { metadata, automountToken: true });
  const role = new Role(place, 'Role', { metadata, rules: [{ verbs: VERBS, resources: RESOURCES }] });
  new RoleBinding(place, 'RoleBinding', { metadata, role }).addSubjects(account);
  return account;
}
