import { SourceLines } from './source-lines';
import { TextPlace } from '../../operator/manifest/yaml-text';

/** What is left of a line that is cut. */
const CUT = '…';
/** Of a long line so much is kept before the carets. */
const BEFORE = 24;

/** The line of the source with its number, and carets under what is meant. */
export function sourceFrame(lines: SourceLines, { line, column, endColumn }: TextPlace, width: number, painted: (text: string) => string): string[] {
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const { text, columnOf } = lines.line(line);
  const [from, to] = [columnOf(column) - 1, Math.max(columnOf(endColumn) - 1, columnOf(column))];
  const room = width - number.length - 3;
  const start = text.length <= room || from < room - BEFORE ? 0 : from - BEFORE;
  const shown = `${start > 0 ? CUT : ''}${text.slice(start + (start > 0 ? 1 : 0))}`;
  const cut = shown.length > room ? shown.slice(0, room - 1) + CUT : shown;
  const carets = '^'.repeat(Math.max(Math.min(to, start + room) - from, 1));
  return [
    `${gutter} |`,
    `${number} | ${cut}`.trimEnd(),
    `${gutter} | ${' '.repeat(from - start)}${painted(carets)}`,
  ];
}
