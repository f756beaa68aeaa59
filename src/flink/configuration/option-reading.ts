import { FlinkSettings } from './flink-settings';
import { booleanNamed, constantNamed } from './named-constant';
import { valueShown } from './sensitive-key';
import { Refusal } from '../../refusal';
import { parseDuration } from '../../units/flink-duration';
import { INT_MIN, parseJavaDouble, parseJavaInt, parseJavaLong } from '../../units/java-number';

/** An option by its current key, and by the older ones that Flink falls back to, in its order. */
export interface KeyedOption {
  readonly key: string;
  readonly older?: readonly string[];
}

/** An option that never had another key is given by that alone. */
export type OptionKey = KeyedOption | string;

export function readText(settings: FlinkSettings, option: OptionKey): string | undefined {
  if (typeof option === 'string') {
    return settings.get(option);
  }
  let text = settings.get(option.key);
  for (let next = 0; text === undefined && next < (option.older?.length ?? 0); next++) {
    text = settings.get(option.older![next]);
  }
  return text;
}

export function readBoolean(settings: FlinkSettings, option: OptionKey, otherwise: boolean): boolean {
  return read(settings, option, booleanNamed, 'true or false', 'write true or false') ?? otherwise;
}

/** One of some words, in whatever case. */
export function readChoice<T extends string>(settings: FlinkSettings, option: OptionKey, choices: readonly T[]): T | undefined {
  return read(settings, option, (text) => constantNamed(choices, text), choices.join(', '), 'write one of these, or leave it unset');
}

/** An `Integer` of Java. */
export function readWholeNumber(settings: FlinkSettings, option: OptionKey, otherwise: number, atLeast = INT_MIN): number {
  const parse = (text: string) => {
    const value = parseJavaInt(text);
    return value === undefined || value < atLeast ? undefined : value;
  };
  return read(settings, option, parse, `${atLeast === INT_MIN ? 'at most 32 bits' : `${atLeast} and more`}, in digits`, 'write a whole number') ?? otherwise;
}

/** A `Long` of Java. */
export function readLong(settings: FlinkSettings, option: OptionKey): bigint | undefined {
  return read(settings, option, parseJavaLong, 'at most 64 bits, in digits', 'write a whole number');
}

export function readDecimal(settings: FlinkSettings, option: OptionKey, otherwise: number): number {
  return read(settings, option, parseJavaDouble, 'a decimal number', 'write for example 0.5') ?? otherwise;
}

/** Nanoseconds. */
export function readTime(settings: FlinkSettings, option: OptionKey, otherwise: bigint): bigint {
  return read(settings, option, time, 'a whole number with d, h, min, s or ms', 'write for example "10min"') ?? otherwise;
}

/** What Flink's own classes cannot read, in the operator as in a cluster: whoever asks for the option fails. */
export function unreadableOption(option: OptionKey, text: string, allowed: string, fix: string): Refusal {
  const key = typeof option === 'string' ? option : option.key;
  return new Refusal({ code: 'option-value', what: `Flink cannot read ${key}`, got: valueShown(key, text), allowed, fix });
}

function read<T>(settings: FlinkSettings, option: OptionKey, parse: (text: string) => T | undefined, allowed: string, fix: string): T | undefined {
  const text = readText(settings, option);
  if (text === undefined) {
    return undefined;
  }
  const value = parse(text);
  if (value === undefined) {
    throw unreadableOption(option, text, allowed, fix);
  }
  return value;
}

function time(text: string): bigint | undefined {
  try {
    return parseDuration(text);
  } catch {
    return undefined;
  }
}
