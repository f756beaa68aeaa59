import { flattenConfiguration } from '../operator/configuration/flatten-configuration';
import { isObject } from '../operator/manifest/read-field';
import { OperatorInstallation } from '../operator/operator-installation';
import { OperatorVersion } from '../operator/operator-version';
import { Refusal, shown } from '../refusal';
import { Pack, Severity } from '../rules/rule';

/** `properties` of the plugin in `cdk8s.yaml`, each optional. */
export interface PluginProperties {
  /** Release of the operator that reads the manifests, `1.16` if none is named. */
  readonly operator?: unknown;
  /** The operator's own configuration, which lies under every resource. */
  readonly operatorConfiguration?: unknown;
  /** Packs of rules, `[production]` if none is named. */
  readonly packs?: unknown;
  /** The least weight that fails the synthesis: `error`, `warning` or `info`; `error` if none is named. */
  readonly failOn?: unknown;
}

/** The same, read. */
export interface PluginSettings {
  readonly installation: OperatorInstallation;
  readonly packs: Pack[];
  readonly failOn: Severity;
}

/** Refuses what is misspelled: a plugin that is silent because of a slip would be believed. */
export function readProperties(properties: PluginProperties): PluginSettings {
  const {
    operator = OperatorVersion.V1_16.minorLine, operatorConfiguration = {}, packs = Pack.PRODUCTION, failOn = Severity.ERROR, ...others
  } = properties;
  Object.keys(others).forEach((key) => { throw refused('the plugin', shown(key), 'operator, operatorConfiguration, packs, failOn'); });
  if (!isObject(operatorConfiguration)) {
    throw refused('operatorConfiguration of the plugin', 'no fields', 'keys and values, as the operator has them');
  }
  return {
    installation: {
      release: OperatorVersion._of(String(operator)),
      defaults: flattenConfiguration(operatorConfiguration as Record<string, unknown>),
    },
    packs: (Array.isArray(packs) ? packs : [packs]).map((pack) => oneOf('packs', pack, Object.values(Pack).filter((each) => each !== Pack.REFUSED))),
    failOn: oneOf('failOn', failOn, Object.values(Severity)),
  };
}

function oneOf<T extends string>(property: string, value: unknown, allowed: readonly T[]): T {
  if (!allowed.includes(value as T)) {
    throw refused(`${property} of the plugin`, shown(value), allowed.join(', '));
  }
  return value as T;
}

function refused(what: string, got: string, allowed: string): Refusal {
  return new Refusal({ code: 'plugin-property', what: `${what} is not what it can be`, got, allowed, fix: 'correct it under `properties` of the plugin in cdk8s.yaml' });
}
