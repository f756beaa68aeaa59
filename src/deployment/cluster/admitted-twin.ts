import { EffectiveCluster } from '../../operator/effective-cluster';
import { FlinkBlueGreenDeploymentManifest, FlinkDeploymentManifest, FlinkSessionJobManifest, FlinkStateSnapshotManifest } from '../../operator/manifest/flink-manifests';
import { ResourceTwin } from '../../operator/resource-twin';

const ADMITTED = { admission: 'admitted' } as const;

/** A FlinkDeployment about which neither the operator nor Flink has anything to say, for the rules. */
export function admittedDeployment(cluster: EffectiveCluster): ResourceTwin {
  const { manifest } = cluster;
  return { ...ADMITTED, pruned: [], failures: [], children: [], kind: 'FlinkDeployment', metadata: manifest.metadata, manifest, cluster };
}

/** A FlinkBlueGreenDeployment of which one colour stands for both. */
export function admittedBlueGreen(manifest: FlinkBlueGreenDeploymentManifest, child: EffectiveCluster): ResourceTwin {
  const { metadata } = manifest;
  return { ...ADMITTED, pruned: [], failures: [], children: [admittedDeployment(child)], kind: 'FlinkBlueGreenDeployment', metadata, manifest };
}

/** A FlinkSessionJob, with its session where that is known. */
export function admittedSessionJob(manifest: FlinkSessionJobManifest, cluster: EffectiveCluster, session?: FlinkDeploymentManifest): ResourceTwin {
  const { metadata } = manifest;
  return { ...ADMITTED, pruned: [], failures: [], children: [], kind: 'FlinkSessionJob', metadata, manifest, cluster, session };
}

export function admittedSnapshot(manifest: FlinkStateSnapshotManifest): ResourceTwin {
  return { ...ADMITTED, pruned: [], failures: [], children: [], kind: 'FlinkStateSnapshot', metadata: manifest.metadata, manifest };
}
