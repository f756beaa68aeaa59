import fc from 'fast-check';
import { prefixClashes } from '../../../src/flink/configuration/prefix-clash';

test('a key and one below it clash', () => {
  expect(prefixClashes(['high-availability.storageDir', 'a', 'high-availability'])).toEqual([{ shorter: 'high-availability', longer: 'high-availability.storageDir' }]);
});

test('letters alone do not make a key another\'s beginning', () => expect(prefixClashes(['s3.endpoint', 's3.endpoint-region', 's3.end'])).toEqual([]));

test('each shorter key is told once', () => expect(prefixClashes(['a', 'a.b', 'a.b.c'])).toEqual([{ shorter: 'a', longer: 'a.b' }, { shorter: 'a.b', longer: 'a.b.c' }]));

test('clashes are the pairs in which one begins with the other and a dot', () => {
  const key = fc.array(fc.constantFrom('a', 'b', 'a-b'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
  fc.assert(fc.property(fc.uniqueArray(key), (keys) => {
    const shorter = keys.filter((one) => keys.some((other) => other.startsWith(`${one}.`)));
    expect(prefixClashes(keys).map((clash) => clash.shorter).sort()).toEqual(shorter.sort());
  }));
});
