import { FlinkSettings } from '../memory/memory-settings';
import { Refusal, shown } from '../../refusal';

const SMALLEST = -2_147_483_648;
const LARGEST = 2_147_483_647;

/** The value of an option that holds a Java `Integer`, or its default. */
export function readWholeNumber(settings: FlinkSettings, key: string, byDefault: number, atLeast = SMALLEST): number {
  const text = settings.get(key);
  const value = text === undefined ? byDefault : Number(text);
  if (text !== undefined && (!/^[+-]?[0-9]+$/.test(text) || value > LARGEST || value < atLeast)) {
    throw new Refusal({
      code: 'whole-number',
      what: `${key} must be a whole number`,
      got: shown(text),
      allowed: `${atLeast === SMALLEST ? 'at most 32 bits' : `${atLeast} and more`}, in digits`,
      fix: 'write a whole number',
    });
  }
  return value;
}
