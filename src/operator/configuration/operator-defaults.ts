import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { OperatorInstallation } from '../operator-installation';
import { OperatorVersion } from '../operator-version';

const PREFIX = 'kubernetes.operator.default-configuration';
const VERSION_AND_NEWER = /^kubernetes\.operator\.default-configuration\.flink-version\.(v([0-9]+)_([0-9]+)\+)\./;

/**
 * The operator's own configuration as it lies under a resource: general, then for its namespace, then for its
 * version of Flink, later ones over earlier ones. `v1_18+` (this version and newer) is known from operator 1.11.
 */
export function defaultsFor(
  { release, defaults }: OperatorInstallation, namespace: string | undefined, flinkVersion: string | undefined,
): FlinkSettings {
  const settings = new Map(defaults);
  const prefixes = [
    ...(namespace === undefined ? [] : [`${PREFIX}.namespace.${namespace}.`]),
    ...(flinkVersion === undefined ? [] : versionPrefixes(release, defaults, flinkVersion)),
  ];
  for (const prefix of prefixes) {
    defaults.forEach((value, key) => {
      if (key.startsWith(prefix)) {
        settings.set(key.slice(prefix.length), value);
      }
    });
  }
  return settings;
}

function versionPrefixes(release: OperatorVersion, defaults: FlinkSettings, flinkVersion: string): string[] {
  const own = `${PREFIX}.flink-version.${flinkVersion}.`;
  if (!release._isAtLeast(OperatorVersion.V1_11)) {
    return [own];
  }
  const ranks = new Map<string, number>();
  for (const key of defaults.keys()) {
    const [, name, major, minor] = VERSION_AND_NEWER.exec(key) ?? [];
    if (name !== undefined && rank(major, minor) <= rankOf(flinkVersion)) {
      ranks.set(`${PREFIX}.flink-version.${name}.`, rank(major, minor));
    }
  }
  return [...[...ranks].sort(([, a], [, b]) => a - b).map(([prefix]) => prefix), own];
}

function rankOf(flinkVersion: string): number {
  const [, major, minor] = /^v([0-9]+)_([0-9]+)$/.exec(flinkVersion) ?? [];
  return rank(major, minor);
}

function rank(major: string, minor: string): number {
  return Number(major) * 1_000 + Number(minor);
}
