import { parseArgs } from 'node:util';
import { CatalogueComparison, catalogueComparisons } from './catalogue/compare';
import { Comparison, comparisons } from './comparison';
import { manifestsAgree } from './manifests/report';
import { Oracle } from './oracle';
import { FLINK, OPERATOR } from './releases';
import { Outcome } from './run';

const DEFAULTS = { cases: '20000', seed: '20260522' };

const HELP = `Compares the library with the real classes of Flink ${FLINK.map(({ exact }) => exact).join(', ')}
and of the operator ${OPERATOR.map(([, exact]) => exact).join(', ')}.

  npm run conformance                               always the same random cases, ${DEFAULTS.cases} of the largest suites
  npm run conformance -- --cases 50000 --seed 7     more of all suites, others
  npm run conformance -- --operator 1.15            one release alone; --flink 2.2 likewise; both may be repeated
  npm run conformance -- --only memory              suites with this in their title
  npm run conformance -- --manifests folder         no random cases, but the manifests in a folder or a file

Needs Java 17 and Maven. With the default number and seed it also writes the golden vectors in test/vectors.
An older release of the operator that the registry does not have is not compared.
Exit status: 0 no disagreement, 1 some, 2 it could not run.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: DEFAULTS.cases },
      seed: { type: 'string', default: DEFAULTS.seed },
      flink: { type: 'string', multiple: true, default: [] },
      operator: { type: 'string', multiple: true, default: [] },
      only: { type: 'string', default: '' },
      manifests: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (values.manifests !== undefined) {
    return await manifestsAgree(values.manifests, values.operator) ? 0 : 1;
  }
  const [cases, seed] = [wholeNumber('cases', values.cases), wholeNumber('seed', values.seed)];
  const whole = values.cases === DEFAULTS.cases && values.seed === DEFAULTS.seed;
  const todo = comparisons({ ...values, scale: cases / Number(DEFAULTS.cases), seed });
  const withCatalogue = values.flink.length + values.operator.length === 0 && 'option catalogue'.includes(values.only);
  if (todo.length === 0 && !withCatalogue) {
    throw new Error('nothing to compare: no such release or suite; --help shows how to narrow a run');
  }

  console.log(`conformance: ${cases} cases, seed ${seed}\n`);
  console.log(row('oracle', 'suite', ['cases', 'refused', 'agree', 'seconds']));
  const verdicts: boolean[] = [];
  for await (const agrees of suiteVerdicts(todo, whole)) {
    verdicts.push(agrees);
  }
  if (withCatalogue) {
    verdicts.push(...catalogueVerdicts());
  }
  const failed = verdicts.filter((agrees) => !agrees).length;
  console.log(`\n${verdicts.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : verdicts.length > 0 ? 0 : 2;
}

/** Suite by suite, whether all answers agree. */
async function* suiteVerdicts(todo: readonly Comparison[], keep: boolean): AsyncGenerator<boolean> {
  const compiling = inTurn(todo);
  for (const { program, required, suites } of todo) {
    if (!await compiling.next().then(({ value }) => value)) {
      if (required) {
        throw new Error(`the registry does not have the jars of ${program.title}`);
      }
      console.log(`${program.title.padEnd(16)} not in the registry: not compared`);
      continue;
    }
    const oracle = new Oracle(program);
    try {
      for (const suite of suites) {
        if (suite.ownJars && !program.ownJars) {
          console.log(`${program.title.padEnd(16)} ${suite.title.padEnd(32)} needs jars that are not in the registry: not compared`);
          continue;
        }
        const outcome = await suite.run(oracle, program.ownJars);
        const agrees = report(program.title, suite.title, outcome);
        if (keep && agrees) {
          suite.keep(outcome);
        }
        yield agrees;
      }
    } finally {
      oracle.stop();
    }
  }
}

/** Line by line, whether the committed catalogue is what the jars declare. */
function* catalogueVerdicts(): Generator<boolean> {
  for (const { title, compared } of catalogueComparisons()) {
    if (compared === undefined) {
      console.log(`${title.padEnd(16)} option catalogue: not in the registry: not compared`);
    } else {
      yield reportCatalogue(title, compared);
    }
  }
}

/** Compiles one program after the other, ahead of those that wait for them. */
async function* inTurn(todo: readonly Comparison[]): AsyncGenerator<boolean, boolean> {
  let ahead = todo[0].program.build();
  for (let index = 0; index < todo.length; index++) {
    const built = await ahead;
    if (index + 1 < todo.length) {
      ahead = todo[index + 1].program.build();
      // Told when its turn comes.
      ahead.catch(() => undefined);
    }
    yield built;
  }
  return false;
}

function report(oracle: string, suite: string, { cases, withheld, refused, agree, seconds, note, smallest }: Outcome): boolean {
  console.log(row(oracle, suite, [String(cases), String(refused), String(agree), seconds.toFixed(1)]));
  if (withheld > 0) {
    console.log(`  ${withheld} more need jars that are not in the registry: not compared`);
  }
  if (note !== undefined) {
    console.log(`  ${note}`);
  }
  if (cases === 0) {
    console.log('  nothing to compare: that is a failure too');
  }
  if (smallest !== undefined) {
    console.log(`  first disagreement, made small: ${JSON.stringify(smallest.question)}\n    ours    ${smallest.ours}\n    theirs  ${smallest.theirs}`);
  }
  return cases > 0 && smallest === undefined;
}

function reportCatalogue(title: string, { options, agreements, first, seconds }: NonNullable<CatalogueComparison['compared']>): boolean {
  console.log(row(title, 'option catalogue', [String(options), '0', String(agreements), seconds.toFixed(1)]));
  if (first !== undefined) {
    console.log(`  first disagreement\n    ours    ${JSON.stringify(first.ours)}\n    theirs  ${JSON.stringify(first.theirs)}`);
  }
  return first === undefined;
}

function row(oracle: string, suite: string, numbers: string[]): string {
  return `${oracle.padEnd(16)} ${suite.padEnd(32)} ${numbers.map((number) => number.padStart(8)).join('')}`;
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
