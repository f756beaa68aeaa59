import { FlinkSettings } from '../../flink/memory/memory-settings';
import { Refusal, shown } from '../../refusal';
import { LONG_MAX } from '../../units/java-text';

/** The keys that Flink looks an option up by, the first that is set wins. */
export type OptionKeys = readonly string[];

const DECIMAL = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?[fd]?$/i;
const WHOLE = /^[+-]?[0-9]+$/;

export function readText(settings: FlinkSettings, keys: OptionKeys): string | undefined {
  for (const key of keys) {
    const text = settings.get(key);
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
}

export function readBoolean(settings: FlinkSettings, key: string, otherwise: boolean): boolean {
  const text = settings.get(key);
  return text === undefined ? otherwise : readChoice(key, text, ['true', 'false']) === 'true';
}

/** One of some words, in whatever case. */
export function readChoice<T extends string>(key: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice.toUpperCase() === text.toUpperCase());
  if (chosen === undefined) {
    throw unreadable(key, text, choices.join(', '));
  }
  return chosen;
}

export function readNumber(settings: FlinkSettings, keys: OptionKeys, otherwise: number): number {
  const text = readText(settings, keys);
  if (text === undefined) {
    return otherwise;
  }
  if (!DECIMAL.test(text.trim())) {
    throw unreadable(keys[0], text, 'a decimal number');
  }
  return Number(text.trim().replace(/[fd]$/i, ''));
}

export function readWhole(settings: FlinkSettings, keys: OptionKeys, otherwise: number): number {
  const text = readText(settings, keys);
  return text === undefined ? otherwise : wholeNumber(keys[0], text);
}

function wholeNumber(key: string, text: string): number {
  const value = Number(text);
  if (!WHOLE.test(text) || Math.abs(value) > 2_147_483_647) {
    throw unreadable(key, text, 'a whole number of 32 bits');
  }
  return value;
}

/** A whole number of 64 bits. */
export function readWholeLong(settings: FlinkSettings, key: string): bigint | undefined {
  const text = settings.get(key);
  if (text === undefined) {
    return undefined;
  }
  const value = WHOLE.test(text) ? BigInt(text.replace(/^\+/, '')) : undefined;
  if (value === undefined || value > LONG_MAX || value < -LONG_MAX - 1n) {
    throw unreadable(key, text, 'a whole number of 64 bits');
  }
  return value;
}

export function unreadable(key: string, text: string, allowed: string): Refusal {
  return new Refusal({
    code: 'pod-option-value',
    what: `Flink cannot read ${key}`,
    got: shown(text),
    allowed,
    fix: 'write it so, or leave it unset for the default',
  });
}
