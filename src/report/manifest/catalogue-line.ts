import { FlinkVersion } from '../../flink/flink-version';
import { knownLine } from '../../flink/known-line';
import { flinkOptions, Option } from '../../flink/options/option-catalogue';

/** The line of Flink whose options and defaults are told: that of the resource, or the nearest that is known. */
export function catalogueLine(flinkVersion: string | undefined): FlinkVersion {
  return knownLine(flinkVersion)
    ?? (flinkVersion?.startsWith('v1_') === true ? FlinkVersion.V1_19 : FlinkVersion.V2_3);
}

/** An option as that line knows it, by any of its spellings. */
export function optionOf(line: FlinkVersion, ...spellings: string[]): Option | undefined {
  const catalogue = flinkOptions(line);
  return spellings.map((key) => catalogue.option(key)).find((option) => option !== undefined);
}
