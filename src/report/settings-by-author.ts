import { Explained } from './explained';
import { textTable } from './text-table';
import { ProvenSetting, SettingRank } from '../flink/configuration/provenance';

/** The Flink configuration as it is written, and what the pods put in from Secrets, under whoever set each key. */
export function settingsByAuthor({ settings: composed, secretSettings, cluster: { written } }: Pick<Explained, 'settings' | 'secretSettings' | 'cluster'>, width: number): string {
  const known = new Map(composed.map(({ key, value }) => [key, value]));
  const patched = [...written].filter(([key, value]) => known.get(key) !== value)
    .map(([key, value]): ProvenSetting => ({ key, value, reason: '', rank: SettingRank.RAW, by: 'a patch' }));
  const all = [...composed.filter(({ key, value }) => written.get(key) === value), ...secretSettings, ...patched].sort((a, b) => a.rank - b.rank);
  const authors = [...new Set(all.map(({ by }) => by))];
  const groups = authors.map((author) => {
    const rows = all.filter(({ by }) => by === author).map(({ key, value, reason, rank }) =>
      [`${key}: ${value}`, rank === SettingRank.STRATEGY ? reason : '']);
    return `  by ${author}\n${textTable(rows, width, '    ')}`;
  });
  return ['FLINK CONFIGURATION', ...groups].join('\n');
}
