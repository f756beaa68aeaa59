import { ManifestJob, ManifestSpec } from '../manifest/flink-manifests';

type Settings = Record<string, string>;

/** What the operator sets where nobody has: the REST service and the button that cancels. */
export const CLUSTER_DEFAULTS: Settings = {
  'kubernetes.rest-service.exposed.type': 'ClusterIP',
  'web.cancel.enable': 'false',
};

/** What it sets for a job where nobody has. */
export function jobDefaults(name: string, { upgradeMode }: ManifestJob): Settings {
  return {
    'pipeline.name': name,
    ...(upgradeMode === 'last-state' ? { 'execution.checkpointing.interval': '5 min' } : {}),
    'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION',
  };
}

/** What it sets for an application cluster where nobody has. */
export const APPLICATION_DEFAULTS: Settings = {
  'execution.submit-failed-job-on-application-error': 'true',
};

/** What it sets whatever anybody wrote. */
export function forcedSettings(name: string, namespace: string, { flinkVersion, mode, job }: ManifestSpec, highlyAvailable: boolean): Settings {
  const application = job !== undefined;
  const cluster = application ? 'application' : 'session';
  return {
    '$internal.flink.version': flinkVersion ?? '',
    'execution.target': mode === 'standalone' ? 'remote' : `kubernetes-${cluster}`,
    ...(mode === 'standalone' ? { 'kubernetes.internal.cluster-mode': cluster.toUpperCase() } : {}),
    ...(application ? { 'execution.shutdown-on-application-finish': 'false' } : {}),
    'kubernetes.namespace': namespace,
    'kubernetes.cluster-id': name,
    ...(highlyAvailable ? { 'high-availability.cluster-id': name } : {}),
  };
}
