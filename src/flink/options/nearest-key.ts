/** A key with more slips than one in this many letters is another key. */
const LETTERS_PER_SLIP = 6;

/** The keys that a misspelled one may stand for. */
export class KeyNeighbours {
  private readonly keys: [spelled: string, key: string][];

  constructor(keys: Iterable<string>) {
    this.keys = Array.from(keys, (key) => [withoutStyle(key), key]);
  }

  /** Up to three, the nearest first. */
  public of(key: string): string[] {
    const wanted = withoutStyle(key);
    const limit = Math.max(1, Math.floor(wanted.length / LETTERS_PER_SLIP));
    const near: [distance: number, key: string][] = [];
    for (const [spelled, candidate] of this.keys) {
      const distance = Math.abs(wanted.length - spelled.length) > limit ? limit + 1 : editDistance(wanted, spelled, limit);
      if (distance <= limit) {
        near.push([distance, candidate]);
      }
    }
    return near.sort(([one, a], [other, b]) => one - other || (a < b ? -1 : 1)).slice(0, 3).map(([, each]) => each);
  }
}

/** Underscores, capitals and camel case are slips that everybody makes and nobody should pay for. */
function withoutStyle(key: string): string {
  return key.trim().replace(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll('_', '-').toLowerCase();
}

let above: number[] = [];
let row: number[] = [];

/**
 * Insertions, deletions and replacements from one text to the other, or something above the limit. Only the band
 * around the diagonal that stays below the limit is filled, in two rows that all calls share.
 */
function editDistance(one: string, other: string, limit: number): number {
  for (let column = 0; column <= other.length; column++) {
    above[column] = column;
  }
  for (let at = 1; at <= one.length; at++) {
    const [from, to] = [Math.max(1, at - limit), Math.min(other.length, at + limit)];
    row[from - 1] = from === 1 ? at : limit + 1;
    let least = row[from - 1];
    for (let column = from; column <= to; column++) {
      const replaced = above[column - 1] + (one.charCodeAt(at - 1) === other.charCodeAt(column - 1) ? 0 : 1);
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
