import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { FlinkRole } from '../../operator/flink-role';
import { selectorLabels } from '../../operator/pods/selector-labels';
import { Refusal, shown } from '../../refusal';
import { isWhole } from '../../units/whole-number';
import { IFlinkCluster } from '../tree/flink-cluster';
import { podsAtStart } from '../tree/pods-at-start';
import { pathOf, sayingWhere } from '../tree/thought-through';

/** Pods of a cluster that a drain of nodes must leave. */
export interface FlinkDisruptionBudgetProps {
  /** Whose pods. */
  readonly cluster: IFlinkCluster;
  /** Of which role. */
  readonly role: FlinkRole;
  /**
   * Pods that stay while a node is drained, from 1, and less than the cluster starts with: a budget that lets no pod go
   * stops every drain. For TaskManagers under an autoscaler, less than the fewest that it goes down to.
   * Refused with `[disruption-budget]`.
   */
  readonly minAvailable: number;
}

/**
 * A PodDisruptionBudget over the pods of one role, by the labels that Flink gives them.
 *
 * It counts pods that stay, never those that may go: in native mode Kubernetes takes the JobManager's Deployment for what
 * controls the TaskManagers, so that `maxUnavailable` would count against the number of JobManagers and keep none.
 */
export class FlinkDisruptionBudget extends ApiObject {
  constructor(scope: Construct, id: string, props: FlinkDisruptionBudgetProps) {
    const { cluster, role, minAvailable } = props;
    sayingWhere(pathOf(scope, id), () => refuseBudget(minAvailable, podsAtStart(cluster, role)));
    super(scope, id, {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: `${cluster.name}-${role}`, namespace: Chart.of(cluster).namespace },
      spec: {
        minAvailable,
        selector: { matchLabels: selectorLabels({ name: cluster.name, spec: { mode: cluster.mode } }, role) },
        // A pod that never becomes ready keeps nothing running, and must not hold up a drain.
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
  }
}

function refuseBudget(minAvailable: number, pods: number | undefined): void {
  if (!isWhole(minAvailable, 1) || minAvailable >= (pods ?? Infinity)) {
    throw new Refusal({
      code: 'disruption-budget',
      what: 'this budget keeps no pod, or lets none go, which stops every drain of a node',
      got: pods === undefined ? shown(minAvailable) : `minAvailable ${shown(minAvailable)} of ${pods}`,
      allowed: pods === 1 ? 'no budget over a single pod' : `1 to ${pods === undefined ? 'one less than there are pods' : pods - 1}`,
      fix: pods === 1 ? 'leave the budget out, or run a second pod: standbyJobManagers, or more TaskManagers' : 'let at least one pod go at a time',
    });
  }
}
