import { broken } from './broken-rule';
import { FlinkSettings } from '../../flink/memory/memory-settings';
import { shown } from '../../refusal';
import { parseDuration } from '../../units/flink-duration';

/** An option and the other keys that it is read from, in the order in which they are looked for. */
export interface ReadOption {
  readonly key: string;
  readonly others?: readonly string[];
}

/** The text of the first key that is set. */
export function textOf(settings: FlinkSettings, { key, others }: ReadOption): string | undefined {
  const found = settings.get(key);
  if (found !== undefined || others === undefined) {
    return found;
  }
  const other = others.find((candidate) => settings.has(candidate));
  return other === undefined ? undefined : settings.get(other);
}

/** True or false in any case; the operator stops at anything else. */
export function flagOf(settings: FlinkSettings, option: ReadOption, otherwise: boolean): boolean {
  const text = textOf(settings, option);
  if (text === undefined) {
    return otherwise;
  }
  const upper = text.toUpperCase();
  if (upper !== 'TRUE' && upper !== 'FALSE') {
    throw unreadable(option.key, text, 'true or false', 'write true or false');
  }
  return upper === 'TRUE';
}

/** Nanoseconds; the operator stops at what Flink cannot read. */
export function durationOf(settings: FlinkSettings, option: ReadOption, otherwise: bigint): bigint {
  const text = textOf(settings, option);
  if (text === undefined) {
    return otherwise;
  }
  try {
    return parseDuration(text);
  } catch {
    throw unreadable(option.key, text, 'a whole number with d, h, min, s or ms', 'write for example "10min"');
  }
}

/** Neither accepted nor refused by a rule: the operator's validator itself fails, which keeps the resource out as well. */
export function unreadable(key: string, text: string, allowed: string, fix: string) {
  return broken('unreadable-option', `the operator cannot read ${key}, and its admission fails`, shown(text), allowed, fix);
}
