import fc from 'fast-check';
import { countedIn, parseQuantity, plainBytes, quantityAsDouble } from '../../src/units/quantity';
import { refusalOf } from '../refusals';

test.each<[string, bigint, number]>([
  ['2Gi', 2n * 1024n ** 3n, 0], ['1.5', 15n, 1], ['500m', 500n, 3], ['-1Ki', -1024n, 0], ['.5', 5n, 1], ['+5.', 5n, 0], ['1e3', 1000n, 0], ['1E-3', 1n, 3],
  ['1Ei', 1_152_921_504_606_847n, -3], ['1E', 10n ** 15n, -3], ['1e20', 10n ** 15n, -5], ['.Gi', 0n, 0], ['1m5', 100_000n, 0], ['0e0', 0n, 0],
])('%j', (text, digits, scale) => expect(parseQuantity(text)).toEqual({ digits, scale }));

test.each(['', 'Gi', 'x', '1GB', '1gi', '1K', '1e', '1e3x', '1 Gi', '1,5', '--1', '1Ki5'])('%j is none', (text) => {
  expect(refusalOf(() => parseQuantity(text)).message).toContain(`[quantity-text]\n  got      "${text}"\n`);
});

test('whole numbers are what they say', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 62n }), (whole) => expect(plainBytes(parseQuantity(`${whole}`))).toBe(whole)));
});

test('fractions, exponents and what is below zero have no plain bytes', () => {
  expect(['1.0', '1E', '-1', '9223372036854775808'].map((text) => plainBytes(parseQuantity(text)))).toEqual([undefined, undefined, undefined, undefined]);
});

test('the nearest double', () => expect(['1500m', '2', '1e3', '0.1'].map((text) => quantityAsDouble(parseQuantity(text)))).toEqual([1.5, 2, 1000, 0.1]));

test.each<[string, bigint]>([
  ['1', 1n], ['1Ki', 1024n], ['1.5Gi', 1_610_612_736n], ['2G', 2_000_000_000n], ['2048m', 3n], ['1e3', 1000n], ['1E', 10n ** 18n], ['12E-1', 2n],
  ['.5', 1n], ['5.', 5n], ['100n', 1n], ['-1500m', -1n], ['64', 64n], ['9223372036854775808', 2n ** 63n - 1n], ['1e400000000', 2n ** 63n - 1n], ['1e-400000000', 1n], ['0e400000000', 0n], ['0', 0n],
])('%p is %p whole units, rounded up', (quantity, units) => {
  expect(countedIn(0, parseQuantity(quantity))).toBe(units);
});

test('thousandths of a core', () => {
  expect(countedIn(3, parseQuantity('1.5'))).toBe(1500n);
  expect(countedIn(3, parseQuantity('250m'))).toBe(250n);
  expect(countedIn(3, parseQuantity('1u'))).toBe(1n);
});

test('whole numbers of each suffix are exact', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (amount) => {
    expect(countedIn(0, parseQuantity(`${amount}Mi`))).toBe(amount * 1024n ** 2n);
    expect(countedIn(0, parseQuantity(`${amount}M`))).toBe(amount * 10n ** 6n);
  }));
});
