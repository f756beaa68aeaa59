import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Question } from '../conformance/answers';
import { disagreement } from '../conformance/judge';
import { Reply } from '../conformance/oracle';
import { FLINK, OPERATOR } from '../conformance/releases';
import { Suite } from '../conformance/suite';
import { FLINK_SUITES, OPERATOR_SUITES } from '../conformance/suites';

/** Questions with the replies of the real classes; `npm run conformance` writes them. */
interface Vectors {
  readonly answeredBy: string[];
  readonly vectors: (Question & Reply)[];
}

const FOLDER = join(__dirname, 'vectors');

/** The files that a suite keeps its answers in. */
function filesOf(suites: readonly Suite<any>[], lines: readonly string[]): [file: string, suite: Suite<any>][] {
  return suites.flatMap((suite) => {
    const [file] = suite.vectors ?? [];
    const files = file === undefined ? [] : suite.vectorsOfEach === true ? lines.map((line) => `${file}-${line}.json`) : [`${file}.json`];
    return files.map((name): [string, Suite<any>] => [name, suite]);
  });
}

const FILES = [
  ...filesOf(FLINK_SUITES, FLINK.map(({ minorLine }) => minorLine)),
  ...filesOf(OPERATOR_SUITES, OPERATOR.map(([{ minorLine }]) => minorLine)),
];

test('there are vectors of every kind', () => expect(readdirSync(FOLDER).sort()).toEqual(FILES.map(([file]) => file).sort()));

describe.each(FILES)('%s', (file, suite) => {
  const { answeredBy, vectors } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Vectors;

  test(`equals what ${answeredBy.join(' and ')} answered`, () => {
    for (const { value, refused, ...question } of vectors) {
      expect(disagreement(suite, question as Question, refused === undefined ? { value } : { refused })).toBeUndefined();
    }
  });

  test('holds several answers', () => expect(vectors.filter(({ refused }) => refused === undefined).length).toBeGreaterThan(5));
});
