import { Checkpointing, CheckpointingConfig } from './checkpointing';
import { GcsCredentials } from './gcs-credentials';
import { objectStore } from './object-store';
import { ObjectStoreProps } from './object-store-props';
import { storageForm } from './storage-form';
import { StrategyContext } from '../strategy/strategy-context';

/** A bucket on Google Cloud Storage. */
export interface GcsCheckpointingProps extends ObjectStoreProps {
  /** Name of the bucket alone, without a scheme or a path. Refused with `[storage-property]`. */
  readonly bucket: string;
  /**
   * Who the pods are to the store.
   * @default GcsCredentials.fromServiceAccount()
   */
  readonly credentials?: GcsCredentials;
}

/**
 * Checkpoints and savepoints in a bucket on Google Cloud Storage. The plugin's jar is enabled by the image's exact
 * Flink version on both roles.
 */
export class GcsCheckpointing extends Checkpointing {
  constructor(private readonly props: GcsCheckpointingProps) {
    super(props);
  }

  /** Directories under the prefix, the plugin and credentials. */
  public bind(context: StrategyContext): CheckpointingConfig {
    const { credentials = GcsCredentials.fromServiceAccount() } = this.props;
    const bucket = storageForm('GcsCheckpointing', 'bucket', this.props.bucket, /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/,
      '3 to 222 lower-case letters, digits, dots, dashes and underscores, for example "flink-state"');
    return objectStore(context, this.props, {
      strategy: 'GcsCheckpointing', root: `gs://${bucket}`, plugin: 'flink-gs-fs-hadoop', access: credentials._access,
    });
  }
}
