import { ISecret } from 'cdk8s-plus-28';
import { environmentReference } from './environment-reference';
import { StoreAccess } from './object-store';
import { EnvironmentVariable } from '../pods/environment-variable';
import { secretName } from '../pods/secret-name';

/** Where in a Secret the two halves of an access key are. */
export interface OssSecretKeys {
  /**
   * Key of the access key id.
   * @default 'accesskey'
   */
  readonly accessKeyId?: string;
  /**
   * Key of the access key secret.
   * @default 'secretkey'
   */
  readonly accessKeySecret?: string;
}

const KEY_ID = 'OSS_ACCESS_KEY_ID';
const KEY_SECRET = 'OSS_ACCESS_KEY_SECRET';

/**
 * How the pods prove to Alibaba Cloud OSS who they are. Always a reference, never a value.
 *
 * There is no way to name a service account or a RAM role: up to Flink 2.3, the plugin looks for any class given as
 * `fs.oss.credentials.provider` under a package name that its jar does not have.
 */
export class OssCredentials {
  /**
   * An access key in a Secret, which reaches the plugin through the environment of both roles; `fs.oss.accessKeyId` and
   * `fs.oss.accessKeySecret` only name the variables. Refused with `[storage-secret]`: anything but a Secret of cdk8s-plus.
   */
  public static fromSecret(secret: ISecret, keys: OssSecretKeys = {}): OssCredentials {
    const name = secretName(secret, { code: 'storage-secret', reader: 'OssCredentials.fromSecret' });
    return new OssCredentials({
      settings: [
        { key: 'fs.oss.accessKeyId', value: environmentReference(KEY_ID), reason: 'read from the environment' },
        { key: 'fs.oss.accessKeySecret', value: environmentReference(KEY_SECRET), reason: 'read from the environment' },
      ],
      environment: [
        EnvironmentVariable.fromSecret(KEY_ID, name, keys.accessKeyId ?? 'accesskey'),
        EnvironmentVariable.fromSecret(KEY_SECRET, name, keys.accessKeySecret ?? 'secretkey'),
      ],
    });
  }

  private constructor(
    /** @internal */
    public readonly _access: StoreAccess,
  ) {}
}
