import { HostedJob, ShapeExplanation, TotalsExplanation } from './manifest-explanation';
import { readWholeNumber } from '../../flink/configuration/option-reading';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { PodSpec } from '../../operator/manifest/flink-manifests';
import { EffectivePods } from '../../operator/pods/effective-pods';
import { podFootprint } from '../../operator/pods/pod-footprint';

/** Slots, and what takes them; a job takes as many as its parallelism, since the subtasks of its operators share slots. */
export function shapeExplained(cluster: EffectiveCluster, hosts: readonly HostedJob[]): ShapeExplanation {
  const { taskSlots } = cluster;
  const parallelism = parallelismIn(cluster, hosts);
  const taskManagers = taskManagersOf(cluster, parallelism);
  const slots = taskManagers === undefined ? undefined : taskManagers * taskSlots;
  return {
    jobManagers: readWholeNumber(cluster.configuration, 'kubernetes.jobmanager.replicas', 1, 1),
    taskManagers,
    taskSlots,
    parallelism,
    slots,
    idle: slots === undefined || parallelism === undefined ? undefined : slots - parallelism,
  };
}

export function totalsExplained({ pods }: EffectiveCluster, { jobManagers, taskManagers = 0 }: ShapeExplanation): TotalsExplanation {
  const parts = [{ count: jobManagers, spec: jobManagerPod(pods) }, { count: taskManagers, spec: taskManagerPod(pods) }]
    .map(({ count, spec }) => ({ count: BigInt(count), requests: podFootprint(spec).requests }));
  return {
    cpu: Number(parts.reduce((sum, { count, requests }) => sum + count * requests.cpu, 0n)) / 1000,
    memory: parts.reduce((sum, { count, requests }) => sum + count * requests.memory, 0n),
  };
}

export function jobManagerPod({ jobManager }: EffectivePods): PodSpec {
  return jobManager.deployment.spec.template.spec;
}

export function taskManagerPod({ taskManager }: EffectivePods): PodSpec {
  return taskManager.kind === 'Pod' ? taskManager.spec : taskManager.spec.template.spec;
}

function parallelismIn(cluster: EffectiveCluster, hosts: readonly HostedJob[]): number | undefined {
  if (cluster.manifest.spec.job !== undefined) {
    return cluster.parallelism;
  }
  const running = hosts.filter((job) => job.running && job.parallelism !== undefined);
  return running.length === 0 ? undefined : running.reduce((sum, job) => sum + job.parallelism!, 0);
}

/** A native session asks for TaskManagers when its jobs come. */
function taskManagersOf({ manifest: { spec }, taskManagers, taskSlots }: EffectiveCluster, parallelism: number | undefined): number | undefined {
  if (spec.mode === 'standalone' || spec.job !== undefined) {
    return taskManagers;
  }
  return parallelism === undefined ? undefined : Math.ceil(parallelism / taskSlots);
}
