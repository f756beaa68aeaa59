import { changedFields } from './changed-fields';
import { PodChange } from './manifest-diff';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Pod } from '../../operator/pods/kubernetes-objects';
import { plainForm } from '../../operator/upgrade/equal-values';
import { Refusal } from '../../refusal';

/** The command line that Flink writes out of settings, which are told as knobs. */
const DERIVED = ['args', 'env[FLINK_TM_JVM_MEM_OPTS]'].map((field) => `containers[flink-main-container].${field}`);

/** The fields of both roles' pods that change, by path; one that appears or goes is told as a whole. */
export function changedPods(before: EffectiveCluster, after: EffectiveCluster): PodChange[] {
  const [one, other] = [before, after].map(podsOf);
  if (one === undefined || other === undefined) {
    return [];
  }
  const [jobManager, taskManager] = (['JobManager', 'TaskManager'] as const).map((role) =>
    changedFields(one[role], other[role], '', DERIVED).map((change): PodChange => ({ role, ...change })));
  const [ofJobManager, ofTaskManager] = [jobManager, taskManager].map((changes) => new Set(changes.map(changeForm)));
  return [
    ...jobManager.map((change): PodChange => (ofTaskManager.has(changeForm(change)) ? { ...change, role: 'both' } : change)),
    ...taskManager.filter((change) => !ofJobManager.has(changeForm(change))),
  ];
}

/** A change in whatever role. */
function changeForm({ role: _, ...change }: PodChange): string {
  return plainForm(change);
}

function podsOf(cluster: EffectiveCluster): { readonly JobManager: object; readonly TaskManager: object } | undefined {
  try {
    const { jobManager: { deployment }, taskManager } = cluster.pods;
    return {
      JobManager: { replicas: deployment.spec.replicas, ...seen(deployment.spec.template) },
      TaskManager: seen(taskManager.kind === 'Pod' ? taskManager : taskManager.spec.template),
    };
  } catch (error) {
    if (error instanceof Refusal) {
      return undefined;
    }
    throw error;
  }
}

function seen({ metadata: { labels, annotations }, spec }: Pick<Pod, 'metadata' | 'spec'>): object {
  return { labels, annotations, ...spec };
}
