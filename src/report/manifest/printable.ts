/* eslint-disable no-control-regex -- those are what it is about */
/** Control characters, and those that turn the direction of a text: a terminal or a page would obey them. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** Half of a character; a file could not hold it. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text from a manifest that shows as one line, whatever it holds. */
export function printable(text: string): string {
  return text.replace(/\r?\n/g, '↵').replace(UNSEEN, '·').replace(HALF, '·');
}

/** Every text within, made printable. */
export function allPrintable<T>(value: T): T {
  if (typeof value === 'string') {
    return printable(value) as T;
  }
  if (Array.isArray(value)) {
    return value.map(allPrintable) as T;
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, allPrintable(inner)])) as T : value;
}
