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
  const lines = questions.slice(0, count).map((question, index) => JSON.stringify({ ...question, ...replies[index] }));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `{ "answeredBy": ${JSON.stringify(answeredBy)}, "vectors": [\n${lines.join(',\n')}\n] }\n`);
}
