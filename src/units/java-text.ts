/** What `String.trim()` of Java removes: every character up to the blank, and nothing else. */
export function trimAsJava(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] <= ' ') {
    start++;
  }
  while (end > start && text[end - 1] <= ' ') {
    end--;
  }
  return text.slice(start, end);
}

const BLANK = '[\\t-\\r\\u001c-\\u001f \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]';
const BLANKS = new RegExp(`^${BLANK}*$`);
const AROUND = new RegExp(`^${BLANK}+|${BLANK}+$`, 'g');

/** One character that `Character.isWhitespace` of Java calls a blank. */
export const JAVA_BLANK = new RegExp(BLANK);

/** Flink's `isNullOrWhitespaceOnly`. */
export function isBlank(text: string | null | undefined): boolean {
  return text === undefined || text === null || BLANKS.test(text);
}

/** What `String.strip()` of Java leaves. */
export function stripAsJava(text: string): string {
  return text.replace(AROUND, '');
}

export const LONG_MAX = 9_223_372_036_854_775_807n;

/** The text that Java's JSON reader gives a number: whole ones in digits, the rest as `Double.toString` writes them. */
export function javaNumberText(value: number): string {
  const text = JSON.stringify(value);
  return /^-?[0-9]+$/.test(text) ? text : javaDoubleText(value);
}

/** `Double.toString` of Java: always a fraction, an exponent from 10^7 and below 10^-3. */
export function javaDoubleText(value: number): string {
  const magnitude = Math.abs(value);
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }
  if (magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e7)) {
    const [mantissa, exponent] = value.toExponential().split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  }
  const text = String(value);
  return text.includes('.') ? text : `${Object.is(value, -0) ? '-0' : text}.0`;
}
