/** Text in the place of a part of a text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest change that makes one text of the other. */
export function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) {
    start++;
  }
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) {
    same++;
  }
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** A text with changes that do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const last = [...splices].sort((one, other) => other.start - one.start);
  return last.reduce((changed, { start, end, text: by }) => changed.slice(0, start) + by + changed.slice(end), text);
}
