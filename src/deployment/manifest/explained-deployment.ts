import { manifestFor, TunedManifest } from './tuned-manifest';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { explain } from '../../report/explain';
import { Explained } from '../../report/explained';
import { ClusterNetwork } from '../../security/cluster-network';
import { patchedCluster } from '../cluster/checked-cluster';
import { clusterNetwork } from '../cluster/cluster-network';
import { readerOf } from '../cluster/cluster-spec';
import { CompleteDeploymentProps } from '../defaults/complete-props';

/** The explanation of the deployment whose resource is now this one, patches included. */
export function explainManifest(resource: unknown, props: CompleteDeploymentProps): string {
  return explain(explainedManifest(resource, props));
}

/** The explanation of a cluster that was made from these props under that name. */
export function explainOf(cluster: EffectiveCluster, name: string, props: CompleteDeploymentProps): string {
  return explain(explained(cluster, name, props));
}

/** What the pods of that resource answer on, patches included. */
export function networkOfDeployment(resource: unknown, props: CompleteDeploymentProps): ClusterNetwork {
  const cluster = patchedCluster(resource, props);
  return networkOf(cluster, cluster.manifest.metadata.name, props);
}

/** The same of a cluster that was made from these props under that name. */
export function networkOf(cluster: EffectiveCluster, name: string, props: CompleteDeploymentProps): ClusterNetwork {
  return clusterNetwork(remade(cluster, name, props).parts.cluster, cluster);
}

/** All that an explanation of that resource is made from. */
export function explainedManifest(resource: unknown, props: CompleteDeploymentProps): Explained {
  const cluster = patchedCluster(resource, props);
  return explained(cluster, cluster.manifest.metadata.name, props);
}

function explained(cluster: EffectiveCluster, name: string, props: CompleteDeploymentProps): Explained {
  const { plan, parts, findings } = remade(cluster, name, props);
  const settings = parts.cluster.configuration.spelledFor(readerOf(parts.cluster.context));
  const { flinkVersion, inherited: { from: inherited } } = props;
  return { name, flinkVersion, plan, findings, inherited, settings, secretSettings: parts.cluster.secretSettings, cluster };
}

function remade({ manifest: { metadata: { namespace }, spec: { serviceAccount = '' } } }: EffectiveCluster, name: string, props: CompleteDeploymentProps): TunedManifest {
  return manifestFor({ name, namespace, serviceAccount }, props);
}
