import fc from 'fast-check';
import { Fraction, parseFloatText } from '../../../src/flink/memory/fraction';

const fraction = (text: string) => new Fraction('some.fraction', parseFloatText('some.fraction', text));

test('10 % of 1,000,000,000 bytes is 100,000,001', () => expect(fraction('0.1').of(1_000_000_000n)).toBe(100_000_001n));

test.each<[string, bigint, bigint]>([
  // text, of 10^16, beside 10^16
  ['0.1', 1_000_000_014_901_161n, 1_111_111_129_507_606n],
  ['0.2', 2_000_000_029_802_322n, 2_500_000_046_566_129n],
  ['0.4', 4_000_000_059_604_645n, 6_666_666_832_235_126n],
  ['.5', 5_000_000_000_000_000n, 10_000_000_000_000_000n],
  ['1e-1', 1_000_000_014_901_161n, 1_111_111_129_507_606n],
  [' 0.1f ', 1_000_000_014_901_161n, 1_111_111_129_507_606n],
  ['0', 0n, 0n],
])('%j is a 32-bit float, widened', (text, part, partOfRest) => {
  expect(fraction(text).of(10n ** 16n)).toBe(part);
  expect(fraction(text).besides(10n ** 16n)).toBe(partOfRest);
});

test('a part is never more than the whole, and more whole never less part', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.bigInt(0n, 2n ** 45n), fc.bigInt(0n, 2n ** 45n), (value, whole, more) => {
    const part = fraction(String(value));
    expect(part.of(whole) <= whole).toBe(true);
    expect(part.of(whole + more) >= part.of(whole)).toBe(true);
  }));
});
