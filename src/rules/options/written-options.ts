import { FlinkVersion } from '../../flink/flink-version';
import { knownLine } from '../../flink/known-line';
import { flinkOptions, isOperatorOption, KeyFinding, OptionCatalogue, operatorOptions } from '../../flink/options/option-catalogue';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { OperatorVersion } from '../../operator/operator-version';

/** A key of `flinkConfiguration`, and what it is to whoever reads it. */
export interface WrittenOption {
  readonly key: string;
  readonly value: string;
  readonly found: KeyFinding;
  /** `Flink 2.1`, or a release of the operator. */
  readonly reader: FlinkVersion | OperatorVersion;
}

const answers = new Map<string, KeyFinding>();
/** Several rules ask for those of one cluster. */
const asked = new WeakMap<EffectiveCluster, readonly WrittenOption[]>();

/** The keys of a resource with what the catalogue knows of them; those for a Flink whose options are not known are left out. */
export function writtenOptions(cluster: EffectiveCluster): readonly WrittenOption[] {
  const options = asked.get(cluster) ?? lookedUp(cluster);
  asked.set(cluster, options);
  return options;
}

function lookedUp({ written, manifest: { spec }, installation: { release } }: EffectiveCluster): WrittenOption[] {
  const line = knownLine(spec.flinkVersion);
  return [...written].flatMap(([key, value]): WrittenOption[] => {
    if (isOperatorOption(key)) {
      return [{ key, value, found: answer(key, release, () => operatorOptions(release.minorLine)), reader: release }];
    }
    return line === undefined ? [] : [{ key, value, found: answer(key, line, () => flinkOptions(line)), reader: line }];
  });
}

function answer(key: string, reader: FlinkVersion | OperatorVersion, catalogue: () => OptionCatalogue): KeyFinding {
  const question = `${String(reader)} ${key}`;
  const known = answers.get(question) ?? catalogue().find(key);
  answers.set(question, known);
  return known;
}
