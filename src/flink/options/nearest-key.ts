/** A key with this many slips or more, in proportion to its length, is another key. */
const LETTERS_PER_SLIP = 6;

/** Up to three keys that a misspelled one may stand for, the nearest first. */
export function nearestKeys(key: string, candidates: Iterable<string>): string[] {
  const wanted = normalised(key);
  const limit = Math.max(1, Math.floor(wanted.length / LETTERS_PER_SLIP));
  const near: [distance: number, key: string][] = [];
  for (const candidate of candidates) {
    const distance = editDistance(wanted, normalised(candidate), limit);
    if (distance <= limit) {
      near.push([distance, candidate]);
    }
  }
  return near.sort(([one, a], [other, b]) => one - other || (a < b ? -1 : 1)).slice(0, 3).map(([, each]) => each);
}

/** Underscores, capitals and camel case are slips that everybody makes and nobody should pay for. */
function normalised(key: string): string {
  return key.trim().replace(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll('_', '-').toLowerCase();
}

/**
 * Insertions, deletions and replacements from one text to the other, or something above the limit. Only the band
 * around the diagonal that stays below the limit is filled; small enough not to ask for a library.
 */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) {
    return limit + 1;
  }
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  let row = [...above];
  for (let at = 1; at <= one.length; at++) {
    const [from, to] = [Math.max(1, at - limit), Math.min(other.length, at + limit)];
    row[from - 1] = from === 1 ? at : limit + 1;
    let least = row[from - 1];
    for (let column = from; column <= to; column++) {
      const replaced = above[column - 1] + (one[at - 1] === other[column - 1] ? 0 : 1);
      const inserted = column === at + limit ? replaced : above[column] + 1;
      row[column] = Math.min(replaced, inserted, row[column - 1] + 1);
      least = Math.min(least, row[column]);
    }
    if (least > limit) {
      return limit + 1;
    }
    [above, row] = [row, above];
  }
  return above[other.length];
}
