import { Splice, spliced } from './splice';

/** A line as it may be shown. */
export interface ShownLine {
  readonly text: string;
  /** Where a column of the source, counted from one, stands in it. */
  readonly columnOf: (column: number) => number;
}

/** What a terminal would not print as one letter. */
// eslint-disable-next-line no-control-regex -- that is what is meant
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** Passwords stand in comments too. */
const TELLING = /pass|secret|token|key|credential/i;

/** The lines of a text, by number, their hidden parts replaced. */
export class SourceLines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string, private readonly hidden: readonly Splice[]) {
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
      this.starts.push(end + 1);
    }
  }

  public line(number: number): ShownLine {
    const start = this.starts[number - 1] ?? this.text.length;
    const end = (this.starts[number] ?? this.text.length + 1) - 1;
    const within = this.hidden.filter((part) => part.start < end && part.end > start).map((part) => ({
      start: Math.max(part.start, start) - start, end: Math.min(part.end, end) - start, text: part.text,
    }));
    const parts = [...within, ...this.tellingComment(start, end, within)];
    return {
      text: spliced(this.text.slice(start, end).replace(/\r$/, ''), parts).replace(CONTROL, ' '),
      columnOf: (column) => parts.filter(({ end: before }) => before < column)
        .reduce((shifted, part) => shifted + part.text.length - (part.end - part.start), column),
    };
  }

  /** The other way about: line and column of a place in the text. */
  public placeOf(offset: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      [low, high] = this.starts[middle] <= offset ? [middle, high] : [low, middle];
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }

  private tellingComment(start: number, end: number, hidden: readonly Splice[]): Splice[] {
    const line = this.text.slice(start, end);
    const [comment] = /(^|\s)#.*$/.exec(line) ?? [];
    const from = comment === undefined ? end : line.length - comment.length;
    return comment !== undefined && TELLING.test(comment) && !hidden.some((part) => part.end > from) ? [{ start: from, end: line.length, text: ' # ***' }] : [];
  }
}

/** Text of a manifest as a terminal may show it. */
export function printable(text: string): string {
  return text.replace(CONTROL, ' ');
}
