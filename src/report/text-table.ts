const GAP = '  ';
const BELOW = '      ';
/** A last column with less than this is read more easily below its row. */
const NARROWEST = 26;

/**
 * Columns of text, as wide as their widest cell; the last one wraps under itself, or stands below its row where there is no room beside it.
 * @param together the rows of all tables that are to have the same columns
 */
export function textTable(rows: string[][], width: number, indent = '', together = rows): string {
  const starts = columnStarts(together, indent.length);
  const left = starts[starts.length - 1];
  const below = starts.length > 1 && width - left < Math.max(NARROWEST, ...together.map((row) => longestWord(row[row.length - 1])));
  const margin = below ? indent + BELOW : ' '.repeat(left);
  return rows.flatMap((row) => {
    const cells = row.slice(0, -1).reduce((line, cell, column) => (line + cell).padEnd(starts[column + 1]), indent);
    const [first, ...more] = wrap(row[row.length - 1], width - margin.length);
    const lines = below ? [cells, ...[first, ...more].filter((line) => line !== '').map((line) => margin + line)] : [cells + first, ...more.map((line) => margin + line)];
    return lines.map((line) => line.trimEnd());
  }).join('\n');
}

/** Where each column begins. A cell may run on into an empty one, so that a single long value does not push all others away. */
function columnStarts(rows: string[][], indent: number): number[] {
  const last = Math.max(...rows.map((row) => row.length)) - 1;
  const starts = [indent];
  for (let column = 0; column < last; column++) {
    const ends = rows.map((row) => (row[column + 1] === '' && column + 1 < last ? 0 : reach(row, column)));
    starts.push(Math.max(starts[column], ...ends));
  }
  return starts;

  /** Where the cell ends, or the one before that has run on into it. */
  function reach(row: string[], column: number): number {
    if (row[column] !== '') {
      return starts[column] + row[column].length + GAP.length;
    }
    return column === 0 ? 0 : reach(row, column - 1);
  }
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => word.length));
}

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
