import { trimAsJava } from '../../units/java-text';

/** What `Character.isWhitespace` of Java calls a blank. */
const BLANK = /[\t-\r\u001c-\u001f \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

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
    } else if (BLANK.test(character)) {
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

function endOfQuote(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let at = text.indexOf(quote, start + 1); at !== -1; at = text.indexOf(quote, at + 2)) {
    if (text[at + 1] !== quote) {
      return at;
    }
  }
  return undefined;
}
