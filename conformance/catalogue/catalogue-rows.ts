import { DeclaredOption } from './read-options';
import { CatalogueFile, CatalogueRow } from '../../src/flink/options/catalogue-file';

/** An option as one line knows it. */
export interface OptionForm {
  readonly key: string;
  readonly type: string;
  readonly defaultText: string | null;
  readonly older: string[];
}

/** The forms of a line, by key: of several fields with one key, the first that is not deprecated. */
export function formsOf(declared: DeclaredOption[]): Map<string, OptionForm> {
  const forms = new Map<string, OptionForm>();
  for (const option of declared.filter(isOfConfiguration).sort((one, other) => Number(one.deprecated) - Number(other.deprecated))) {
    const form = formOf(option);
    if (!forms.has(form.key)) {
      forms.set(form.key, form);
    }
  }
  return forms;
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
  const types: string[] = [];
  const rows = new Map<string, CatalogueRow>();
  formsByLine.forEach((forms, index) => [...forms.values()].forEach(({ key, type, defaultText, older }) => {
    const known = types.indexOf(type);
    const code = known === -1 ? types.push(type) - 1 : known;
    const identity = JSON.stringify([key, code, defaultText, older]);
    const mask = (rows.get(identity)?.[1] ?? 0) | 1 << index;
    rows.set(identity, [key, mask, code, ...(older.length > 0 ? [defaultText, older] as const : defaultText === null ? [] as const : [defaultText] as const)]);
  }));
  return { lines, types, options: [...rows.values()].sort(([one, at], [other, otherAt]) => (one === other ? at - otherAt : one < other ? -1 : 1)) };
}

/** One row a line, so that a change reads well. */
export function render({ lines, types, options }: CatalogueFile): string {
  const rows = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(',\n');
  return `{"lines":${JSON.stringify(lines)},\n"types":[\n${rows(types)}\n],\n"options":[\n${rows(options)}\n]}\n`;
}
