import { JAVA_BLANK, trimAsJava } from '../../units/java-text';

export type Entry = readonly [name: string, value: string];

/**
 * The parts of a list or a map in Flink's own notation: `'` and `"` quote a whole part, a doubled quote stands for
 * itself, blanks around a part do not count. Undefined when a quote is not closed or ends before its part does.
 */
export function splitEscaped(text: string, delimiter: string): string[] | undefined {
  const parts: string[] = [];
  let after: 'start' | 'part' | 'quoted' | 'delimiter' = 'start';
  for (let at = 0; at < text.length;) {
    const character = text[at];
    if (character === delimiter) {
      if (after === 'delimiter') {
        parts.push('');
      }
      after = 'delimiter';
      at += 1;
    } else if (JAVA_BLANK.test(character)) {
      at += 1;
    } else if (after === 'quoted') {
      return undefined;
    } else if (character === '\'' || character === '"') {
      const end = endOfQuote(text, at);
      if (end === undefined) {
        return undefined;
      }
      parts.push(text.slice(at + 1, end).replaceAll(character + character, character));
      after = 'quoted';
      at = end + 1;
    } else {
      const next = text.indexOf(delimiter, at);
      const end = next === -1 ? text.length : next;
      parts.push(trimAsJava(text.slice(at, end)));
      after = 'part';
      at = end;
    }
  }
  return parts;
}

/** The pairs of `name:value,name2:value2`; undefined also when one has not two sides, or two have one name. */
export function splitEntries(text: string): Entry[] | undefined {
  const pairs = splitEscaped(text, ',');
  if (pairs === undefined) {
    return undefined;
  }
  const names = new Set<string>();
  const entries: Entry[] = [];
  for (const pair of pairs) {
    const sides = splitEscaped(pair, ':');
    if (sides?.length !== 2 || names.has(sides[0])) {
      return undefined;
    }
    names.add(sides[0]);
    entries.push([sides[0], sides[1]]);
  }
  return entries;
}

/** The other way: a list in the spelling that every version of Flink reads, an element in quotes where it needs them. */
export function listText(elements: readonly string[]): string {
  return elements.map((element) => (/[;"']/.test(element) ? `'${element.replace(/'/g, "''")}'` : element)).join(';');
}

/** The other way: a map, a name or value in quotes where it needs them, and its pair once more. */
export function entriesText(entries: readonly Entry[]): string {
  return entries.map((sides) => quotedFor(',', sides.map((side) => quotedFor(':', side)).join(':'))).join(',');
}

function quotedFor(delimiter: string, text: string): string {
  const plain = text !== '' && !text.includes(delimiter) && !/["']/.test(text) && trimAsJava(text) === text;
  return plain ? text : `'${text.replaceAll('\'', '\'\'')}'`;
}

function endOfQuote(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let at = text.indexOf(quote, start + 1); at !== -1; at = text.indexOf(quote, at + 2)) {
    if (text[at + 1] !== quote) {
      return at;
    }
  }
  return undefined;
}
