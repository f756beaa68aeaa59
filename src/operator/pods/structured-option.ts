import { unreadable } from './pod-option';
import { FlinkSettings } from '../../flink/memory/memory-settings';
import { trimAsJava } from '../../units/java-text';

type Entry = readonly [name: string, value: string];

const BLANK = /\s/;

/** `a;b` as a list; undefined when the option is not set. */
export function readList(settings: FlinkSettings, key: string): string[] | undefined {
  const text = settings.get(key);
  return text === undefined ? undefined : split(key, text, ';');
}

/** `k:v,k2:v2`, or one option for each name behind the key. */
export function readEntries(settings: FlinkSettings, key: string): readonly Entry[] {
  const text = settings.get(key);
  return text === undefined ? entriesBehind(settings, `${key}.`) : entriesIn(key, text);
}

/** `k:v,k2:v2;k:v`, as Flink writes a list of maps. */
export function readEntryLists(settings: FlinkSettings, key: string): (readonly Entry[])[] {
  return (readList(settings, key) ?? []).map((text) => entriesIn(key, text));
}

/** The options whose keys begin so, by what follows. */
export function entriesBehind(settings: FlinkSettings, prefix: string): Entry[] {
  const entries: Entry[] = [];
  settings.forEach((value, key) => {
    if (key.length > prefix.length && key.startsWith(prefix)) {
      entries.push([key.slice(prefix.length), value]);
    }
  });
  return entries;
}

function entriesIn(key: string, text: string): Entry[] {
  const names = new Set<string>();
  return split(key, text, ',').map((item) => {
    const pair = split(key, item, ':');
    if (pair.length !== 2 || names.has(pair[0])) {
      throw unreadable(key, text, 'name:value pairs with commas between, each name once; quote a value that holds one of these signs');
    }
    names.add(pair[0]);
    return [pair[0], pair[1]];
  });
}

/** Splits as Flink does: quotes guard a delimiter, a doubled quote is a quote, blanks around a bare word go. */
function split(key: string, text: string, delimiter: string): string[] {
  if (!/['"]/.test(text)) {
    return splitBare(text, delimiter);
  }
  const parts: string[] = [];
  let afterDelimiter = false;
  let afterQuoted = false;
  for (let cursor = 0; cursor < text.length;) {
    const sign = text[cursor];
    if (sign === delimiter) {
      if (afterDelimiter) {
        parts.push('');
      }
      [afterDelimiter, afterQuoted] = [true, false];
      cursor += 1;
    } else if (BLANK.test(sign) && sign !== '\u00a0') {
      cursor += 1;
    } else {
      if (afterQuoted) {
        throw unreadable(key, text, 'a delimiter behind each quoted part');
      }
      const quoted = sign === '"' || sign === '\'';
      const end = quoted ? closingQuote(key, text, cursor) : endOfWord(text, cursor, delimiter);
      parts.push(quoted ? text.slice(cursor + 1, end - 1).split(sign + sign).join(sign) : trimAsJava(text.slice(cursor, end)));
      [afterDelimiter, afterQuoted] = [false, quoted];
      cursor = end;
    }
  }
  return parts;
}

function splitBare(text: string, delimiter: string): string[] {
  const parts = text.split(delimiter).map(trimAsJava);
  // A delimiter at either end makes no part, two in a row make an empty one.
  const from = parts[0] === '' ? 1 : 0;
  const to = parts.length > from && parts[parts.length - 1] === '' ? parts.length - 1 : parts.length;
  return parts.slice(from, to);
}

function closingQuote(key: string, text: string, open: number): number {
  for (let cursor = open + 1; cursor < text.length; cursor++) {
    if (text[cursor] === text[open]) {
      if (text[cursor + 1] !== text[open]) {
        return cursor + 1;
      }
      cursor += 1;
    }
  }
  throw unreadable(key, text, 'quotes that are closed');
}

function endOfWord(text: string, start: number, delimiter: string): number {
  const end = text.indexOf(delimiter, start);
  return end < 0 ? text.length : end;
}
