import { EffectiveCluster } from '../operator/effective-cluster';

/**
 * Whether a cluster is what a resource asks for itself. What stands for a session job has the pods of its session, or of
 * none; it has no service account, without which no deployment is admitted.
 */
export function isWholeCluster({ manifest: { spec } }: EffectiveCluster): boolean {
  return spec.serviceAccount !== undefined;
}
