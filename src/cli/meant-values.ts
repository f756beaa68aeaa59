import { KeyNeighbours } from '../flink/options/nearest-key';

/** The spellings of a choice that a word may stand for: `Deduplication`, `dedup`, `asyncEnrichment`, `stream join`. */
export function meantValues(values: string[], said: string): string[] {
  const near = new KeyNeighbours(values).of(said);
  if (near.length > 0) {
    return near.slice(0, 1);
  }
  const words = said.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/).filter((word) => word !== '');
  const begun = (value: string, some: string[]) => some.length > 0 && some.every((word) => value.toLowerCase().split(/[ -]/).some((part) => part.startsWith(word)));
  const whole = values.filter((value) => begun(value, words));
  return whole.length > 0 ? whole : values.filter((value) => begun(value, words.slice(-1)));
}
