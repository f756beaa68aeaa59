import { ApiResource, IServiceAccount, Role, RoleBinding, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** What Flink does with the Kubernetes API in native mode; the rules of the operator's own Helm chart. */
const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
const RESOURCES = [
  ApiResource.PODS,
  ApiResource.CONFIG_MAPS,
  ApiResource.DEPLOYMENTS,
  ApiResource.custom({ apiGroup: 'apps', resourceType: 'deployments/finalizers' }),
];

/** A service account that may do what the JobManager does: start TaskManagers, keep ConfigMaps. */
export function flinkServiceAccount(scope: Construct, name: string): IServiceAccount {
  const metadata = { name };
  // The pods talk to the API, so they need the token that cdk8s-plus leaves out by default.
  const account = new ServiceAccount(scope, 'ServiceAccount', { metadata, automountToken: true });
  const role = new Role(scope, 'Role', { metadata, rules: [{ verbs: VERBS, resources: RESOURCES }] });
  const binding = new RoleBinding(scope, 'RoleBinding', { metadata, role });
  binding.addSubjects(account);
  return account;
}
