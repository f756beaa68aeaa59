import { Size } from 'cdk8s';
import { SecretValue } from 'cdk8s-plus-28';
import { CONFIGURATION_DIRECTORY, CONFIGURATION_VOLUME } from '../flink/flink-container';
import { EnvironmentVariable } from '../pods/environment-variable';
import { PodContribution, PodVolume } from '../pods/pod-contribution';
import { Cpu } from '../units/cpu';

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

const PREPARED_VOLUME = 'flink-tls-configuration';
const PREPARED = '/opt/flink/tls/conf';

/** Only the files that Flink reads; the other keys of the Secret stay out of the pod. */
export function keystoreVolume({ of, folder, secretName, files }: MountedKeystore): PodVolume {
  const items = Object.entries(files).map(([path, key]) => ({ key, path }));
  return { name: `flink-tls-${of}`, mountPath: folder, source: { secret: { secretName, items } } };
}

/**
 * Flink reads passwords from its configuration alone. In flinkConfiguration they would lie in a ConfigMap, and on the
 * JobManager's command line in the arguments of every TaskManager that it starts; so each pod makes a copy of the
 * configuration in memory, completes it from the Secret and tells Flink to read that.
 */
export function withPasswords(image: string, stores: readonly MountedKeystore[]): PodContribution {
  return {
    environment: [EnvironmentVariable.literal('FLINK_CONF_DIR', PREPARED)],
    volumes: [{ name: PREPARED_VOLUME, mountPath: PREPARED, source: { emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } } }],
    initContainers: [{
      name: 'flink-tls-passwords',
      image,
      cpu: Cpu.millis(100),
      memory: Size.mebibytes(64),
      command: ['sh', '-c', script(stores)],
      environment: stores.map((store) => EnvironmentVariable.fromSecret(variable(store), store.password.secret.name, store.password.key)),
      mounts: [
        { volume: CONFIGURATION_VOLUME, mountPath: CONFIGURATION_DIRECTORY, readOnly: true },
        { volume: PREPARED_VOLUME, mountPath: PREPARED },
      ],
      readOnlyRootFilesystem: true,
    }],
  };
}

function variable({ of }: MountedKeystore): string {
  return `${of.toUpperCase()}_KEYSTORE_PASSWORD`;
}

/**
 * Flat or YAML, by the file that the operator wrote. A `#` begins a comment in the flat one and blanks at its ends are lost;
 * a double quote or a backslash means something else where Flink hands the password to its RPC system.
 */
function script(stores: readonly MountedKeystore[]): string {
  return [
    'set -e',
    `cp -L ${CONFIGURATION_DIRECTORY}/* ${PREPARED}`,
    `cd ${PREPARED}`,
    'put() {',
    '  case "$2" in',
    '    \'\'|*[[:space:]\'#"\\\']*) echo "the password for $1 is empty, or has blanks, #, double quotes or backslashes" >&2; exit 1;;',
    '  esac',
    '  if [ -f flink-conf.yaml ]; then',
    '    printf \'\\n%s: %s\\n\' "$1" "$2" >> flink-conf.yaml',
    '  else',
    '    { printf "\\n%s: \'" "$1"; printf %s "$2" | sed "s/\'/\'\'/g"; printf "\'\\n"; } >> config.yaml',
    '  fi',
    '}',
    ...stores.flatMap((store) => passwordOptions(store).map((key) => `put ${key} "$${variable(store)}"`)),
  ].join('\n');
}

function passwordOptions({ of, files }: MountedKeystore): string[] {
  const options = ['keystore-password', 'key-password', ...(files.truststore === undefined ? [] : ['truststore-password'])];
  return options.map((option) => `security.ssl.${of}.${option}`);
}
