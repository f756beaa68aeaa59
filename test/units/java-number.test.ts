import fc from 'fast-check';
import { castToInt, parseJavaDouble, parseJavaFloat, parseJavaInt, parseJavaLong } from '../../src/units/java-number';

test.each<[string, number | undefined]>([
  ['0', 0], ['+7', 7], ['-007', -7], ['-0', 0], ['2147483647', 2147483647], ['2147483648', undefined], ['-2147483648', -2147483648], ['', undefined], [' 1', undefined], ['1.0', undefined], ['1_0', undefined],
])('an int: %j', (text, value) => expect(parseJavaInt(text)).toBe(value));

test.each<[string, number | undefined]>([
  ['0.5', 0.5], [' .5 ', 0.5], ['5.', 5], ['1e-1', 0.1], ['0.5f', 0.5], ['1D', 1], ['NaN', NaN], ['-Infinity', -Infinity], ['0x1p-1', 0.5], ['-0x.8p0', -0.5], ['0x1.8p1f', 3],
  ['', undefined], ['.', undefined], ['10%', undefined], ['nan', undefined], ['0xp1', undefined], ['0x1', undefined], ['1e', undefined], ['1_0', undefined],
])('a double: %j', (text, value) => expect(parseJavaDouble(text)).toBe(value));

test('what JavaScript prints, both read', () => {
  fc.assert(fc.property(fc.double({ noNaN: true }), (value) => expect(parseJavaDouble(String(value))).toBe(value === 0 ? 0 : value)));
});

test.each<[string, bigint | undefined]>([
  ['0', 0n], ['-0', 0n], ['+7', 7n], ['9223372036854775807', 2n ** 63n - 1n], ['9223372036854775808', undefined], ['-9223372036854775808', -(2n ** 63n)], ['', undefined], ['1 ', undefined],
])('a long: %j', (text, value) => expect(parseJavaLong(text)).toBe(value));

test('a float is what the nearest one is as a double', () => {
  expect(['0.1', '1e-400', 'NaN', 'x'].map(parseJavaFloat)).toEqual([0.10000000149011612, 0, NaN, undefined]);
});

test('a double cast to an int', () => expect([1.9, -1.9, 1e12, -1e12, NaN].map(castToInt)).toEqual([1, -1, 2147483647, -2147483648, 0]));
