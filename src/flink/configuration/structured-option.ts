import { Entry, splitEntries, splitEscaped } from './escaped-text';
import { FlinkSettings } from './flink-settings';
import { readText, OptionKey, unreadableOption } from './option-reading';

/** `a;b` as a list; undefined when the option is not set. */
export function readList(settings: FlinkSettings, option: OptionKey): string[] | undefined {
  const text = readText(settings, option);
  if (text === undefined) {
    return undefined;
  }
  const items = splitEscaped(text, ';');
  if (items === undefined) {
    throw unreadableOption(option, text, 'items with semicolons between, quotes closed', 'close the quotes');
  }
  return items;
}

/** `k:v,k2:v2`, or one option for each name behind the key. */
export function readEntries(settings: FlinkSettings, key: string): readonly Entry[] {
  const text = settings.get(key);
  return text === undefined ? entriesBehind(settings, `${key}.`) : entriesIn(key, text);
}

/** `k:v,k2:v2;k:v`, as Flink writes a list of maps. */
export function readEntryLists(settings: FlinkSettings, key: string): (readonly Entry[])[] {
  return (readList(settings, key) ?? []).map((text) => entriesIn(key, text));
}

/** The options whose keys begin so, by what follows. */
export function entriesBehind(settings: FlinkSettings, prefix: string): Entry[] {
  const entries: Entry[] = [];
  settings.forEach((value, key) => {
    if (key.length > prefix.length && key.startsWith(prefix)) {
      entries.push([key.slice(prefix.length), value]);
    }
  });
  return entries;
}

function entriesIn(key: string, text: string): Entry[] {
  const entries = splitEntries(text);
  if (entries === undefined) {
    throw unreadableOption(key, text, 'name:value pairs with commas between, each name once', 'quote a value that holds one of these signs');
  }
  return entries;
}
