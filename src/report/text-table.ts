/**
 * Columns of text, as wide as their widest cell; the last one wraps under itself.
 * @param together the rows of all tables that are to have the same columns
 */
export function textTable(rows: string[][], width: number, indent = '', together = rows): string {
  const columns = Math.max(...together.map((row) => row.length));
  const widths = Array.from({ length: columns - 1 }, (_, column) => Math.max(...together.map((row) => row[column].length)));
  const left = widths.reduce((sum, cell) => sum + cell + GAP.length, indent.length);
  return rows.flatMap((row) => {
    const cells = widths.map((cell, column) => row[column].padEnd(cell) + GAP).join('');
    return wrap(row[columns - 1], Math.max(width - left, 30)).map((line, index) =>
      (indent + (index === 0 ? cells : ' '.repeat(cells.length)) + line).trimEnd());
  }).join('\n');
}

const GAP = '  ';

function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
  }
  return lines;
}
