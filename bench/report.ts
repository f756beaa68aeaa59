import { Spread } from './statistics';

/** A table with its first column to the left and figures to the right; the verdict reads as text again. */
export function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row: string[]) => row
    .map((cell, column) => (column === 0 || head[column] === 'target' ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
    .join('   ').trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('   '), ...rows.map(line)].map((text) => `  ${text}\n`).join('');
}

/** `1.08 (1.03–1.15)`. */
export function ratio({ median, min, max }: Spread): string {
  return `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
}

/** `229,491 (190,611–246,926)`. */
export function rate({ median, min, max }: Spread): string {
  const whole = (perSecond: number) => Math.round(perSecond).toLocaleString('en');
  return `${whole(median)} (${whole(min)}–${whole(max)})`;
}

export function time(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : Math.round(milliseconds).toLocaleString('en')} ms`;
}

/** `at most 1.25: ok`, for a figure that should be small. */
export function atMost(target: number, { median }: Spread): string {
  return `at most ${target}: ${median <= target ? 'ok' : 'above target'}`;
}

/** `at least 50,000: ok`, for a figure that should be large. */
export function atLeast(target: number, { median }: Spread): string {
  return `at least ${target.toLocaleString('en')}: ${median >= target ? 'ok' : 'below target'}`;
}

/** Where a long part stands; not a part of the report. */
export function progress(what: string): void {
  process.stderr.write(`${what} …\n`);
}
