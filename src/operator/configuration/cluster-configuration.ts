import { configurationFile } from './configuration-file';
import { EffectiveConfiguration } from './effective-configuration';
import { withFixedPorts } from './fixed-ports';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { isHighlyAvailable } from '../../flink/high-availability';
import { ConfigurationFile } from '../../flink/options/value-dialect';
import { OperatorVersion } from '../operator-version';

const OPERATOR = 'kubernetes.operator.';
const AUTOSCALER = 'job.autoscaler.';

/** What means something on the operator's side only. */
const LEFT_OUT = ['kubernetes.config.file', 'rest.bind-address', 'jobmanager.bind-host', 'taskmanager.bind-host', 'taskmanager.host'];

const ARGUMENTS = '$internal.application.program-args';

/** Whether an option goes into the file of the pods, as far as that does not depend on the release. */
export function reachesPods(key: string): boolean {
  return !key.startsWith(OPERATOR) && !key.startsWith(AUTOSCALER) && !LEFT_OUT.includes(key);
}

/** The file that the pods of a cluster read their configuration from. */
export interface ClusterConfiguration {
  readonly file: ConfigurationFile;
  readonly settings: FlinkSettings;
  /** Options that the operator gives a new random end with each deployment, and what stands before it. */
  readonly random: FlinkSettings;
}

/** What a cluster that is deployed for the first time reads, of the configuration that the operator has made. */
export function clusterConfiguration({ settings: effective }: EffectiveConfiguration, release: OperatorVersion): ClusterConfiguration {
  const settings = new Map<string, string>();
  const keepsAutoscaler = !release._isAtLeast(OperatorVersion.V1_12);
  effective.forEach((value, key) => {
    if (reachesPods(key) || (keepsAutoscaler && key.startsWith(AUTOSCALER))) {
      settings.set(key, value);
    }
  });
  const application = effective.has(ARGUMENTS);
  const standalone = effective.has('kubernetes.internal.cluster-mode');
  if (!standalone) {
    const cluster = application ? 'Application' : 'Session';
    settings.set('internal.cluster.execution-mode', 'NORMAL');
    settings.set('kubernetes.internal.jobmanager.entrypoint.class', `org.apache.flink.kubernetes.entrypoint.Kubernetes${cluster}ClusterEntrypoint`);
  }
  if (application && standalone && !release._isAtLeast(OperatorVersion.V1_16)) {
    // Here the operator reads the arguments back from their text, where an empty first or last one was nothing.
    settings.set(ARGUMENTS, effective.get(ARGUMENTS)!.replace(/^;|;$/g, ''));
  }
  if (standalone || !isHighlyAvailable(effective)) {
    settings.set('jobmanager.rpc.address', `${settings.get('kubernetes.cluster-id')}.${settings.get('kubernetes.namespace')}`);
  }
  withFixedPorts(settings);
  return {
    file: configurationFile(settings.get('$internal.flink.version')),
    settings,
    random: application ? newForEachDeployment(settings) : new Map(),
  };
}

/** A job of its own: results are kept apart from those of earlier deployments, and no savepoint but the operator's is restored. */
function newForEachDeployment(settings: Map<string, string>): FlinkSettings {
  const random = new Map<string, string>();
  if (!settings.has('$internal.pipeline.job-id')) {
    random.set('$internal.pipeline.job-id', '');
  }
  settings.delete('execution.savepoint.path');
  const storage = settings.get('high-availability.storageDir');
  if (storage !== undefined) {
    settings.delete('job-result-store.storage-path');
    random.set('job-result-store.storage-path', `${storage}/job-result-store/${settings.get('kubernetes.cluster-id')}/`);
    if (!settings.has('job-result-store.delete-on-commit')) {
      settings.set('job-result-store.delete-on-commit', 'false');
    }
  }
  return random;
}
