import { OptionType } from './option-type';
import { OptionValue, readOptionValue } from './option-value';
import { ValueDialect } from './value-dialect';
import { refusalIn } from '../../refusal';

/** A value in one spelling for all texts that mean the same; the text itself where it cannot be read, or its type is not known. */
export function valueMeaning(text: string, type: OptionType | undefined, dialect: ValueDialect): string {
  let value: OptionValue | undefined;
  if (type !== undefined) {
    refusalIn(() => { value = readOptionValue(text, type, dialect); });
  }
  return value === undefined ? text : JSON.stringify(value, plain);
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value instanceof Map ? [...value as Map<string, string>].sort() : value;
}
