import { currentKey } from '../../flink/configuration/option-spelling';
import { FlinkVersion } from '../../flink/flink-version';
import { knownLine, OLDEST_LINE } from '../../flink/known-line';
import { flinkOptions, isOperatorOption, OptionCatalogue, operatorOptions } from '../../flink/options/option-catalogue';
import { OptionType } from '../../flink/options/option-type';
import { ValueDialect, valueDialect } from '../../flink/options/value-dialect';
import { configurationFile } from '../../operator/configuration/configuration-file';
import { EffectiveCluster } from '../../operator/effective-cluster';

/** An option as both sides of a comparison know it. */
export interface MeantOption {
  /** Current in the newer of the two. */
  readonly key: string;
  readonly type?: OptionType;
  readonly otherwise?: string;
  /** Which of several spellings counts: the lowest. */
  readonly rank: number;
}

/** What a key means to the newer of two versions of Flink; an old key may stand for two options. */
export class Meanings {
  private readonly catalogue: OptionCatalogue;
  private readonly operators: OptionCatalogue;

  constructor(clusters: readonly EffectiveCluster[]) {
    const [newest] = clusters.map(versionOf).sort((one, other) => (one.isAtLeast(other) ? -1 : 1));
    this.catalogue = flinkOptions(newest);
    this.operators = operatorOptions(clusters[0].installation.release.minorLine);
  }

  public of(written: string): MeantOption[] {
    const catalogue = isOperatorOption(written) ? this.operators : this.catalogue;
    const found = catalogue.find(written);
    switch (found.is) {
      case 'option': return [{ key: written, type: found.option.type, otherwise: found.option.defaultText, rank: 0 }];
      case 'older-spelling': return found.options.map(({ key, type, defaultText, older }) => ({ key, type, otherwise: defaultText, rank: 1 + older.indexOf(written) }));
      default: return [this.renamed(catalogue, currentKey(written), written)];
    }
  }

  private renamed(catalogue: OptionCatalogue, key: string, written: string): MeantOption {
    const option = catalogue.option(key);
    return { key, type: option?.type, otherwise: option?.defaultText, rank: key === written ? 0 : 1 };
  }
}

/** How a cluster reads the texts of its options. */
export function dialectOf(cluster: EffectiveCluster): ValueDialect {
  return valueDialect(versionOf(cluster), configurationFile(cluster.manifest.spec.flinkVersion));
}

/** The oldest that is known for one that is older still. */
function versionOf({ manifest: { spec: { flinkVersion } } }: EffectiveCluster): FlinkVersion {
  return knownLine(flinkVersion) ?? OLDEST_LINE;
}
