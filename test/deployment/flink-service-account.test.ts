import { App, Chart } from 'cdk8s';
import { deploymentOf, emitted, freshChart } from './sample-deployment';
import { refusalOf, says } from '../refusals';
import { ClusterMode, FlinkServiceAccount, WorkloadIdentity } from 'cdk8s-flink';

let chart: Chart;
beforeEach(() => { chart = freshChart(new App()); });
const ARN = 'arn:aws:iam::111122223333:role/flink/orders';
const rulesOf = () => emitted(chart, 'Role')[0].rules.flatMap(({ apiGroups, resources }: any) => resources.map((resource: string) => `${apiGroups[0]}/${resource}`)).sort();

test('an account comes with its role and binding, all of one name', () => {
  const account = new FlinkServiceAccount(chart, 'orders', { annotations: { owner: 'a' }, identity: WorkloadIdentity.awsRole(ARN) });
  deploymentOf({ serviceAccount: account }, chart);
  const [{ metadata, automountServiceAccountToken }] = emitted(chart, 'ServiceAccount');
  expect(metadata).toEqual({ name: 'orders', namespace: 'flink', annotations: { 'eks.amazonaws.com/role-arn': ARN, 'owner': 'a' } });
  expect(automountServiceAccountToken).toBe(true);
  const [{ roleRef, subjects, ...binding }] = emitted(chart, 'RoleBinding');
  expect([binding.metadata.name, emitted(chart, 'Role')[0].metadata.name, roleRef.name, subjects[0].name]).toEqual(['orders', 'orders', 'orders', 'orders']);
  expect(emitted(chart, 'FlinkDeployment')[0].spec.serviceAccount).toBe('orders');
});

test('a native cluster may do what the Helm chart of every release lets its jobs do', () => {
  new FlinkServiceAccount(chart, 'orders');
  expect(rulesOf()).toEqual(['/configmaps', '/pods', 'apps/deployments', 'apps/deployments/finalizers']);
  emitted(chart, 'Role')[0].rules.forEach(({ verbs }: any) => expect(verbs).toEqual(['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']));
});

test('a standalone cluster keeps ConfigMaps and nothing else', () => {
  const account = new FlinkServiceAccount(chart, 'orders', { mode: ClusterMode.STANDALONE });
  expect(rulesOf()).toEqual(['/configmaps']);
  deploymentOf({ serviceAccount: account, mode: ClusterMode.STANDALONE }, chart);
  expect(refusalOf(() => deploymentOf({ serviceAccount: account }, chart, 'native')).message).toBe(says(
    'the role of this service account does not let Flink start TaskManagers [service-account-mode]', 'orders, made for standalone clusters',
    'an account made for native clusters', 'leave mode of the FlinkServiceAccount out, or run the cluster in ClusterMode.STANDALONE', 'chart/native',
  ));
});

test.each([
  [WorkloadIdentity.awsRole(ARN), { 'eks.amazonaws.com/role-arn': ARN }, undefined],
  [WorkloadIdentity.googleServiceAccount('flink@some-project.iam.gserviceaccount.com'), { 'iam.gke.io/gcp-service-account': 'flink@some-project.iam.gserviceaccount.com' }, undefined],
  [WorkloadIdentity.azureClient('00000000-1111-2222-3333-444444444444'), { 'azure.workload.identity/client-id': '00000000-1111-2222-3333-444444444444' },
    { 'azure.workload.identity/use': 'true' }],
])('%p is said by the account, and by the pods where the cloud asks for it', (identity, annotations, labels) => {
  deploymentOf({ serviceAccount: new FlinkServiceAccount(chart, 'orders', { identity }) }, chart);
  expect(emitted(chart, 'ServiceAccount')[0].metadata.annotations).toEqual(annotations);
  const { jobManager, taskManager } = emitted(chart, 'FlinkDeployment')[0].spec;
  expect([jobManager.podTemplate.metadata?.labels, taskManager.podTemplate.metadata?.labels]).toEqual([labels, labels]);
});

test.each<[() => unknown, string, string, string]>([
  [() => WorkloadIdentity.awsRole('flink'), 'the ARN of a role', '"flink"', 'arn:aws:iam::111122223333:role/flink'],
  [() => WorkloadIdentity.awsRole('arn:aws:iam::111122223333:user/flink'), 'the ARN of a role', '"arn:aws:iam::111122223333:user/flink"', 'arn:aws:iam::111122223333:role/flink'],
  [() => WorkloadIdentity.googleServiceAccount('flink'), 'the email of a service account', '"flink"', 'flink@some-project.iam.gserviceaccount.com'],
  [() => WorkloadIdentity.azureClient('flink'), 'a client id', '"flink"', '00000000-0000-0000-0000-000000000000'],
])('%p is refused', (work, what, got, example) => {
  expect(refusalOf(work).message).toBe(says(`this is not ${what} [workload-identity]`, got, what, `for example ${example}`));
});

test.each(['Orders', '-orders', 'a'.repeat(254), ''])('the name "%s" is refused', (name) => {
  expect(refusalOf(() => new FlinkServiceAccount(chart, 'account', { name })).message).toBe(says(
    'Kubernetes has no service account of this name [service-account-name]', `"${name}"`, 'lower-case letters, digits, dashes and dots', 'pass `name`',
  ));
});

const taken = (name: string) => says(
  'two service accounts of one name in one namespace: the second would overwrite the first [service-account-taken]', `"${name}"`,
  'a name of its own for each; cdk8s-flink is that of the clusters that bring none',
  'make it once and pass it as serviceAccount to each of its clusters, or choose another name',
);

test('annotations never differ between two who ask for one account', () => {
  const app = new App();
  const [one, other, elsewhere] = ['flink', 'flink', 'team'].map((namespace, index) => new Chart(app, `chart${index}`, { namespace }));
  new FlinkServiceAccount(one, 'orders', { annotations: { owner: 'a' } });
  expect(refusalOf(() => new FlinkServiceAccount(other, 'orders', { annotations: { owner: 'b' } })).message).toBe(taken('orders'));
  expect(() => new FlinkServiceAccount(elsewhere, 'orders')).not.toThrow();
});

test('nor with the one that is made without being asked for', () => {
  deploymentOf({}, chart);
  expect(refusalOf(() => new FlinkServiceAccount(chart, 'mine', { name: 'cdk8s-flink' })).message).toBe(taken('cdk8s-flink'));
});

test('an annotation of the identity\'s is refused among the others', () => {
  const annotations = { 'eks.amazonaws.com/role-arn': 'other' };
  expect(refusalOf(() => new FlinkServiceAccount(chart, 'orders', { identity: WorkloadIdentity.awsRole(ARN), annotations })).message).toBe(says(
    'an annotation of the service account is given twice [service-account-annotation]', 'eks.amazonaws.com/role-arn in annotations and by identity',
    'each annotation once', 'remove it from annotations',
  ));
});
