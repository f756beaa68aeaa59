/** What a single value of an option is, by the name of Flink's Java class. */
export type ScalarKind = 'Boolean' | 'Integer' | 'Long' | 'Float' | 'Double' | 'String' | 'Duration' | 'MemorySize' | 'Enum' | 'Map';

export interface OptionType {
  readonly kind: ScalarKind;
  /** A list of such values instead of one. */
  readonly list: boolean;
  /** The constants of an enum. */
  readonly constants: readonly string[];
}

const TEXT = /^(List<)?([A-Za-z]+)(?:\((.*)\))?>?$/s;

/** The type that the catalogue spells `List<Enum(a|b)>`. */
export function optionType(text: string): OptionType {
  const [, list, kind, constants] = TEXT.exec(text)!;
  return { kind: kind as ScalarKind, list: list !== undefined, constants: constants?.split('|') ?? [] };
}

/** For people: `list of Duration`, `one of A, B`. */
export function typeName({ kind, list, constants }: OptionType): string {
  const one = kind === 'Enum' ? `one of ${constants.join(', ')}` : kind;
  return list ? `list of ${one}` : one;
}
