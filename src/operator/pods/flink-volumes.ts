import { FlinkPod, withVariables, withVolume } from './flink-pod';
import { PodSource } from './pod-source';
import { readEntries } from '../../flink/configuration/structured-option';
import { CONFIGURATION_DIRECTORY, CONFIGURATION_VOLUME } from '../../flink/flink-container';
import { inHashOrder } from '../../units/java-hash-order';
import { trimAsJava } from '../../units/java-text';
import { configurationFile } from '../configuration/configuration-file';

const USER_LIB = '/opt/flink/usrlib';
/** What a job may bring as log configuration, in the order in which it is mounted. */
const LOG_FILES = ['logback-console.xml', 'log4j-console.properties'];
/** What lies beside the operator's own configuration, as its Helm chart puts it there. */
const LOG_FILES_OF_OPERATOR = ['log4j-console.properties'];

export function withUserArtifacts(pod: FlinkPod, { settings }: PodSource): FlinkPod {
  const mountPath = settings.get('user.artifacts.base-dir') ?? '/opt/flink/artifacts';
  return withVolume(pod, { name: 'user-artifacts-volume', emptyDir: {} }, { mountPath });
}

export function withSecrets(pod: FlinkPod, { settings }: PodSource): FlinkPod {
  return inHashOrder(readEntries(settings, 'kubernetes.secrets'), ([secretName]) => secretName).reduce(
    (mounted, [secretName, mountPath]) => withVolume(mounted, { name: `${secretName}-volume`, secret: { secretName } }, { mountPath }), pod);
}

/** Hadoop's configuration from a ConfigMap that exists already. */
export function withHadoopConfiguration(pod: FlinkPod, { settings }: PodSource): FlinkPod {
  const name = trimAsJava(settings.get('kubernetes.hadoop.conf.config-map.name') ?? '');
  if (name === '') {
    return pod;
  }
  const directory = '/opt/hadoop/conf';
  const mounted = withVolume(pod, { name: 'hadoop-config-volume', configMap: { name } }, { mountPath: directory });
  return withVariables(mounted, [{ name: 'HADOOP_CONF_DIR', value: directory }]);
}

/** The configuration file, in the form that the job's Flink reads, and the log configuration beside it. */
export function withFlinkConfiguration(pod: FlinkPod, source: PodSource): FlinkPod {
  const file = configurationFile(source.spec.flinkVersion);
  const items = [...logFiles(source), file].map((key) => ({ key, path: key }));
  const mountPath = source.settings.get(FLINK_CONF_DIR) ?? CONFIGURATION_DIRECTORY;
  return withVolume(pod, { name: CONFIGURATION_VOLUME, configMap: { name: `flink-config-${source.name}`, items } }, { mountPath });
}

/** The template that a native JobManager makes its TaskManagers from. */
export function withTaskManagerTemplate(pod: FlinkPod, { name, templates }: PodSource): FlinkPod {
  if (templates.taskManager === undefined) {
    return pod;
  }
  const file = 'taskmanager-pod-template.yaml';
  return withVolume(
    pod, { name: 'pod-template-volume', configMap: { name: `pod-template-${name}`, items: [{ key: file, path: file }] } },
    { mountPath: '/opt/flink/pod-template' });
}

/** An empty place for the jar of a standalone application, unless the template has one. */
export function withUserLib(pod: FlinkPod, { spec, settings }: PodSource): FlinkPod {
  const mounts = (pod.main.volumeMounts ?? []) as readonly { readonly mountPath?: string }[];
  if (spec.job === undefined || !settings.has('pipeline.classpaths') || mounts.some(({ mountPath }) => mountPath?.startsWith(USER_LIB))) {
    return pod;
  }
  return withVolume(pod, { name: 'user-lib-dir', emptyDir: {} }, { mountPath: USER_LIB });
}

const FLINK_CONF_DIR = 'kubernetes.flink.conf.dir';

/** With another directory in the pod the operator looks there for its own files as well, and finds none. */
function logFiles({ spec, settings }: PodSource): string[] {
  const { logConfiguration } = spec;
  if (logConfiguration === undefined) {
    return settings.has(FLINK_CONF_DIR) ? [] : LOG_FILES_OF_OPERATOR;
  }
  return LOG_FILES.filter((file) => logConfiguration[file] !== undefined && logConfiguration[file] !== null);
}
