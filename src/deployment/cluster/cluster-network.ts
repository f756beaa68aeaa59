import { ClusterParts } from './cluster-parts';
import { readOption } from '../../flink/configuration/option-spelling';
import { isHighlyAvailable } from '../../flink/high-availability';
import { clusterPorts } from '../../operator/configuration/fixed-ports';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { ClusterNetwork } from '../../security/cluster-network';

/** The ports that the pods will have, whoever sets them, and what the strategies add to them. */
export function clusterNetwork(parts: ClusterParts, { file: { settings } }: EffectiveCluster): ClusterNetwork {
  const { restBind: restPort, blobServer: blobPort, jobManagerRpc } = clusterPorts(settings);
  const { jobManager: jobManagerPorts, taskManager: taskManagerPorts } = parts.declaredPorts;
  if (!isHighlyAvailable(settings)) {
    return { restPort, rpcPort: jobManagerRpc, blobPort, jobManagerPorts, taskManagerPorts, leaderInKubernetes: false };
  }
  // A leader's RPC has an option of its own, which Flink fixes to the usual one when it is not set.
  const rpcPort = Number(settings.get('high-availability.jobmanager.port') ?? jobManagerRpc);
  const leaderInKubernetes = readOption(settings, 'high-availability.type')?.toLowerCase() !== 'zookeeper';
  return { restPort, rpcPort, blobPort, jobManagerPorts, taskManagerPorts, leaderInKubernetes };
}
