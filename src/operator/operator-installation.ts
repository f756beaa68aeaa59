import { OperatorVersion } from './operator-version';
import { FlinkSettings } from '../flink/configuration/flink-settings';

/** The operator of a cluster: its release, and the configuration that its Helm values put under every resource. */
export interface OperatorInstallation {
  readonly release: OperatorVersion;
  readonly defaults: FlinkSettings;
}
