import fc from 'fast-check';
import { KeyNeighbours } from '../../../src/flink/options/nearest-key';

const nearestKeys = (key: string, candidates: string[]) => new KeyNeighbours(candidates).of(key);
const CANDIDATES = ['taskmanager.memory.process.size', 'taskmanager.memory.flink.size', 'jobmanager.memory.process.size', 'rest.port'];

test('the nearest comes first', () => {
  expect(nearestKeys('taskmanager.memory.proces.size', CANDIDATES)).toEqual(['taskmanager.memory.process.size', 'jobmanager.memory.process.size']);
});

test('capitals, camel case and underscores are no slips', () => {
  expect(nearestKeys('TaskManager.memory.process_size', ['task-manager.memory.process-size'])).toEqual(['task-manager.memory.process-size']);
  expect(nearestKeys('REST.PORT', CANDIDATES)).toEqual(['rest.port']);
});

test('what is too far is not offered', () => expect(nearestKeys('rest.bind-address', CANDIDATES)).toEqual([]));

test('at most three, those of equal distance by name', () => {
  expect(nearestKeys('parallel-e', ['parallel-d', 'parallel-c', 'parallel-b', 'parallel-a'])).toEqual(['parallel-a', 'parallel-b', 'parallel-c']);
});

test('a key with one letter left out, put in or changed is found', () => {
  const slip = fc.record({ key: fc.constantFrom(...CANDIDATES), at: fc.nat(1_000), kind: fc.constantFrom('out', 'in', 'changed') });
  fc.assert(fc.property(slip, ({ key, at, kind }) => {
    const place = at % key.length;
    const misspelled = key.slice(0, place) + (kind === 'out' ? '' : 'x') + key.slice(place + (kind === 'in' ? 0 : 1));
    expect(nearestKeys(misspelled, CANDIDATES)[0]).toBe(key);
  }));
});
