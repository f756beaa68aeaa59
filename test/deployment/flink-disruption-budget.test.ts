import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { deploymentOf, emitted, freshChart } from './sample-deployment';
import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { refusalOf, says } from '../refusals';
import {
  ClusterMode, FlinkDisruptionBudget, FlinkRole, FlinkVersion, HashMapStateBackend, IFlinkCluster, KubernetesHighAvailability, OperatorVersion,
  TunedFlinkDeploymentProps,
} from 'cdk8s-flink';

const { JOB_MANAGER, TASK_MANAGER } = FlinkRole;
let chart: Chart;
beforeEach(() => { chart = freshChart(); });
const budgetOf = (role: FlinkRole, minAvailable: number, changes: Partial<TunedFlinkDeploymentProps> = {}) => {
  const highAvailability = new KubernetesHighAvailability({ standbyJobManagers: 1 });
  const cluster = deploymentOf({ parallelism: 12, taskManager: { taskSlots: 2 }, highAvailability, ...changes }, chart);
  return { cluster, budget: new FlinkDisruptionBudget(chart, 'Budget', { cluster, role, minAvailable }) };
};
const refused = (got: string, allowed: string, fix: string) =>
  says('this budget keeps no pod, or lets none go, which stops every drain of a node [disruption-budget]', got, allowed, fix, 'chart/Budget');

test('counts pods that stay, in whole numbers: a share of them, or those that may go, would count JobManagers', () => {
  budgetOf(TASK_MANAGER, 4);
  expect(emitted(chart, 'PodDisruptionBudget')).toEqual([{
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'some-job-taskmanager', namespace: 'flink' },
    spec: {
      minAvailable: 4,
      selector: { matchLabels: { type: 'flink-native-kubernetes', app: 'some-job', component: 'taskmanager' } },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  }]);
});

// Labels that no pod has would keep nothing, without a word.
const { NATIVE, STANDALONE } = ClusterMode;
test.each([[NATIVE, JOB_MANAGER], [NATIVE, TASK_MANAGER], [STANDALONE, JOB_MANAGER], [STANDALONE, TASK_MANAGER]])(
  'in mode %s its selector finds the pods of the %s, as the twin makes them', (mode, role) => {
    const { cluster, budget } = budgetOf(role, 1, { mode, stateBackend: new HashMapStateBackend() });
    const { pods } = new EffectiveCluster(cluster.toJson(), { release: OperatorVersion.V1_16, defaults: new Map() });
    const jobManager = pods.jobManager.deployment.spec.template.metadata;
    const { taskManager } = pods;
    const metadata = role === JOB_MANAGER ? jobManager : taskManager.kind === 'Pod' ? taskManager.metadata : taskManager.spec.template.metadata;
    expect(metadata.labels).toMatchObject(budget.toJson().spec.selector.matchLabels);
  });

test('lies in the namespace of its cluster, from any chart', () => {
  const cluster = deploymentOf({ parallelism: 12 }, chart);
  const other = new Chart(chart.node.root as never, 'other', { namespace: 'elsewhere' });
  new FlinkDisruptionBudget(other, 'Budget', { cluster, role: TASK_MANAGER, minAvailable: 1 });
  expect(emitted(other, 'PodDisruptionBudget')[0].metadata.namespace).toBe('flink');
});

describe('a budget that stops every drain is refused', () => {
  const second = 'leave the budget out, or run a second pod: standbyJobManagers, or more TaskManagers';
  test('over a single JobManager', () => {
    expect(refusalOf(() => budgetOf(JOB_MANAGER, 1, { highAvailability: undefined })).message).toBe(refused('minAvailable 1 of 1', 'no budget over a single pod', second));
  });

  test.each([6, 7])('over TaskManagers, %d of 6', (minAvailable) => {
    expect(refusalOf(() => budgetOf(TASK_MANAGER, minAvailable)).message).toBe(refused(`minAvailable ${minAvailable} of 6`, '1 to 5', 'let at least one pod go at a time'));
    expect(emitted(chart, 'PodDisruptionBudget')).toEqual([]);
  });

  test.each([0, -1, 1.5, NaN])('%p pods to stay', (minAvailable) => {
    expect(refusalOf(() => budgetOf(JOB_MANAGER, minAvailable)).message).toBe(refused(`minAvailable ${minAvailable} of 2`, '1 to 1', 'let at least one pod go at a time'));
  });
});

test('of a cluster whose pods only jobs to come can tell, the number stands', () => {
  class Elsewhere extends Construct implements IFlinkCluster {
    public readonly name = 'elsewhere';
    public readonly flinkVersion = FlinkVersion.V1_20;
    public readonly operatorVersion = OperatorVersion.V1_16;
    public readonly operatorConfiguration = {};
    public readonly mode = ClusterMode.NATIVE;
    public readonly network = { restPort: 8081, rpcPort: 6123, blobPort: 6124, jobManagerPorts: [], taskManagerPorts: [], leaderInKubernetes: false };
  }
  const cluster = new Elsewhere(chart, 'Cluster');
  new FlinkDisruptionBudget(chart, 'Good', { cluster, role: TASK_MANAGER, minAvailable: 100 });
  expect(refusalOf(() => new FlinkDisruptionBudget(chart, 'Budget', { cluster, role: TASK_MANAGER, minAvailable: 0 })).message)
    .toBe(refused('0', '1 to one less than there are pods', 'let at least one pod go at a time'));
});
