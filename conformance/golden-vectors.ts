import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Question } from './answers';
import { Reply } from './oracle';

const FOLDER = join(__dirname, '..', 'test', 'vectors');

/**
 * Keeps the first questions of a suite with the real replies, one a line, so that `npm test` proves the
 * same without Java. Refusals keep the real words.
 */
export function writeVectors(name: string, answeredBy: string[], questions: Question[], replies: Reply[], count: number): void {
  const lines = questions.slice(0, count).map((question, index) => JSON.stringify({ ...question, ...inOrder(replies[index]) }));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `{ "answeredBy": ${JSON.stringify(answeredBy)}, "vectors": [\n${lines.join(',\n')}\n] }\n`);
}

/** Java's maps come in an order that changes from run to run. */
function inOrder<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(inOrder) as T;
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)])) as T;
}
