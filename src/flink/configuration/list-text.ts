/** A list in the spelling that every version of Flink reads: joined by semicolons, quoted where an element needs it. */
export function listText(elements: readonly string[]): string {
  return elements.map((element) => (/[;"']/.test(element) ? `'${element.replace(/'/g, "''")}'` : element)).join(';');
}
