/** HTML or SVG that is complete in itself; anything else is text, and is escaped where it comes in. */
export class Markup {
  constructor(public readonly text: string) {}
}

export type Content = Markup | string | readonly Content[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

/** An element with its attributes; one that is `undefined` is left out. */
export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, ...content: Content[]): Markup {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(String(value))}"`]));
  return new Markup(`<${name}${given.join('')}>${markupText(content)}</${name}>`);
}

export function markupText(content: Content): string {
  return typeof content === 'string' ? escaped(content) : content instanceof Markup ? content.text : content.map(markupText).join('');
}
