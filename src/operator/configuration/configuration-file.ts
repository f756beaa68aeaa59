import { ConfigurationFile } from '../../flink/options/value-dialect';

/** The file that a version of Flink reads: flat until 1.20, nested YAML from 2.0 on. */
export function configurationFile(flinkVersion: string | undefined): ConfigurationFile {
  return flinkVersion?.startsWith('v2_') === true ? 'config.yaml' : 'flink-conf.yaml';
}
