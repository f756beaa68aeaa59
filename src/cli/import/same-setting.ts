import { currentKey } from '../../flink/configuration/option-spelling';
import { FlinkVersion } from '../../flink/flink-version';
import { flinkOptions } from '../../flink/options/option-catalogue';
import { valueDialect } from '../../flink/options/value-dialect';
import { valueMeaning } from '../../flink/options/value-meaning';

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

function readAs(key: string, text: string, version: FlinkVersion): string {
  const found = flinkOptions(version).find(key);
  const option = found.is === 'option' ? found.option : found.is === 'older-spelling' && found.options.length === 1 ? found.options[0] : undefined;
  return valueMeaning(text, option?.type, valueDialect(version));
}
