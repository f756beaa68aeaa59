import { parseArgs } from 'node:util';
import { brokenSuite, exampleSuite } from './admission-cases';
import { crdSuite } from './crd-cases';
import { writeVectors } from './golden-vectors';
import { durationSuite, memorySizeSuite, resourceMemorySuite } from './grammar-cases';
import { jobManagerSuite, rocksDbSuite, taskManagerSuite } from './memory-cases';
import { Oracle, Reply } from './oracle';
import { judge, Suite } from './suite';

const FLINK = ['1.20.5', '2.2.1'];
const OPERATOR = '1.16.1';
const DEFAULTS = { cases: '20000', seed: '20260522' };

const HELP = `Compares the library with the real classes of Flink ${FLINK.join(' and ')} and operator ${OPERATOR}.

  npm run conformance                               ${DEFAULTS.cases} random configurations, always the same
  npm run conformance -- --cases 50000 --seed 7     more of them, others

Needs Java 17 and Maven. With the default seed it also writes the golden vectors in test/vectors.
Exit status: 0 no disagreement, 1 some, 2 it could not run.`;

/** How many answers of each suite are kept for the tests without Java. */
const VECTORS: Record<string, [file: string, count: number]> = {
  'TaskManager memory': ['task-manager-memory', 150],
  'JobManager memory': ['job-manager-memory', 100],
  'RocksDB memory of a slot': ['rocksdb-memory', 60],
  'amounts of memory': ['memory-size', 150],
  'times': ['duration', 150],
  'resource memory': ['resource-memory', 150],
};

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { cases: { type: 'string', default: DEFAULTS.cases }, seed: { type: 'string', default: DEFAULTS.seed }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [cases, seed] = [wholeNumber('cases', values.cases), wholeNumber('seed', values.seed)];
  const keep = values.cases === DEFAULTS.cases && values.seed === DEFAULTS.seed;
  const texts = Math.max(1, Math.round(cases / 4));

  const forFlink = [
    taskManagerSuite(cases, seed), jobManagerSuite(cases, seed), rocksDbSuite(texts, seed), memorySizeSuite(texts, seed), durationSuite(texts, seed),
  ];
  const forOperator = [resourceMemorySuite(texts, seed), exampleSuite(), brokenSuite(), crdSuite()];

  console.log(`conformance: ${cases} cases, seed ${seed}\n`);
  let passed = 0;
  let failed = 0;
  for (const [oracle, suites] of [
    ...FLINK.map((version) => [Oracle.flink(version), forFlink] as const),
    [Oracle.operator(OPERATOR), forOperator] as const,
  ]) {
    oracle.build();
    for (const suite of suites) {
      const replies = await oracle.ask(suite.questions);
      const agrees = report(oracle, suite, replies);
      passed += agrees ? 1 : 0;
      failed += agrees ? 0 : 1;
      const vectors = VECTORS[suite.title];
      if (keep && agrees && vectors !== undefined) {
        writeVectors(vectors[0], suite === forOperator[0] ? [`operator ${OPERATOR}`] : FLINK, suite.questions, replies, vectors[1]);
      }
    }
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function report(oracle: Oracle, suite: Suite, replies: Reply[]): boolean {
  const { refusals, agreements, first } = judge(suite, replies);
  const cases = suite.questions.length;
  console.log(`${oracle.title.padEnd(16)} ${suite.title.padEnd(32)} ${String(cases).padStart(6)} cases (${refusals} refused)  ${agreements} agree`);
  if (cases === 0) {
    console.log('  nothing to compare: that is a failure too');
    return false;
  }
  if (first !== undefined) {
    console.log(`  first disagreement: ${JSON.stringify(first.question)}\n    ours    ${first.ours}\n    theirs  ${first.theirs}`);
  }
  return first === undefined;
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9][0-9]{0,7}$/.test(text)) {
    throw new Error(`--${name} must be a whole number from 1 to 99999999, got "${text}"`);
  }
  return Number(text);
}

main().then((status) => { process.exitCode = status; }, (error: Error) => {
  console.error(`conformance could not run: ${error.message}`);
  process.exitCode = 2;
});
