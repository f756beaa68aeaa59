import fc from 'fast-check';
import {
  ManagedMemoryConsumer, managedMemoryOf, managedMemoryShare, smallestSlotManagedMemory,
} from '../../../src/flink/memory/managed-memory-shares';

const CONSUMERS: ManagedMemoryConsumer[] = ['OPERATOR', 'STATE_BACKEND', 'PYTHON'];
const consumer = fc.constantFrom(...CONSUMERS);
const others = fc.subarray(CONSUMERS);
const bytes = fc.bigInt(0n, 2n ** 43n);

test.each<[ManagedMemoryConsumer, ManagedMemoryConsumer[], number]>([
  ['STATE_BACKEND', [], 1],
  ['STATE_BACKEND', ['OPERATOR'], 0.5],
  ['STATE_BACKEND', ['PYTHON'], 0.7],
  ['PYTHON', ['STATE_BACKEND'], 0.3],
  ['STATE_BACKEND', ['OPERATOR', 'PYTHON'], 0.4117647058823529],
  ['PYTHON', ['OPERATOR', 'STATE_BACKEND'], 0.1764705882352941],
])('%s beside %j', (one, rest, share) => expect(managedMemoryShare(one, rest)).toBe(share));

test('a consumer stands beside itself only once, and the order is no matter', () => {
  fc.assert(fc.property(consumer, others, (one, rest) => {
    expect(managedMemoryShare(one, [...rest, one])).toBe(managedMemoryShare(one, rest));
    expect(managedMemoryShare(one, [...rest].reverse())).toBe(managedMemoryShare(one, rest));
  }));
});

test('all consumers together take the slot but for a few bytes, and never more', () => {
  fc.assert(fc.property(fc.subarray(CONSUMERS, { minLength: 1 }), bytes, (present, slot) => {
    const taken = present.reduce((sum, one) => sum + managedMemoryOf(slot, managedMemoryShare(one, present)), 0n);
    expect(taken <= slot).toBe(true);
    expect(slot - taken <= 3n).toBe(true);
  }));
});

test('the smallest slot gives a consumer exactly what it wants, and a byte less of slot gives it less', () => {
  fc.assert(fc.property(consumer, others, bytes, (one, rest, wanted) => {
    const share = managedMemoryShare(one, rest);
    const slot = smallestSlotManagedMemory(wanted, share);
    expect(managedMemoryOf(slot, share)).toBe(wanted);
    expect(slot === 0n || managedMemoryOf(slot - 1n, share) < wanted).toBe(true);
  }), { numRuns: 2_000 });
});

test.each<[bigint, ManagedMemoryConsumer, ManagedMemoryConsumer[], bigint, number]>([
  // wanted, consumer, others, smallest slot, the quotient rounded up
  [3n, 'PYTHON', ['OPERATOR', 'STATE_BACKEND'], 18n, 17],
  [21n, 'STATE_BACKEND', ['PYTHON'], 30n, 31],
])('%d bytes of %s beside %j: a quotient alone would be a byte off', (wanted, one, rest, slot, quotient) => {
  const share = managedMemoryShare(one, rest);
  expect(smallestSlotManagedMemory(wanted, share)).toBe(slot);
  expect(Math.ceil(Number(wanted) / share)).toBe(quotient);
});
