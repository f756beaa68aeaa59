import { textTable } from './text-table';

/** What comes from places above, under each of them; nothing where nothing does. */
export function inheritedList(inherited: ReadonlyMap<string, string>, width: number): string[] {
  const places = [...new Set(inherited.values())].sort();
  const rows = places.map((place) => [place, [...inherited].filter(([, from]) => from === place).map(([property]) => property).sort().join(', ')]);
  return rows.length === 0 ? [] : [`INHERITED FROM\n${textTable(rows, width, '  ')}`];
}
