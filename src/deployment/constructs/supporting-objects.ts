import { ConfigMap, PersistentVolumeAccessMode, PersistentVolumeClaim } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ClusterParts } from '../cluster/cluster-parts';

/** Makes what the pods of a cluster name: claims and ConfigMaps. */
export function supportingObjects(scope: Construct, { newClaims, newConfigMaps }: ClusterParts): void {
  for (const claim of newClaims) {
    new PersistentVolumeClaim(scope, claim.name, {
      metadata: { name: claim.name },
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY],
      storage: claim.storage,
      storageClassName: claim.storageClassName,
    });
  }
  for (const { name, files } of newConfigMaps) {
    new ConfigMap(scope, name, { metadata: { name }, data: files, immutable: true });
  }
}
