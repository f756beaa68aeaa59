import { DeclaredOption } from './read-options';

/** Options of several lines as the package keeps them; `src/flink/options` reads it. */
export interface CatalogueFile {
  readonly lines: string[];
  /** Spelled once, since many options share one. */
  readonly types: string[];
  readonly options: CatalogueRow[];
}

/** Bit n of `lines` stands for line n; an option that differs between lines has a row for each form. */
export type CatalogueRow = [key: string, lines: number, type: number, defaultText?: string | null, older?: string[]];

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
  for (const option of [...declared].sort((one, other) => Number(one.deprecated) - Number(other.deprecated))) {
    const form = formOf(option);
    // Stands for any name at all below a prefix, which an open family says.
    if (!forms.has(form.key) && !form.key.endsWith('<parameter>')) {
      forms.set(form.key, form);
    }
  }
  return forms;
}

function formOf({ prefix, key, type, list, values, default: defaultText, older }: DeclaredOption): OptionForm {
  const one = type === 'Enum' ? `Enum(${values.join('|')})` : type;
  return {
    // Reporters document their keys below a name that they chose as an example.
    key: prefix === '' ? key : `${prefix.replace(/^(metrics|traces|events)\.reporter\..*/, '$1.reporter.<name>')}.${key}`,
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
    const row = rows.get(identity) ?? [key, 0, code, ...(older.length > 0 ? [defaultText, older] : defaultText === null ? [] : [defaultText])] as CatalogueRow;
    row[1] |= 1 << index;
    rows.set(identity, row);
  }));
  return { lines, types, options: [...rows.values()].sort(([one, at], [other, otherAt]) => (one === other ? at - otherAt : one < other ? -1 : 1)) };
}

/** One row a line, so that a change reads well. */
export function render({ lines, types, options }: CatalogueFile): string {
  const rows = (values: unknown[]) => values.map((value) => JSON.stringify(value)).join(',\n');
  return `{"lines":${JSON.stringify(lines)},\n"types":[\n${rows(types)}\n],\n"options":[\n${rows(options)}\n]}\n`;
}
