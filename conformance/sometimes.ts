import * as fc from 'fast-check';

/** In so many percent of the cases; else nothing. */
export function sometimes<T>(value: fc.Arbitrary<T>, percent = 50): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary: value });
}
