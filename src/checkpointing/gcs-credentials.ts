import { ISecret } from 'cdk8s-plus-28';
import { StoreAccess } from './object-store';
import { EnvironmentVariable } from '../pods/environment-variable';
import { secretName } from '../pods/secret-name';

const VOLUME = 'gcs-credentials';
const MOUNT_PATH = '/etc/gcs-credentials';
const FILE = 'key.json';

/** How the pods prove to Google Cloud Storage who they are. Always a reference, never a value. */
export class GcsCredentials {
  /**
   * The identity of the pods' service account (workload identity) or of the node: without a key file, the plugin asks
   * the metadata server, which knows it.
   */
  public static fromServiceAccount(): GcsCredentials {
    return new GcsCredentials({});
  }

  /**
   * The key file of a Google service account in a Secret, mounted into both roles; `GOOGLE_APPLICATION_CREDENTIALS` says where.
   * Refused with `[storage-secret]`: anything but a Secret of cdk8s-plus.
   * @param secret that has the file
   * @param key of the file in the Secret
   */
  public static fromSecret(secret: ISecret, key: string = FILE): GcsCredentials {
    return new GcsCredentials({
      environment: [EnvironmentVariable.literal('GOOGLE_APPLICATION_CREDENTIALS', `${MOUNT_PATH}/${FILE}`)],
      volumes: [{
        name: VOLUME,
        mountPath: MOUNT_PATH,
        source: { secret: { secretName: secretName(secret, { code: 'storage-secret', reader: 'GcsCredentials.fromSecret' }), items: [{ key, path: FILE }] } },
      }],
    });
  }

  private constructor(
    /** @internal */
    public readonly _access: StoreAccess,
  ) {}
}
