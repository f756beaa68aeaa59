import { isDeepStrictEqual } from 'node:util';
import { formsOf, OptionForm } from './catalogue-rows';
import { AUTOSCALER, FLINK, JarSet, OPERATOR } from './published-jars';
import { readOptions } from './read-options';
import { catalogueFile, CatalogueRow } from '../../src/flink/options/catalogue-file';

/** What the committed catalogue and the published jars say of one line. */
export interface CatalogueComparison {
  /** For example `Flink 1.20`. */
  readonly title: string;
  /** Undefined when the registry does not have the jars. */
  readonly compared?: { readonly options: number; readonly agreements: number; readonly first?: Difference; readonly seconds: number };
}

interface Difference {
  readonly ours?: OptionForm;
  readonly theirs?: OptionForm;
}

/** Line by line: every option that either side has. */
export function* catalogueComparisons(): Generator<CatalogueComparison> {
  for (const set of FLINK) {
    yield comparison('Flink', 'flink', set, () => true);
  }
  for (const set of OPERATOR) {
    yield comparison('operator', 'operator', set, (key) => !isOfAutoscaler(key));
  }
  for (const set of AUTOSCALER) {
    yield comparison('autoscaler', 'operator', set, isOfAutoscaler);
  }
}

function isOfAutoscaler(key: string): boolean {
  return key.startsWith('job.autoscaler.');
}

function comparison(what: string, file: 'flink' | 'operator', set: JarSet, belongs: (key: string) => boolean): CatalogueComparison {
  const title = `${what} ${set.line}`;
  const started = performance.now();
  const declared = readOptions(set);
  if (declared === undefined) {
    return { title };
  }
  const published = formsOf(declared);
  const committed = committedForms(file, set.line, belongs);
  const keys = [...new Set([...published.keys(), ...committed.keys()])];
  const differing = keys.filter((key) => !isDeepStrictEqual(committed.get(key), published.get(key)));
  const first = differing.length === 0 ? undefined : { ours: committed.get(differing[0]), theirs: published.get(differing[0]) };
  const seconds = (performance.now() - started) / 1000;
  return { title, compared: { options: keys.length, agreements: keys.length - differing.length, first, seconds } };
}

function committedForms(of: 'flink' | 'operator', line: string, belongs: (key: string) => boolean): Map<string, OptionForm> {
  const { spans, types, options } = catalogueFile(of);
  const form = ([key, , type, defaultText = null, older = []]: CatalogueRow): OptionForm => (
    { key, type: types[type], defaultText, older: [...older] });
  return new Map(options.filter(([key, span]) => spans[span].includes(line) && belongs(key)).map((row) => [row[0], form(row)]));
}
