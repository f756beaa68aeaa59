import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogueFile, formsOf, OptionForm, render } from './catalogue-rows';
import { catalogueComparisons } from './compare';
import { AUTOSCALER, FLINK, FLINK_LINES, JarSet, OPERATOR, OPERATOR_LINES } from './published-jars';
import { names, readOptions } from './read-options';

const FOLDER = join(__dirname, '..', '..', 'src', 'flink', 'options');

const HELP = `The options of Flink and of the operator, as the package keeps them in src/flink/options/*.json.

  npm run catalogue                 reads all published jars and writes the files anew
  npm run catalogue -- --check      compares the files with the jars that the registry has

Needs Java 17 and Maven; to write, also the jars of every release of the operator, in the registry or in the local
repository that MAVEN_OPTS=-Dmaven.repo.local=… names.
Exit status: 0 written or equal, 1 some differ, 2 it could not run.`;

function main(): number {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  return values.check ? check() : writeAll();
}

function writeAll(): number {
  // First all of them, so that nothing is written when one is missing.
  const flink = FLINK.map(forms);
  const operator = OPERATOR.map((set, index) => new Map([...forms(set), ...forms(AUTOSCALER[index])]));
  write('flink-options.json', FLINK_LINES, flink);
  write('operator-options.json', OPERATOR_LINES, operator);
  return 0;
}

function forms(set: JarSet): Map<string, OptionForm> {
  const declared = readOptions(set);
  if (declared === undefined) {
    throw new Error(`the registry does not have ${names(set)}`);
  }
  return formsOf(declared);
}

function write(file: string, lines: string[], formsByLine: Map<string, OptionForm>[]): void {
  const catalogue = catalogueFile(lines, formsByLine);
  writeFileSync(join(FOLDER, file), render(catalogue));
  console.log(`${file}: ${catalogue.options.length} rows of ${formsByLine.map((each) => each.size).join(', ')} options`);
}

function check(): number {
  let differing = 0;
  for (const { title, compared } of catalogueComparisons()) {
    console.log(`${title.padEnd(16)} ${compared === undefined ? 'not in the registry: not compared' : `${compared.options} options  ${compared.agreements} agree`}`);
    if (compared?.first !== undefined) {
      console.log(`  first disagreement\n    ours    ${JSON.stringify(compared.first.ours)}\n    theirs  ${JSON.stringify(compared.first.theirs)}`);
    }
    differing += compared === undefined ? 0 : compared.options - compared.agreements;
  }
  return differing === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`the catalogue could not run: ${(error as Error).message}`);
  process.exitCode = 2;
}
