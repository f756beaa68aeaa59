import { InputFile } from './input-file';

/**
 * Where a file states what a refusal of the library is about: the first fact that the refusal names, or whose text it quotes.
 * Names such as `recordsPerSecond` stand for nothing else; plain words such as `budget` are looked for only after them, at the top of the file.
 */
export function factPlace(file: InputFile, message: string): string | undefined {
  // What is wrong, and what was given; the rest speaks of what might be.
  const said = message.split('\n').slice(0, 2).join('\n');
  const stated = statedIn(file.value).map(({ path, text }) => ({ path, at: placeIn(said, path, text) }));
  const named = stated.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
  const path = named[0]?.path ?? stated.map((each) => each.path).find(([key, ...deeper]) => deeper.length === 0 && wordIn(said, key) >= 0);
  return path === undefined ? undefined : `${path.join('.')}, ${file.locate(path)}`;
}

interface Stated {
  readonly path: string[];
  readonly text?: string;
}

function statedIn(value: unknown, path: string[] = []): Stated[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, part]) => [
    { path: [...path, key], text: typeof part === 'string' ? part : undefined }, ...statedIn(part, [...path, key]),
  ]);
}

function placeIn(said: string, path: string[], text: string | undefined): number {
  const key = path[path.length - 1];
  const named = /[A-Z]/.test(key) ? wordIn(said, key) : -1;
  return named < 0 && text !== undefined ? said.indexOf(`"${text}"`) : named;
}

function wordIn(said: string, word: string): number {
  return said.search(new RegExp(`(?<![A-Za-z])${word.replace(/[^A-Za-z]/g, '\\$&')}(?![A-Za-z])`));
}
