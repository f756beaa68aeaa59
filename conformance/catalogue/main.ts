import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFile, formsOf, OptionForm, render } from './catalogue-rows';
import { AUTOSCALER, FLINK, FLINK_LINES, JarSet, OPERATOR, OPERATOR_LINES } from './published-jars';
import { names, readOptions } from './read-options';

const FOLDER = join(__dirname, '..', '..', 'src', 'flink', 'options');

/** Reads the jars of every line and release and writes the two files of the catalogue. */
function main(): void {
  write('flink-options.json', FLINK_LINES, FLINK.map(forms));
  write('operator-options.json', OPERATOR_LINES, OPERATOR.map((set, index) => new Map([...forms(set), ...forms(AUTOSCALER[index])])));
}

function forms(set: JarSet): Map<string, OptionForm> {
  const declared = readOptions(set);
  if (declared === undefined) {
    throw new Error(`no registry at hand has ${names(set)}; what is in the catalogue for them stays as it is only if you do not write it anew`);
  }
  return formsOf(declared);
}

function write(file: string, lines: string[], formsByLine: Map<string, OptionForm>[]): void {
  const catalogue = catalogueFile(lines, formsByLine);
  writeFileSync(join(FOLDER, file), render(catalogue));
  console.log(`${file}: ${catalogue.options.length} rows of ${formsByLine.map((each) => each.size).join(', ')} options`);
}

main();
