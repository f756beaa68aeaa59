import fc from 'fast-check';
import { parseJavaDouble, parseJavaInt } from '../../src/units/java-number';

test.each<[string, number | undefined]>([
  ['0', 0], ['+7', 7], ['-007', -7], ['2147483647', 2147483647], ['2147483648', undefined], ['-2147483648', -2147483648], ['', undefined], [' 1', undefined], ['1.0', undefined], ['1_0', undefined],
])('an int: %j', (text, value) => expect(parseJavaInt(text)).toBe(value));

test.each<[string, number | undefined]>([
  ['0.5', 0.5], [' .5 ', 0.5], ['5.', 5], ['1e-1', 0.1], ['0.5f', 0.5], ['1D', 1], ['NaN', NaN], ['-Infinity', -Infinity], ['0x1p-1', 0.5], ['-0x.8p0', -0.5], ['0x1.8p1f', 3],
  ['', undefined], ['.', undefined], ['10%', undefined], ['nan', undefined], ['0xp1', undefined], ['0x1', undefined], ['1e', undefined], ['1_0', undefined],
])('a double: %j', (text, value) => expect(parseJavaDouble(text)).toBe(value));

test('what JavaScript prints, both read', () => {
  fc.assert(fc.property(fc.double({ noNaN: true }), (value) => expect(parseJavaDouble(String(value))).toBe(value === 0 ? 0 : value)));
});
