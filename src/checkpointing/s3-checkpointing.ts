import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';
import { Checkpointing, CheckpointingConfig, CheckpointingProps } from './checkpointing';
import { S3Credentials } from './s3-credentials';
import { StrategyContext } from '../strategy/strategy-context';

/** A bucket on S3 or on a store that speaks its protocol, such as MinIO. */
export interface S3CheckpointingProps extends CheckpointingProps {
  /** Name of the bucket alone, without a scheme or a path. Refused with `[s3-location]`. */
  readonly bucket: string;
  /**
   * Path in the bucket, without a scheme and without a slash at either end. Refused with `[s3-location]`.
   * @default - the name of the deployment
   */
  readonly prefix?: string;
  /**
   * URL of a store that is not AWS. Flink option `s3.endpoint`.
   * @default - AWS
   */
  readonly endpoint?: string;
  /**
   * Address the bucket in the path and not in the host name, which most stores besides AWS need.
   * Flink option `s3.path.style.access`.
   * @default - true with an endpoint, false without
   */
  readonly pathStyleAccess?: boolean;
  /**
   * Who the pods are to the store.
   * @default S3Credentials.fromServiceAccount()
   */
  readonly credentials?: S3Credentials;
}

/**
 * Checkpoints and savepoints in an S3 bucket, through the Presto plugin, which Flink's documentation
 * recommends for checkpoints. Its jar is enabled by the image's exact Flink version on both roles.
 */
export class S3Checkpointing extends Checkpointing {
  constructor(private readonly props: S3CheckpointingProps) {
    super(props);
  }

  /** Directories under the prefix, the plugin, endpoint and credentials. */
  public bind(context: StrategyContext): CheckpointingConfig {
    const { bucket, endpoint, credentials = S3Credentials.fromServiceAccount() } = this.props;
    const prefix = this.props.prefix ?? context.name;
    refuseLocation('bucket', bucket, /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, '3 to 63 lower-case letters, digits, dots and dashes, for example "flink-state"');
    refuseLocation('prefix', prefix, /^[^/:\s][^:\s]*[^/:\s]$|^[^/:\s]$/, 'a path without scheme and without a slash at either end, for example "team/product-dedup"');
    if (endpoint !== undefined) {
      refuseLocation('endpoint', endpoint, /^https?:\/\/[^\s/@?#]+\/?$/, 'a URL with http or https, without a path and without credentials');
    }
    const settings: FlinkSetting[] = endpoint === undefined ? [] : [{ key: 's3.endpoint', value: endpoint, reason: 'the store is not AWS' }];
    if (this.props.pathStyleAccess ?? endpoint !== undefined) {
      settings.push({ key: 's3.path.style.access', value: 'true', reason: 'the store knows buckets by path' });
    }
    const root = `s3://${bucket}/${prefix}`;
    return {
      directories: { checkpoints: `${root}/checkpoints`, savepoints: `${root}/savepoints`, highAvailability: `${root}/ha` },
      settings,
      pods: {
        environment: credentials.environment,
        plugins: [`flink-s3-fs-presto-${context.flinkVersion.exact}.jar`],
      },
    };
  }
}

function refuseLocation(property: string, got: string, pattern: RegExp, allowed: string): void {
  if (typeof got !== 'string' || !pattern.test(got)) {
    throw new Refusal({
      code: 's3-location',
      what: `${property} of S3Checkpointing has the wrong form`,
      // An endpoint with a user part would carry a secret.
      got: /@/.test(String(got)) ? 'a URL with credentials inside' : shown(got),
      allowed,
      fix: property === 'endpoint'
        ? 'give scheme, host and port; credentials go through `credentials`, the path through `bucket` and `prefix`'
        : 'leave out s3:// and everything that belongs to the other property; the library puts them together',
    });
  }
}
