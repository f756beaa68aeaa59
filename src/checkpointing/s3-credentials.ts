import { ISecret } from 'cdk8s-plus-28';
import { EnvironmentVariable } from '../pods/environment-variable';
import { secretName } from '../pods/secret-name';

/** Where in a Secret the two halves of an access key are. */
export interface S3SecretKeys {
  /**
   * Key of the access key id.
   * @default 'accesskey'
   */
  readonly accessKey?: string;
  /**
   * Key of the secret access key.
   * @default 'secretkey'
   */
  readonly secretKey?: string;
}

/** How the pods prove to the object store who they are. Always a reference, never a value. */
export class S3Credentials {
  /**
   * The identity of the pods' service account (IRSA, workload identity) or of the node: the plugin asks
   * AWS' default provider chain, which finds them by itself.
   */
  public static fromServiceAccount(): S3Credentials {
    return new S3Credentials([]);
  }

  /**
   * An access key in a Secret, which reaches the plugin through the environment of both roles.
   * Refused with `[storage-secret]`: anything but a Secret of cdk8s-plus.
   */
  public static fromSecret(secret: ISecret, keys: S3SecretKeys = {}): S3Credentials {
    const name = secretName(secret, { code: 'storage-secret', reader: 'S3Credentials.fromSecret' });
    return new S3Credentials([
      EnvironmentVariable.fromSecret('AWS_ACCESS_KEY_ID', name, keys.accessKey ?? 'accesskey'),
      EnvironmentVariable.fromSecret('AWS_SECRET_ACCESS_KEY', name, keys.secretKey ?? 'secretkey'),
    ]);
  }

  private constructor(private readonly variables: EnvironmentVariable[]) {}

  /** What the pods' environment needs for it. */
  public get environment(): EnvironmentVariable[] {
    return [...this.variables];
  }
}
