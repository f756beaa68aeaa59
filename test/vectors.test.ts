import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer, Question } from '../conformance/answers';
import { admissionRefusalCode, memoryRefusalCode } from '../conformance/refusal-codes';

/** Questions with the replies of the real classes; `npm run conformance` writes them. */
interface Vectors {
  readonly answeredBy: string[];
  readonly vectors: (Question & { readonly value?: unknown; readonly refused?: string })[];
}

const FOLDER = join(__dirname, 'vectors');

/** A memory or a resource that is refused must be refused for the same reason; of a text it is enough that both refuse it. */
function refusalIn(op: string, theirs: string | undefined, ours?: string): string {
  const codeOf = op === 'admit' ? admissionRefusalCode : op.endsWith('ManagerMemory') ? memoryRefusalCode : undefined;
  return `refused ${codeOf === undefined ? '' : ours ?? codeOf(theirs!)}`;
}

test('there are vectors of every kind', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([
    ...['1.10', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16', 'texts'].map((answers) => `admission-${answers}.json`),
    'autoscaler.json', 'duration.json', 'job-manager-memory.json', 'memory-size.json', 'resource-memory.json', 'rocksdb-memory.json', 'task-manager-memory.json',
  ]);
});

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const { answeredBy, vectors } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Vectors;

  test(`equals what ${answeredBy.join(' and ')} answered`, () => {
    for (const { value, refused, ...question } of vectors) {
      const ours = answer(question);
      const theirs = refused === undefined ? value : refusalIn(question.op, refused);
      expect({ question, answer: 'value' in ours ? ours.value : refusalIn(question.op, refused, ours.refusal.code) }).toEqual({ question, answer: theirs });
    }
  });

  test('holds answers and refusals alike', () => {
    const refusals = vectors.filter(({ refused }) => refused !== undefined).length;
    expect(refusals).toBeGreaterThan(5);
    expect(vectors.length - refusals).toBeGreaterThan(5);
  });
});
