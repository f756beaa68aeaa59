import { reachesPods } from './cluster-configuration';
import { configurationFile } from './configuration-file';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { prefixClashes } from '../../flink/configuration/prefix-clash';
import { broken, Objection } from '../broken-rule';
import { OperatorVersion } from '../operator-version';

/**
 * Flink 2.x reads its file as nested YAML, in which a key with a value can have none below it. From operator 1.12 that
 * is checked; 1.11 fails or drops the shorter key, as their order in memory has it.
 */
export function overlappingKeys(flinkVersion: string | undefined, configuration: FlinkSettings, release: OperatorVersion): Objection {
  if (configurationFile(flinkVersion) !== 'config.yaml' || !release._isAtLeast(OperatorVersion.V1_11)) {
    return undefined;
  }
  const overlaps = prefixClashes([...configuration.keys()].filter(reachesPods));
  return overlaps.length === 0 ? undefined
    : broken('overlapping-keys', 'a key is also the beginning of another, and Flink 2.x has its options nested',
      overlaps.map(({ shorter, longer }) => `${shorter} and ${longer}`).join('; '), 'one of each two', 'use the newer key of the shorter one, which ends in .type, .enabled, .amount, .ref or .all');
}
