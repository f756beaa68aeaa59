import { UnusableInput } from './unusable-input';
import { Refusal } from '../refusal';

/** Refuses `-` in two places, of which the second is named; words say what both would be read as. */
export function standardInputOnce(places: readonly (string | undefined)[], second: string, words: string, fix = 'put one of them into a file'): void {
  if (places.filter((place) => place === '-').length > 1) {
    throw new UnusableInput(second, [new Refusal({
      code: 'input-file', what: 'the standard input can be read only once', got: `- ${words}`, allowed: '- for one of the two', fix,
    })]);
  }
}
