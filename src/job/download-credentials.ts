import { ISecret } from 'cdk8s-plus-28';
import { EnvironmentVariable } from '../pods/environment-variable';
import { secretName } from '../pods/secret-name';

/** Where in a Secret a login is. */
export interface LoginKeys {
  /**
   * Key of the user's name.
   * @default 'username'
   */
  readonly username?: string;
  /**
   * Key of the password.
   * @default 'password'
   */
  readonly password?: string;
}

const READER = { code: 'download-secret', reader: 'DownloadCredentials' };

/** How a download proves who asks for it. Always a reference, never a value; sent to the host of the address alone. */
export class DownloadCredentials {
  /** A token in a Secret, sent as `Authorization: Bearer`. Refused with `[download-secret]`: anything but a Secret of cdk8s-plus. */
  public static bearer(secret: ISecret, key: string = 'token'): DownloadCredentials {
    return new DownloadCredentials([EnvironmentVariable.fromSecret('DOWNLOAD_TOKEN', secretName(secret, READER), key)], 'Bearer $DOWNLOAD_TOKEN');
  }

  /** A name and a password in a Secret, sent as `Authorization: Basic`. Refused with `[download-secret]`. */
  public static basic(secret: ISecret, keys: LoginKeys = {}): DownloadCredentials {
    const name = secretName(secret, READER);
    return new DownloadCredentials([
      EnvironmentVariable.fromSecret('DOWNLOAD_USERNAME', name, keys.username ?? 'username'),
      EnvironmentVariable.fromSecret('DOWNLOAD_PASSWORD', name, keys.password ?? 'password'),
    ], 'Basic $(printf %s "$DOWNLOAD_USERNAME:$DOWNLOAD_PASSWORD" | base64 -w0)');
  }

  private constructor(
    /** @internal */
    public readonly _environment: EnvironmentVariable[],
    /** @internal What a shell makes the value of the header from. */
    public readonly _header: string,
  ) {}
}
