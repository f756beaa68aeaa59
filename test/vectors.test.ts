import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer, Question } from '../conformance/answers';
import { admissionRefusalCode, memoryRefusalCode } from '../conformance/refusal-codes';
import { FLINK, OPERATOR } from '../conformance/releases';
import { Suite } from '../conformance/suite';
import { FLINK_SUITES, OPERATOR_SUITES } from '../conformance/suites';

/** Questions with the replies of the real classes; `npm run conformance` writes them. */
interface Vectors {
  readonly answeredBy: string[];
  readonly vectors: (Question & { readonly value?: unknown; readonly refused?: string })[];
}

const FOLDER = join(__dirname, 'vectors');
/** Pods have a test of their own, beside their code. */
const FILES = readdirSync(FOLDER).filter((file) => !file.startsWith('pods-'));

/** A memory or a resource that is refused must be refused for the same reason; of a text it is enough that both refuse it. */
function refusalIn(op: string, theirs: string | undefined, ours?: string): string {
  const codeOf = op === 'admit' ? admissionRefusalCode : op.endsWith('ManagerMemory') ? memoryRefusalCode : undefined;
  return `refused ${codeOf === undefined ? '' : ours ?? codeOf(theirs!)}`;
}

function filesOf(suites: readonly Suite<any>[], lines: readonly string[]): string[] {
  return suites.flatMap(({ vectors, vectorsOfEach }) => {
    const [file] = vectors ?? [];
    return file === undefined ? [] : vectorsOfEach === true ? lines.map((line) => `${file}-${line}.json`) : [`${file}.json`];
  });
}

test('there are vectors of every kind', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([
    ...filesOf(FLINK_SUITES, FLINK.map(({ minorLine }) => minorLine)),
    ...filesOf(OPERATOR_SUITES, OPERATOR.map(([{ minorLine }]) => minorLine)),
  ].sort());
});

describe.each(FILES)('%s', (file) => {
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
