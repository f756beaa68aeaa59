/** Words, addresses and keys that YAML reads as text wherever they stand. */
const PLAIN = /^[A-Za-z][\w./@-]*(:[\w./@-]+)*$/;
/** Amounts with a unit. */
const AMOUNT = /^\d+ ?(ms|s|min|h|d|[kmgt]b?|[KMGT]i?)$/;
/** Text that YAML 1.1 takes for something else. */
const WORDS = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** A value as YAML, in the quotes that were there before, or in none where it needs none. */
export function scalarText(value: string | number | boolean, quote: string): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  if (quote === '\'') {
    return `'${value.replace(/'/g, '\'\'')}'`;
  }
  return quote === '' && (PLAIN.test(value) || AMOUNT.test(value)) && !WORDS.test(value) ? value : JSON.stringify(value);
}

/** As the text ends its lines. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
