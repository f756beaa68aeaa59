import { DeclaredOption } from './read-options';
import { CatalogueFile, CatalogueRow } from '../../src/flink/options/catalogue-file';

/** An option as one line knows it. */
export interface OptionForm {
  readonly key: string;
  readonly type: string;
  readonly defaultText: string | null;
  readonly older: string[];
}

/**
 * The forms of a line, by key: of several fields with one key, the first that is not deprecated. A deprecated field
 * whose key another option still reads is no option besides, only its older spelling.
 */
export function formsOf(declared: DeclaredOption[]): Map<string, OptionForm> {
  const [deprecated, current] = [true, false].map((wanted) => declared
    .filter((option) => option.deprecated === wanted && isOfConfiguration(option)).map(formOf));
  const spellings = new Set(current.flatMap(({ key, older }) => [key, ...older]));
  // The last of a key stays, so the first goes in last.
  return new Map([...current, ...deprecated.filter(({ key }) => !spellings.has(key))].reverse().map((form) => [form.key, form]));
}

/** Not of a table's own, and not what a family says better: any key at all, or one that only a certain reporter reads. */
function isOfConfiguration({ prefix, key }: DeclaredOption): boolean {
  return !key.includes('#') && !key.endsWith('<parameter>') && (prefix === '' || prefix.endsWith('>'));
}

function formOf({ prefix, key, type, list, values, default: defaultText, older }: DeclaredOption): OptionForm {
  const one = type === 'Enum' ? `Enum(${values.join('|')})` : type;
  return {
    key: prefix === '' ? key : `${prefix}.${key}`,
    type: list ? `List<${one}>` : one,
    defaultText: defaultText === '97' ? '<processors>' : defaultText,
    older,
  };
}

export function catalogueFile(lines: string[], formsByLine: Map<string, OptionForm>[]): CatalogueFile {
  const linesOf = new Map<string, string[]>();
  formsByLine.forEach((forms, index) => [...forms.values()].forEach((form) => {
    const text = JSON.stringify(form);
    linesOf.set(text, [...linesOf.get(text) ?? [], lines[index]]);
  }));
  const spans = [...new Set([...linesOf.values()].map((span) => span.join(' ')))].sort();
  const types = [...new Set([...linesOf.keys()].map((text) => JSON.parse(text).type as string))].sort();
  const rows = [...linesOf].map(([text, span]): CatalogueRow => {
    const { key, type, defaultText, older } = JSON.parse(text) as OptionForm;
    const row = [key, spans.indexOf(span.join(' ')), types.indexOf(type)] as const;
    return older.length > 0 ? [...row, defaultText, older] : defaultText === null ? row : [...row, defaultText];
  });
  rows.sort(([one, at], [other, otherAt]) => one === other ? at - otherAt : one < other ? -1 : 1);
  return { lines, spans: spans.map((span) => span.split(' ')), types, options: rows };
}

/** One row a line, so that a change reads well. */
export function render({ lines, spans, types, options }: CatalogueFile): string {
  const rows = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(',\n');
  return `{"lines":${JSON.stringify(lines)},\n"spans":[\n${rows(spans)}\n],\n"types":[\n${rows(types)}\n],\n"options":[\n${rows(options)}\n]}\n`;
}
