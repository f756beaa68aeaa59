import * as fc from 'fast-check';
import { inHashOrder, inHashOrderOfCopy } from '../../src/units/java-hash-order';

const same = (key: string) => key;

const KEYS = ['taskmanager.cpu.cores', 'external-resources', 'taskmanager.numberOfTaskSlots', 'TZ', 'Aa'];

test('what a HashMap of Java 17 lists, and a copy of it', () => {
  expect(inHashOrder(KEYS, same)).toEqual(['Aa', 'TZ', 'taskmanager.cpu.cores', 'taskmanager.numberOfTaskSlots', 'external-resources']);
  expect(inHashOrderOfCopy(KEYS, same)).toEqual(['Aa', 'taskmanager.cpu.cores', 'taskmanager.numberOfTaskSlots', 'external-resources', 'TZ']);
});

test('keys of one bucket stay as they came', () => {
  expect(inHashOrder(['BB', 'Aa'], same)).toEqual(['BB', 'Aa']);
  expect(inHashOrder(['Aa', 'BB'], same)).toEqual(['Aa', 'BB']);
});

test('nothing is lost, and an order already taken stays', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), (keys) => {
    const ordered = inHashOrder(keys, same);
    expect([...ordered].sort()).toEqual([...keys].sort());
    expect(inHashOrder(ordered, same)).toEqual(ordered);
    expect([...inHashOrderOfCopy(keys, same)].sort()).toEqual([...keys].sort());
  }));
});
