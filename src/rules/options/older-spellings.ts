import { WrittenOption, writtenOptions } from './written-options';
import { valueShown } from '../../flink/configuration/sensitive-key';
import { FlinkVersion } from '../../flink/flink-version';
import { flinkOptions, Option } from '../../flink/options/option-catalogue';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

/** Which the operator takes out of the configuration, whatever its spelling. */
const REPLACED = ['execution.savepoint.path'];

export const deprecatedKey: Rule = {
  id: 'deprecated-key',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.INFO,
  title: 'an option under an older key',
  why: 'it still works, until a version no longer reads the older key and passes over it without a word; Flink 2 cannot even write some of the older keys into its configuration file',
  fix: 'rename the key; the value stays as it is',
  source: 'the deprecated and fallback keys of each ConfigOption, read from the jars of every line',
  fires: 'flinkConfiguration: { state.backend: rocksdb, state.backend.type: null }',
  passes: 'flinkConfiguration: { state.backend.type: rocksdb }',
  check: (cluster) => writtenOptions(cluster).flatMap((written): Finding[] => {
    const option = renamed(written, cluster);
    return option === undefined || option.older.concat(option.key).some((key) => key !== written.key && cluster.configuration.has(key)) ? [] : [{
      path: optionPath(written.key),
      what: `${String(written.reader)} calls this option ${option.key}`,
      got: written.key,
      allowed: option.key,
      edits: [{ rename: optionPath(written.key), key: option.key }],
    }];
  }),
};

export const keyTwice: Rule = {
  id: 'option-twice',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.WARNING,
  title: 'one option under two keys, with two values',
  why: 'the current key wins over the older ones, whatever their order in the file, and the other value is read by nobody',
  fix: 'remove the key that loses',
  source: 'Flink Configuration.getRawValueFromOption: the key, then its fallback keys in their order',
  fires: 'flinkConfiguration: { state.checkpoints.dir: s3://flink-state/old }',
  passes: 'flinkConfiguration: { state.checkpoints.dir: null }',
  check: (cluster) => writtenOptions(cluster).flatMap(({ key, value, found }): Finding[] => {
    const winners = found.is === 'older-spelling' ? found.options.map((option) => spelled(option, cluster)) : [];
    const [winner] = winners;
    return winner === undefined || winners.includes(key) || cluster.configuration.get(winner)?.trim() === value.trim() ? [] : [{
      path: optionPath(key),
      what: `${key} does nothing: it is an older key of ${winner}, which is set too`,
      got: valueShown(key, value),
      allowed: 'one of the two keys',
      becomes: `${winner}: ${valueShown(winner, cluster.configuration.get(winner)!)}, from ${cluster.originOf(winner)}`,
      edits: [{ remove: optionPath(key) }],
    }];
  }),
};

/** The one option of an older key, where Flink and the operator both know it by its current one. */
function renamed({ key, found, reader }: WrittenOption, { installation: { release } }: EffectiveCluster): Option | undefined {
  if (found.is !== 'older-spelling' || found.options.length > 1 || REPLACED.includes(key)) {
    return undefined;
  }
  const [option] = found.options;
  return !(reader instanceof FlinkVersion) || flinkOptions(release.flinkClasses).option(option.key) !== undefined ? option : undefined;
}

/** The key under which an option is read. */
function spelled({ key, older }: Option, { configuration }: EffectiveCluster): string {
  return [key, ...older].find((each) => configuration.has(each)) ?? key;
}
