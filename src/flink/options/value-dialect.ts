import { DurationGrammar } from '../../units/flink-duration';
import { FlinkVersion } from '../flink-version';

/** How one Flink process reads the text of a value. */
export interface ValueDialect extends DurationGrammar {
  /** A list or a map may be written as YAML. */
  readonly yaml: boolean;
  /** An item of a list in Flink's own notation may still be YAML. */
  readonly yamlItems: boolean;
}

export type ConfigurationFile = 'flink-conf.yaml' | 'config.yaml';

/**
 * The dialect of a version. Flink 1.x reads lists and maps as YAML unless the process loaded `flink-conf.yaml`,
 * which is what the operator mounts into the pods of 1.x; Flink 2.x knows `config.yaml` only.
 */
export function valueDialect(version: FlinkVersion, file: ConfigurationFile = 'config.yaml'): ValueDialect {
  const second = version.isAtLeast(FlinkVersion.V2_0);
  return {
    longNumbers: second,
    iso8601: version.isAtLeast(FlinkVersion.V2_1),
    yaml: second || file === 'config.yaml',
    yamlItems: second,
  };
}
