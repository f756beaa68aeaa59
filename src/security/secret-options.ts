import { Size } from 'cdk8s';
import { EnvironmentVariable } from '../pods/environment-variable';
import { PodContribution } from '../pods/pod-contribution';
import { SecretSetting } from '../strategy/secret-setting';
import { Cpu } from '../units/cpu';

/** The volume that Flink itself makes of the ConfigMap with its configuration. */
const CONFIGURATION_VOLUME = 'flink-config-volume';
const CONFIGURATION = '/opt/flink/conf';
const COMPLETED_VOLUME = 'flink-secret-options';
const COMPLETED = '/opt/flink/conf-with-secrets';

/**
 * Flink reads these values from its configuration alone. In flinkConfiguration they would lie in a ConfigMap, and on the
 * JobManager's command line in the arguments of every TaskManager that it starts; so each pod makes a copy of the
 * configuration in memory, completes it from the Secrets and tells Flink to read that.
 */
export function withSecretOptions(image: string, settings: readonly SecretSetting[]): PodContribution {
  const sources = [...new Map(settings.map(({ value }) => [sourceOf(value), value])).entries()];
  const variables = new Map(sources.map(([source], index) => [source, `SECRET_OPTION_${index + 1}`]));
  const lines = settings.map(({ key, value }) => `put ${key} "$${variables.get(sourceOf(value))}"`);
  return {
    environment: [EnvironmentVariable.literal('FLINK_CONF_DIR', COMPLETED)],
    volumes: [{ name: COMPLETED_VOLUME, mountPath: COMPLETED, source: { emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } } }],
    initContainers: [{
      name: 'flink-secret-options',
      image,
      cpu: Cpu.millis(100),
      memory: Size.mebibytes(64),
      command: ['sh', '-c', [...SCRIPT, ...lines].join('\n')],
      environment: sources.map(([source, { secret, key }]) => EnvironmentVariable.fromSecret(variables.get(source)!, secret.name, key)),
      mounts: [
        { volume: CONFIGURATION_VOLUME, mountPath: CONFIGURATION, readOnly: true },
        { volume: COMPLETED_VOLUME, mountPath: COMPLETED },
      ],
      readOnlyRootFilesystem: true,
    }],
  };
}

/** Where a value is, in words; neither part can hold a slash. */
export function sourceOf({ secret, key }: SecretSetting['value']): string {
  return `${secret.name}/${key}`;
}

/**
 * Flat or YAML, by the file that the operator wrote. Flink cuts blanks off the ends of a flat value and takes `#` in it for
 * a comment; passwords of TLS it hands to its RPC system in double quotes. A value that would be read as another stops the
 * pod, with a message that does not show it.
 */
const SCRIPT = [
  'set -e',
  `cp -L ${CONFIGURATION}/* ${COMPLETED}`,
  `cd ${COMPLETED}`,
  'stop() {',
  '  echo "the value of $1 in its Secret $2" >&2',
  '  exit 1',
  '}',
  'put() {',
  '  case "$2" in',
  '    \'\') stop "$1" "is empty";;',
  '    [[:space:]]*|*[[:space:]]) stop "$1" "begins or ends with a blank or a line break";;',
  '    *[[:cntrl:]]*) stop "$1" "has a line break or another control character";;',
  '  esac',
  '  case "$1 $2" in',
  '    security.ssl.*[\\"\\\\]*) stop "$1" "has double quotes or backslashes";;',
  '  esac',
  '  if [ -f flink-conf.yaml ]; then',
  '    case "$2" in',
  '      *\'#\'*) stop "$1" "has #, which begins a comment in flink-conf.yaml";;',
  '    esac',
  '    printf \'\\n%s: %s\\n\' "$1" "$2" >> flink-conf.yaml',
  '  else',
  '    { printf "\\n%s: \'" "$1"; printf %s "$2" | sed "s/\'/\'\'/g"; printf "\'\\n"; } >> config.yaml',
  '  fi',
  '}',
];
