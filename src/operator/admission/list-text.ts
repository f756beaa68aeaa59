import { trimAsJava } from '../../units/java-text';

const BLANK = /[\t-\r\u001c-\u001f ]/;

/**
 * The entries of a list as Flink splits it at semicolons, where single or double quotes hold an entry together and
 * are doubled within it; undefined where Flink refuses the quoting.
 */
export function splitList(text: string): string[] | undefined {
  const entries: string[] = [];
  let position = 0;
  let afterDelimiter = false;
  while (position < text.length) {
    const character = text[position];
    if (character === ';') {
      if (afterDelimiter) {
        entries.push('');
      }
      afterDelimiter = true;
      position++;
    } else if (character === '\'' || character === '"') {
      const quoted = readQuoted(text, position, character);
      if (quoted === undefined) {
        return undefined;
      }
      entries.push(quoted.entry);
      position = quoted.end;
      afterDelimiter = false;
      while (position < text.length && BLANK.test(text[position])) {
        position++;
      }
      if (position < text.length && text[position] !== ';') {
        return undefined;
      }
    } else if (BLANK.test(character)) {
      position++;
    } else {
      const end = text.indexOf(';', position);
      const stop = end < 0 ? text.length : end;
      entries.push(trimAsJava(text.slice(position, stop)));
      position = stop;
      afterDelimiter = false;
    }
  }
  return entries;
}

function readQuoted(text: string, start: number, quote: string): { readonly entry: string; readonly end: number } | undefined {
  let entry = '';
  for (let position = start + 1; position < text.length; position++) {
    if (text[position] !== quote) {
      entry += text[position];
    } else if (text[position + 1] === quote) {
      entry += quote;
      position++;
    } else {
      return { entry, end: position + 1 };
    }
  }
  return undefined;
}
