import { ISecret } from 'cdk8s-plus-28';
import { EnvironmentVariable } from '../pods/environment-variable';
import { Refusal } from '../refusal';

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
   * Refused with `[s3-secret]`: anything but a Secret of cdk8s-plus.
   */
  public static fromSecret(secret: ISecret, keys: S3SecretKeys = {}): S3Credentials {
    if (typeof secret?.name !== 'string') {
      throw new Refusal({
        code: 's3-secret',
        what: 'S3Credentials.fromSecret needs a Secret of cdk8s-plus',
        got: typeof secret,
        allowed: 'an ISecret',
        fix: 'for one that exists: Secret.fromSecretName(scope, id, name)',
      });
    }
    return new S3Credentials([
      EnvironmentVariable.fromSecret('AWS_ACCESS_KEY_ID', secret.name, keys.accessKey ?? 'accesskey'),
      EnvironmentVariable.fromSecret('AWS_SECRET_ACCESS_KEY', secret.name, keys.secretKey ?? 'secretkey'),
    ]);
  }

  private constructor(private readonly variables: EnvironmentVariable[]) {}

  /** What the pods' environment needs for it. */
  public get environment(): EnvironmentVariable[] {
    return [...this.variables];
  }
}
