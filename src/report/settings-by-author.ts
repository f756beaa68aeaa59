import { Explained } from './explained';
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
    return [`  by ${author}`, ...besideReasons(rows, width)].join('\n');
  });
  return ['FLINK CONFIGURATION', ...groups].join('\n');
}

const INDENT = '    ';
const GAP = '  ';

/** Each reason beside its setting, in the one column that leaves the fewest of them to stand below. */
function besideReasons(rows: string[][], width: number): string[] {
  const told = rows.filter(([, reason]) => reason !== '');
  const fits = (column: number) => ([text, reason]: string[]) =>
    text.length <= column && INDENT.length + column + GAP.length + reason.length <= width;
  const counted = told.map(([{ length }]) => ({ column: length, beside: told.filter(fits(length)).length }));
  const { column } = counted.sort((a, b) => b.beside - a.beside || a.column - b.column)[0] ?? { column: 0 };
  return rows.flatMap(([text, reason]) => {
    const beside = reason !== '' && fits(column)([text, reason]);
    const below = beside || reason === '' ? [] : [`${INDENT}${GAP}${reason}`];
    return [`${INDENT}${beside ? `${text.padEnd(column)}${GAP}${reason}` : text}`, ...below];
  });
}
