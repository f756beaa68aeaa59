import { Option, OptionCatalogue } from './option-catalogue';
import { OptionType } from './option-type';
import { readOptionValue } from './option-value';
import { ValueDialect } from './value-dialect';
import { Refusal, refusalIn } from '../../refusal';

/** Why Flink cannot read a setting, in its own grammar; undefined when it can, or when nothing is known about the key. */
export function valueProblem(catalogue: OptionCatalogue, key: string, text: string, dialect: ValueDialect): Refusal | undefined {
  const found = catalogue.find(key);
  const options = 'options' in found ? found.options : 'option' in found && !isEntry(found) ? [found.option] : [];
  return options.map(({ type }) => problem(type, key, text, dialect)).find((each) => each !== undefined);
}

/** Below a map every text is a value of it. */
function isEntry({ is, option }: { readonly is: string; readonly option: Option }): boolean {
  return is === 'member' && option.type.kind === 'Map' && !option.key.includes('<');
}

function problem(type: OptionType, key: string, text: string, dialect: ValueDialect): Refusal | undefined {
  return refusalIn(() => readOptionValue(text, type, dialect, key));
}
