import { currentKey } from '../../flink/configuration/option-spelling';
import { FlinkVersion } from '../../flink/flink-version';
import { flinkOptions } from '../../flink/options/option-catalogue';
import { OptionValue, readOptionValue } from '../../flink/options/option-value';
import { valueDialect } from '../../flink/options/value-dialect';
import { Refusal } from '../../refusal';

/** Settings by the keys that all their spellings share; of two spellings the current one wins, as in Flink. */
export function underCurrentKeys(settings: ReadonlyMap<string, string>): Map<string, string> {
  const current = new Map<string, string>();
  settings.forEach((value, key) => {
    if (currentKey(key) === key || !settings.has(currentKey(key))) {
      current.set(currentKey(key), value);
    }
  });
  return current;
}

/** Whether two texts are one value for this line of Flink: `60s` and `1 min`. */
export function sameValue(key: string, one: string, other: string, version: FlinkVersion | undefined): boolean {
  return one === other || (version !== undefined && readAs(key, one, version) === readAs(key, other, version));
}

/** The value as text of its own, or the text itself where it is of no known type, or none that Flink reads. */
function readAs(key: string, text: string, version: FlinkVersion): string {
  const found = flinkOptions(version).find(key);
  const option = found.is === 'option' ? found.option : found.is === 'older-spelling' && found.options.length === 1 ? found.options[0] : undefined;
  try {
    return option === undefined ? text : `${option.type.kind} ${shownValue(readOptionValue(text, option.type, valueDialect(version)))}`;
  } catch (error) {
    if (error instanceof Refusal) {
      return text;
    }
    throw error;
  }
}

function shownValue(value: OptionValue): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner instanceof Map ? [...inner].sort() : inner));
}
