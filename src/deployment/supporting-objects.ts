import { PersistentVolumeAccessMode, PersistentVolumeClaim } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ClusterParts } from './cluster-parts';

/** Makes what the pods of a cluster name: claims. */
export function supportingObjects(scope: Construct, { newClaims }: ClusterParts): void {
  for (const claim of newClaims) {
    new PersistentVolumeClaim(scope, claim.name, {
      metadata: { name: claim.name },
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY],
      storage: claim.storage,
      storageClassName: claim.storageClassName,
    });
  }
}
