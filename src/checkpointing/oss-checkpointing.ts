import { Checkpointing, CheckpointingConfig } from './checkpointing';
import { objectStore } from './object-store';
import { ObjectStoreProps } from './object-store-props';
import { OssCredentials } from './oss-credentials';
import { storageForm } from './storage-form';
import { StrategyContext } from '../strategy/strategy-context';

/** A bucket on Alibaba Cloud OSS. */
export interface OssCheckpointingProps extends ObjectStoreProps {
  /** Name of the bucket alone, without a scheme or a path. Refused with `[storage-property]`. */
  readonly bucket: string;
  /**
   * Host of the region's store, for example `oss-eu-central-1-internal.aliyuncs.com`; the plugin speaks HTTPS to it.
   * Flink option `fs.oss.endpoint`. Refused with `[storage-property]`.
   */
  readonly endpoint: string;
  /** Who the pods are to the store. */
  readonly credentials: OssCredentials;
}

/**
 * Checkpoints and savepoints in a bucket on Alibaba Cloud OSS. The plugin's jar is enabled by the image's exact Flink
 * version on both roles.
 */
export class OssCheckpointing extends Checkpointing {
  constructor(private readonly props: OssCheckpointingProps) {
    super(props);
  }

  /** Directories under the prefix, the plugin, endpoint and credentials. */
  public bind(context: StrategyContext): CheckpointingConfig {
    const bucket = storageForm('OssCheckpointing', 'bucket', this.props.bucket, /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
      '3 to 63 lower-case letters, digits and dashes, for example "flink-state"');
    const endpoint = storageForm('OssCheckpointing', 'endpoint', this.props.endpoint, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
      'a host name alone, for example "oss-eu-central-1-internal.aliyuncs.com"');
    return objectStore(context, this.props, {
      strategy: 'OssCheckpointing',
      root: `oss://${bucket}`,
      plugin: 'flink-oss-fs-hadoop',
      settings: [{ key: 'fs.oss.endpoint', value: endpoint, reason: 'the region of the bucket' }],
      access: this.props.credentials._access,
    });
  }
}
