import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { defaultsFor } from '../configuration/operator-defaults';
import { OperatorInstallation } from '../operator-installation';

/** The namespace that the API server fills in. */
const DEFAULT_NAMESPACE = 'default';

export function namespaceOf(metadata: { readonly namespace?: string }): string {
  return metadata.namespace ?? DEFAULT_NAMESPACE;
}

/** What the rules look at: the operator's defaults, and over them what resources write. Nothing that a field of the resource sets. */
export function settingsUnderRules(
  installation: OperatorInstallation, namespace: string, flinkVersion: string | undefined, ...written: FlinkSettings[]
): FlinkSettings {
  if (installation.defaults.size === 0 && written.length === 1) {
    return written[0];
  }
  const settings = new Map(defaultsFor(installation, namespace, flinkVersion));
  written.forEach((over) => over.forEach((value, key) => settings.set(key, value)));
  return settings;
}
