import { IFlinkCluster } from './flink-cluster';
import { FlinkDeployment } from '../../operator/flink-deployment';
import { FlinkRole } from '../../operator/flink-role';

/** How many pods of a role a cluster starts with, by its resource; nothing where only jobs to come can tell. */
export function podsAtStart(cluster: IFlinkCluster, role: FlinkRole): number | undefined {
  if (!(cluster instanceof FlinkDeployment)) {
    return undefined;
  }
  const { job, jobManager, taskManager, flinkConfiguration } = cluster.toJson().spec;
  if (role === FlinkRole.JOB_MANAGER) {
    return jobManager?.replicas ?? 1;
  }
  const slots = Number(flinkConfiguration?.['taskmanager.numberOfTaskSlots'] ?? 1);
  return taskManager?.replicas ?? (job === undefined ? undefined : Math.ceil(job.parallelism / slots));
}
