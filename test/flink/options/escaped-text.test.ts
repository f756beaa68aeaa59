import fc from 'fast-check';
import { splitEscaped } from '../../../src/flink/options/escaped-text';

test.each<[string, string[]]>([
  ['', []], ['a', ['a']], ['a;b', ['a', 'b']], [' a ; b ', ['a', 'b']], ['a;;b', ['a', '', 'b']], [';;', ['']], [';a', ['a']], ['a;', ['a']],
  ['\'a;b\';c', ['a;b', 'c']], ['"it\'s";\'say "x"\'', ['it\'s', 'say "x"']], ['\'it\'\'s\'', ['it\'s']], ['\'\'', ['']], ['a\'b', ['a\'b']], [' \' a \' ', [' a ']],
  ['\u2003a\u00a0;b', ['a\u00a0', 'b']],
])('Flink splits %j', (text, parts) => expect(splitEscaped(text, ';')).toEqual(parts));

test.each(['\'a', '"', '\'a\'b', '\'a\' "b"', 'a;\'b'])('Flink refuses %j', (text) => expect(splitEscaped(text, ';')).toBeUndefined());

test('what is quoted comes back as it was', () => {
  fc.assert(fc.property(fc.array(fc.string(), { minLength: 1 }), fc.constantFrom(';', ','), fc.constantFrom('\'', '"'), (parts, delimiter, quote) => {
    const text = parts.map((part) => quote + part.replaceAll(quote, quote + quote) + quote).join(delimiter);
    expect(splitEscaped(text, delimiter)).toEqual(parts);
  }));
});
