import { NOT_PLAIN, plainFlow, plainKey, plainScalar } from './plain-scalar';
import { MOST_DOCUMENTS } from './yaml-refusals';

/** Larger texts, deeper ones, and letters beyond ASCII are left to the reader that knows all of YAML. */
const LARGEST = 256 * 1024;
const DEEPEST = 40;
const ASCII = /^[\n\x20-\x7e]*$/;
const ENTRY = /^((?:[A-Za-z_][\w./$-]*)|"[^"\\]{0,200}"|'[^']{0,200}') *:(?: +(.*))?$/;

/**
 * The values of documents that are written as most manifests are: maps and lists by indent, values on one line or as a
 * literal block. Nothing as soon as anything else is met, so that only the whole reader judges what is special or wrong.
 */
export function plainDocuments(text: string): unknown[] | undefined {
  if (text.length > LARGEST || !ASCII.test(text)) {
    return undefined;
  }
  try {
    return new PlainYaml(text.split('\n')).documents();
  } catch (error) {
    if (error === NOT_PLAIN) {
      return undefined;
    }
    throw error;
  }
}

class PlainYaml {
  /** The line that is looked at; always one with content, or behind the last. */
  private at = 0;

  constructor(private readonly lines: string[]) {}

  public documents(): unknown[] {
    const documents: unknown[] = [];
    this.skip();
    this.expect(!this.isEnd());
    if (this.isMark()) {
      this.next();
    }
    for (;;) {
      this.expect(documents.length < MOST_DOCUMENTS);
      documents.push(this.isEnd() || this.isMark() ? null : this.root());
      if (this.isEnd()) {
        return documents;
      }
      this.expect(this.isMark());
      this.next();
    }
  }

  private root(): unknown {
    this.expect(this.indent() === 0 && !this.lines[this.at].startsWith('-') && !this.lines[this.at].startsWith('%'));
    return this.map(0, 0);
  }

  private map(indent: number, depth: number): object {
    const map: Record<string, unknown> = {};
    this.expect(depth < DEEPEST);
    while (!this.isEnd() && this.indent() === indent && !this.isMark() && !this.isItem(indent)) {
      const [, written, rest = ''] = ENTRY.exec(this.lines[this.at].slice(indent)) ?? [];
      const key = written === undefined ? NOT_PLAIN : plainKey(written);
      if (key === NOT_PLAIN || Object.prototype.hasOwnProperty.call(map, key)) {
        throw NOT_PLAIN;
      }
      map[key] = this.value(rest, indent, depth, true);
    }
    this.expect(this.isEnd() || this.indent() <= indent);
    return map;
  }

  private list(indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    this.expect(depth < DEEPEST);
    while (!this.isEnd() && this.indent() === indent && this.isItem(indent)) {
      const line = this.lines[this.at];
      const rest = line.slice(indent + 1).trimStart();
      const start = line.length - rest.length;
      if (ENTRY.test(rest)) {
        this.lines[this.at] = ' '.repeat(start) + rest;
        items.push(this.map(start, depth + 1));
      } else {
        items.push(this.value(rest, indent, depth, false));
      }
    }
    this.expect(this.isEnd() || this.indent() <= indent);
    return items;
  }

  /** @param ofMap a list below a key may stand as far out as the key */
  private value(rest: string, indent: number, depth: number, ofMap: boolean): unknown {
    if (/^\|-?(?: +#.*| *)$/.test(rest)) {
      return this.literal(indent, rest.startsWith('|-'));
    }
    this.next();
    if (rest === '' || rest.startsWith('#')) {
      return this.below(indent, depth, ofMap);
    }
    // What is further in goes on with a value of several lines.
    this.expect(this.isEnd() || this.isMark() || this.indent() <= indent);
    const value = /^[[{]/.test(rest) ? plainFlow(rest) : plainScalar(rest);
    if (value === NOT_PLAIN) {
      throw NOT_PLAIN;
    }
    return value;
  }

  private below(indent: number, depth: number, ofMap: boolean): unknown {
    if (this.isEnd() || this.isMark()) {
      return null;
    }
    const inner = this.indent();
    if (inner > indent || (ofMap && inner === indent && this.isItem(inner))) {
      return this.isItem(inner) ? this.list(inner, depth + 1) : this.map(inner, depth + 1);
    }
    return null;
  }

  /** Lines further in than the key, as they are; the empty ones behind them are dropped. */
  private literal(indent: number, stripped: boolean): string {
    const start = this.at + 1;
    const inner = indentOf(this.lines[start] ?? '');
    let end = start;
    while (end < this.lines.length && (this.lines[end].trim() === '' || indentOf(this.lines[end]) > indent)) {
      this.expect(this.lines[end].trim() === '' ? this.lines[end].length <= inner : indentOf(this.lines[end]) >= inner);
      end++;
    }
    const content = this.lines.slice(start, end).map((line) => line.slice(inner));
    while (content[content.length - 1] === '') {
      content.pop();
    }
    // Whether the last line has an end decides whether the text has one.
    this.expect(end < this.lines.length || this.lines[end - 1] === '');
    this.expect(content.length > 0 && inner > indent && this.lines[start].trim() !== '');
    this.at = end;
    this.skip();
    return content.join('\n') + (stripped ? '' : '\n');
  }

  private next(): void {
    this.at++;
    this.skip();
  }

  private skip(): void {
    while (this.at < this.lines.length && /^ *(?:#.*)?$/.test(this.lines[this.at])) {
      this.at++;
    }
  }

  private isEnd(): boolean {
    return this.at >= this.lines.length;
  }

  private indent(): number {
    return indentOf(this.lines[this.at]);
  }

  private isItem(indent: number): boolean {
    const line = this.lines[this.at];
    return line[indent] === '-' && (line.length === indent + 1 || line[indent + 1] === ' ');
  }

  private isMark(): boolean {
    return !this.isEnd() && /^---(?: +#.*| *)$/.test(this.lines[this.at]);
  }

  private expect(holds: boolean): void {
    if (!holds) {
      throw NOT_PLAIN;
    }
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
