/** A key with this many slips or more, in proportion to its length, is another key. */
const LETTERS_PER_SLIP = 4;

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

/** Insertions, deletions and replacements from one text to the other, or something above the limit. Small enough not to ask for a library. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) {
    return limit + 1;
  }
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = above[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column] + 1, current[column - 1] + 1));
    }
    if (Math.min(...current) > limit) {
      return limit + 1;
    }
    above = current;
  }
  return above[other.length];
}
