import { Chart } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import { FlinkServiceAccount } from './flink-service-account';

/** Name of the account, its role and its binding; the operator's Helm chart makes one named `flink`, which stays its own. */
export const SERVICE_ACCOUNT_NAME = 'cdk8s-flink';

/** The account of each namespace of an app. */
const MADE = new WeakMap<IConstruct, Map<string, IServiceAccount>>();

/**
 * The account that may do what a JobManager does: start TaskManagers, keep ConfigMaps. It is made once for
 * each namespace, in the chart that asks first.
 */
export function accountOfNamespace(scope: Construct): IServiceAccount {
  const chart = Chart.of(scope);
  const { root } = scope.node;
  const accounts = MADE.get(root) ?? new Map<string, IServiceAccount>();
  MADE.set(root, accounts);
  const namespace = chart.namespace ?? '';
  const account = accounts.get(namespace) ?? new FlinkServiceAccount(chart, 'FlinkServiceAccount', { name: SERVICE_ACCOUNT_NAME });
  accounts.set(namespace, account);
  return account;
}
