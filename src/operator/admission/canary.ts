import { ManifestMetadata } from '../manifest/flink-manifests';

const LABEL = 'flink.apache.org/canary';

/** A resource by which the operator watches itself: it passes the webhook as it is, and nothing is deployed for it. */
export function isCanary({ labels }: ManifestMetadata): boolean {
  return labels?.[LABEL]?.toLowerCase() === 'true';
}
