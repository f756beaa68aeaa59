import { writtenOptions } from './written-options';
import { valueShown } from '../../flink/configuration/sensitive-key';
import { FlinkVersion } from '../../flink/flink-version';
import { flinkOptions } from '../../flink/options/option-catalogue';
import { OperatorVersion } from '../../operator/operator-version';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

export const optionOfAnotherVersion: Rule = {
  id: 'option-of-another-version',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.WARNING,
  title: 'an option that this version no longer reads, or not yet',
  why: 'Flink passes over what it does not know, so that after an upgrade the setting is gone without a word',
  fix: 'use the key that this version reads, or remove it',
  source: 'the option catalogue of Flink 1.19 to 2.3 and operator 1.10 to 1.16, read from their jars',
  fires: 'flinkVersion: v2_1\nflinkConfiguration: { cluster.evenly-spread-out-slots: "true" }',
  passes: 'flinkVersion: v2_1\nflinkConfiguration: { taskmanager.load-balance.mode: SLOTS }',
  check: (cluster) => writtenOptions(cluster).flatMap(({ key, value, found, reader }): Finding[] => {
    if (found.is !== 'of-other-lines' || shapesPods(key, cluster.installation.release)) {
      return [];
    }
    const { lines, instead } = found;
    const meant = instead !== undefined && !cluster.configuration.has(instead);
    return [{
      path: optionPath(key),
      what: `${String(reader)} does not read ${key}, and passes over it`,
      got: valueShown(key, value),
      allowed: instead ?? `an option of ${String(reader)}`,
      fix: `${meant ? `rename it to ${instead}, if its value is still meant` : 'remove it'}; it is an option of ${reader instanceof FlinkVersion ? 'Flink' : 'operator'} ${lines.join(', ')}`,
      // Under a key that is read its value would begin to count.
      edits: meant ? [] : [{ remove: optionPath(key) }],
    }];
  }),
};

/** The JobManager's objects are built by the operator, with the Flink that it carries itself. */
function shapesPods(key: string, release: OperatorVersion): boolean {
  return key.startsWith('kubernetes.') && flinkOptions(release.flinkClasses).find(key).is !== 'of-other-lines';
}
