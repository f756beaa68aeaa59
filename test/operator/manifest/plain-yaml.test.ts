import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { plainDocuments } from '../../../src/operator/manifest/plain-yaml';
import { wholeDocuments } from '../../../src/operator/manifest/yaml-text';
import { files, read } from '../../documents';

const MANIFESTS = files('examples', '.yaml').map(read);

/** Whether the short reader either says nothing, or what the whole reader says. */
function agrees(text: string): boolean {
  const plain = plainDocuments(text);
  return plain === undefined || isDeepStrictEqual(plain, wholeDocuments(text).map(({ value }) => value));
}

test('it reads our own manifests, as the whole reader does', () => {
  const plain = MANIFESTS.filter((text) => plainDocuments(text) !== undefined);
  expect(plain.length).toBeGreaterThan(MANIFESTS.length * 0.7);
  expect(plain.filter((text) => !agrees(text))).toEqual([]);
});

test('it never differs from the whole reader, whatever is done to a manifest', () => {
  const pieces = ['\n', ' ', '  ', '- ', '-', ': ', ':', '#', ' #', '"', '\'', '{', '}', '[', ']', ',', '|', '|-', '>', '&a ', '*a', '!x ', '? ', '---\n', '...\n', '%',
    '~', 'null', 'yes', 'on', '1', '0', '1e3', '0x1F', '1:30', '.5', '5.', '=', '<<: ', '@', '`', '\\', 'a: b\n', 'key:\n', '\n\n', '    ', 'true', '-1', '_', '1_0', '2001-01-01'];
  const change = fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 6 }), fc.constantFrom(...pieces));
  const cut = fc.tuple(fc.constantFrom(...MANIFESTS.filter((text) => text.length < 60_000)), fc.nat({ max: 3_000 }));
  fc.assert(fc.property(cut, fc.array(change, { maxLength: 4 }), ([manifest, from], changes) => {
    const start = manifest.indexOf('\n', from % manifest.length) + 1;
    const part = manifest.slice(start, start + 500);
    return agrees(changes.reduce((changed, [at, gone, put]) => changed.slice(0, at) + put + changed.slice(at + gone), part));
  }), { numRuns: 3_000 });
});

test('it never differs on any value', () => {
  const scalar = fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom('60s', '1_000', '1e5', 'yes', '0o7', '12:30', 'a: b', '- a', ' x', 'x ', 'a\nb\n', 'a\n\nb'));
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('any'), { maxLength: 4 }), fc.dictionary(fc.string({ maxLength: 8 }), tie('any'), { maxKeys: 4 })),
  })).any;
  fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), value), fc.constantFrom(0, 80), (some, lineWidth) => agrees(stringify(some, { lineWidth, version: '1.1' }))), { numRuns: 1_500 });
});
