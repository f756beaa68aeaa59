import { isPort, isWhole } from '../../src/units/whole-number';

test.each([[0, true], [7, true], [2 ** 31 - 1, true], [2 ** 31, false], [-1, false], [0.5, false], [NaN, false], [Infinity, false], ['7', false], [null, false]])(
  '%p from 0 on is %p', (value, whole) => { expect(isWhole(value, 0)).toBe(whole); });

test.each([[2, false], [3, true], [5, true], [6, false]])('%p from 3 to 5 is %p', (value, whole) => { expect(isWhole(value, 3, 5)).toBe(whole); });

test.each([[0, false], [1, true], [65_535, true], [65_536, false], [80.5, false]])('%p as a port is %p', (value, port) => { expect(isPort(value)).toBe(port); });
