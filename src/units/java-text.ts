/** What `String.trim()` of Java removes: every character up to the blank, and nothing else. */
export function trimAsJava(text: string): string {
  return text.replace(/^[\u0000- ]+|[\u0000- ]+$/g, '');
}

export const LONG_MAX = 9_223_372_036_854_775_807n;
