import { SecretValue } from 'cdk8s-plus-28';
import { PodVolume } from '../pods/pod-contribution';
import { SecretSetting } from '../strategy/secret-setting';

/** A keystore as the pods see it. */
export interface MountedKeystore {
  /** `internal` or `rest`, as the keys of its options have it. */
  readonly of: string;
  readonly folder: string;
  readonly secretName: string;
  /** Keys of the Secret, by the file that each becomes. */
  readonly files: { readonly keystore: string; readonly truststore?: string };
  readonly password: SecretValue;
  readonly keystorePath: string;
}

/** Only the files that Flink reads; the other keys of the Secret stay out of the pod. */
export function keystoreVolume({ of, folder, secretName, files }: MountedKeystore): PodVolume {
  const items = Object.entries(files).map(([path, key]) => ({ key, path }));
  return { name: `flink-tls-${of}`, mountPath: folder, source: { secret: { secretName, items } } };
}

/** One password opens the keystore, the key in it and the truststore. */
export function keystorePasswords({ of, files, password }: MountedKeystore): SecretSetting[] {
  const options = ['keystore-password', 'key-password', ...(files.truststore === undefined ? [] : ['truststore-password'])];
  return options.map((option) => ({ key: `security.ssl.${of}.${option}`, value: password, reason: 'Flink takes it from its configuration alone' }));
}
