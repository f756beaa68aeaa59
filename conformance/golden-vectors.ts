import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Reply } from './oracle';
import { Case } from './suite';

const FOLDER = join(__dirname, '..', 'test', 'vectors');

/**
 * Keeps the first questions of a suite with the real answers, one a line, so that `npm test` proves the
 * same without Java. Refusals keep Flink's own words.
 */
export function writeVectors(name: string, versions: string[], cases: Case[], replies: Reply[], count: number): void {
  const lines = cases.slice(0, count).map(({ question: { op: _, ...question } }, index) => JSON.stringify({ ...question, ...replies[index] }));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `{ "answeredBy": ${JSON.stringify(versions)}, "vectors": [\n${lines.join(',\n')}\n] }\n`);
}
