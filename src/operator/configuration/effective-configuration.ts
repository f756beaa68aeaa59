import { FieldOverOption } from './field-over-option';
import { fieldsOverOptions } from './fields-over-options';
import { flattenConfiguration } from './flatten-configuration';
import { defaultsFor } from './operator-defaults';
import { APPLICATION_DEFAULTS, CLUSTER_DEFAULTS, forcedSettings, jobDefaults } from './operator-settings';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { isHighlyAvailable } from '../../flink/high-availability';
import { FlinkDeploymentManifest } from '../manifest/flink-manifests';
import { OperatorInstallation } from '../operator-installation';

/** Who decides a setting of the effective configuration. */
export enum SettingOrigin {
  /** The operator's own configuration, which its Helm values fill. */
  PLATFORM = 'the operator\'s configuration',
  WRITTEN = 'flinkConfiguration',
  FIELD = 'a field of the resource',
  OPERATOR = 'the operator',
}

/** The configuration that the operator makes of a resource, before it deploys it. */
export interface EffectiveConfiguration {
  /** Flat keys, text values. */
  readonly settings: FlinkSettings;
  /** `flinkConfiguration` as the resource has it, flattened. */
  readonly written: FlinkSettings;
  /** The fields that became settings. */
  readonly fields: FieldOverOption[];
  readonly originOf: (key: string) => SettingOrigin;
}

/** The same steps in the same order as the operator's `FlinkConfigBuilder`, later ones over earlier ones. */
export function effectiveConfiguration(
  { metadata: { name, namespace = 'default' }, spec }: FlinkDeploymentManifest,
  installation: OperatorInstallation,
  written = flattenConfiguration(spec.flinkConfiguration ?? {}),
): EffectiveConfiguration {
  const settings = new Map(defaultsFor(installation, namespace, spec.flinkVersion));
  written.forEach((value, key) => settings.set(key, value));
  const byOperator = new Set<string>();
  const set = (key: string, value: string) => {
    settings.set(key, value);
    byOperator.add(key);
  };
  const setUnlessPresent = (defaults: Record<string, string>) => {
    Object.entries(defaults).filter(([key]) => !settings.has(key)).forEach(([key, value]) => set(key, value));
  };

  setUnlessPresent(CLUSTER_DEFAULTS);
  const fields = fieldsOverOptions(spec, settings, installation.release);
  fields.forEach(({ key, value }) => settings.set(key, value));
  if (spec.job !== undefined) {
    setUnlessPresent({ ...APPLICATION_DEFAULTS, ...jobDefaults(name, spec.job) });
  }
  Object.entries(forcedSettings(name, namespace, spec, isHighlyAvailable(settings))).forEach(([key, value]) => set(key, value));

  const originOf = (key: string) => {
    if (byOperator.has(key)) {
      return SettingOrigin.OPERATOR;
    }
    if (fields.some((field) => field.key === key)) {
      return SettingOrigin.FIELD;
    }
    return written.has(key) ? SettingOrigin.WRITTEN : SettingOrigin.PLATFORM;
  };
  return { settings, written, fields, originOf };
}
