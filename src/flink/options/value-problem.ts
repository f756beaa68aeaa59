import { OptionCatalogue } from './option-catalogue';
import { readOptionValue } from './option-value';
import { ValueDialect } from './value-dialect';
import { Refusal } from '../../refusal';
import { holdsSecret } from '../configuration/sensitive-key';

/** Why Flink cannot read a setting, in its own grammar; undefined when it can, or when nothing is known about the key. */
export function valueProblem(catalogue: OptionCatalogue, key: string, text: string, dialect: ValueDialect): Refusal | undefined {
  const found = catalogue.find(key);
  // Below a map every text is a value of it.
  if (!('option' in found) || (found.is === 'member' && found.option.type.kind === 'Map' && !found.option.key.includes('<'))) {
    return undefined;
  }
  try {
    readOptionValue(text, found.option.type, dialect, holdsSecret(key, text) ? 'a text that may be a secret' : undefined);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) {
      return error;
    }
    throw error;
  }
}
