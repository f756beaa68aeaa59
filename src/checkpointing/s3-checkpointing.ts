import { Checkpointing, CheckpointingConfig } from './checkpointing';
import { objectStore } from './object-store';
import { ObjectStoreProps } from './object-store-props';
import { S3Credentials } from './s3-credentials';
import { storageForm } from './storage-form';
import { FlinkSetting } from '../flink/configuration/setting';
import { StrategyContext } from '../strategy/strategy-context';

/** A bucket, wherever it is. */
export interface S3BucketProps extends ObjectStoreProps {
  /** Name of the bucket alone, without a scheme or a path. Refused with `[storage-property]`. */
  readonly bucket: string;
  /**
   * Address the bucket in the path and not in the host name, which most stores besides AWS need.
   * Flink option `s3.path.style.access`.
   * @default - true with an endpoint, false without
   */
  readonly pathStyleAccess?: boolean;
}

/** A bucket on S3 or on a store that speaks its protocol, such as MinIO. */
export interface S3CheckpointingProps extends S3BucketProps {
  /**
   * URL of a store that is not AWS, or of AWS by another way. Flink option `s3.endpoint`. Refused with `[storage-property]`.
   * @default - AWS
   */
  readonly endpoint?: string;
  /**
   * Who the pods are to the store.
   * @default S3Credentials.fromServiceAccount()
   */
  readonly credentials?: S3Credentials;
}

/** A bucket on a store of your own that speaks the protocol of S3. */
export interface S3CompatibleStoreProps extends S3BucketProps {
  /** URL of the store, for example `http://minio.minio.svc:9000`. Flink option `s3.endpoint`. Refused with `[storage-property]`. */
  readonly endpoint: string;
  /** Who the pods are to the store: it knows nothing of the accounts of AWS, so nothing can be assumed. */
  readonly credentials: S3Credentials;
}

/**
 * Checkpoints and savepoints in an S3 bucket, through the Presto plugin, the one that is proven for checkpoints in every
 * line; the native plugin of Flink 2.3 is experimental. Its jar is enabled by the image's exact Flink version on both
 * roles. The plugin has no option for a region.
 */
export class S3Checkpointing extends Checkpointing {
  /** On MinIO, Ceph or another store that speaks the protocol of S3; buckets are addressed in the path. */
  public static onCompatibleStore(props: S3CompatibleStoreProps): S3Checkpointing {
    return new S3Checkpointing(props);
  }

  constructor(private readonly props: S3CheckpointingProps) {
    super(props);
  }

  /** Directories under the prefix, the plugin, endpoint and credentials. */
  public bind(context: StrategyContext): CheckpointingConfig {
    const { endpoint, credentials = S3Credentials.fromServiceAccount() } = this.props;
    const bucket = storageForm('S3Checkpointing', 'bucket', this.props.bucket, /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      '3 to 63 lower-case letters, digits, dots and dashes, for example "flink-state"');
    if (endpoint !== undefined) {
      storageForm('S3Checkpointing', 'endpoint', endpoint, /^https?:\/\/[^\s/@?#]+\/?$/, 'a URL with http or https, without a path and without credentials');
    }
    const settings: FlinkSetting[] = endpoint === undefined ? [] : [{ key: 's3.endpoint', value: endpoint, reason: 'the store is not AWS' }];
    if (this.props.pathStyleAccess ?? endpoint !== undefined) {
      settings.push({ key: 's3.path.style.access', value: 'true', reason: 'the store knows buckets by path' });
    }
    return objectStore(context, this.props, {
      strategy: 'S3Checkpointing', root: `s3://${bucket}`, plugin: 'flink-s3-fs-presto', settings, access: { environment: credentials.environment },
    });
  }
}
