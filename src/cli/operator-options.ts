import { Command, Option } from 'commander';
import { CommandIo } from './command-io';
import { readInputFile } from './input-file';
import { operatorConfiguration } from './operator-configuration';
import { standardInputOnce } from './standard-input-once';
import { withInput } from './unusable-input';
import { OperatorInstallation } from '../operator/operator-installation';
import { OperatorVersion } from '../operator/operator-version';

/** Of every command that looks at manifests. */
export interface OperatorOptions {
  readonly operator?: string;
  readonly operatorConfig?: string;
}

/** Adds the options that say which operator reads the manifests. */
export function withOperatorOptions(command: Command): Command {
  return command
    .addOption(new Option('--operator <release>', 'release of the operator that reads the manifests').default(OperatorVersion.V1_16.minorLine))
    .addOption(new Option('--operator-config <file>', 'its Helm values, or its own configuration as YAML, which lies under every resource'));
}

/** The operator that the options speak of; manifests come from the paths. */
export async function installationOf(
  { operator = OperatorVersion.V1_16.minorLine, operatorConfig }: OperatorOptions, paths: readonly string[], io: CommandIo,
): Promise<OperatorInstallation> {
  standardInputOnce([...new Set(paths), operatorConfig], '--operator-config', 'for the manifests and for the operator\'s configuration');
  const release = withInput('--operator', () => OperatorVersion._of(operator));
  return { release, defaults: operatorConfig === undefined ? new Map() : await defaultsIn(operatorConfig, io) };
}

async function defaultsIn(path: string, io: CommandIo): Promise<ReadonlyMap<string, string>> {
  const { name, value } = await readInputFile(path, io);
  return withInput(name, () => operatorConfiguration(value));
}
