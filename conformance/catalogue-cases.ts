import { formsOf, OptionForm } from './catalogue/catalogue-rows';
import { AUTOSCALER, FLINK, JarSet, OPERATOR } from './catalogue/published-jars';
import { readOptions } from './catalogue/read-options';
import { Reply } from './oracle';
import { Suite } from './suite';
import { catalogueFile, CatalogueRow } from '../src/flink/options/catalogue-file';

/** A suite whose replies are what the published jars of a line declare; without them, the registry does not have the jars. */
export interface CatalogueSuite {
  /** For example `Flink 1.20`. */
  readonly title: string;
  readonly compared?: { readonly suite: Suite; readonly replies: Reply[] };
}

/** Every option of every line, and that there is none besides: the committed catalogue is what the jars give. */
export function catalogueSuites(): CatalogueSuite[] {
  return [
    ...FLINK.map((set) => catalogueSuite('Flink', 'flink', set, () => true)),
    ...OPERATOR.map((set) => catalogueSuite('operator', 'operator', set, (key) => !isOfAutoscaler(key))),
    ...AUTOSCALER.map((set) => catalogueSuite('autoscaler', 'operator', set, isOfAutoscaler)),
  ];
}

function isOfAutoscaler(key: string): boolean {
  return key.startsWith('job.autoscaler.');
}

function catalogueSuite(title: string, file: 'flink' | 'operator', set: JarSet, belongs: (key: string) => boolean): CatalogueSuite {
  const declared = readOptions(set);
  if (declared === undefined) {
    return { title: `${title} ${set.line}` };
  }
  const published = formsOf(declared);
  const committed = committedForms(file, set.line, belongs);
  const keys = [...new Set([...published.keys(), ...committed.keys()])].sort();
  return {
    title: `${title} ${set.line}`,
    compared: {
      suite: {
        title: 'option catalogue',
        questions: keys.map((key) => ({ op: 'option', line: set.line, key })),
        ours: ({ value: { key } }) => ({ value: { key, form: committed.get(key) ?? null } }),
      },
      replies: keys.map((key) => ({ value: { key, form: published.get(key) ?? null } })),
    },
  };
}

function committedForms(of: 'flink' | 'operator', line: string, belongs: (key: string) => boolean): Map<string, OptionForm> {
  const { lines, types, options } = catalogueFile(of);
  const bit = 1 << lines.indexOf(line);
  const form = ([key, , type, defaultText = null, older = []]: CatalogueRow): OptionForm => ({ key, type: types[type], defaultText, older: [...older] });
  return new Map(options.filter(([key, mask]) => (mask & bit) !== 0 && belongs(key)).map((row) => [row[0], form(row)]));
}
