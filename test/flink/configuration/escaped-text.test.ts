import fc from 'fast-check';
import { listText, splitEntries, splitEscaped } from '../../../src/flink/configuration/escaped-text';

test.each<[string, string[]]>([
  ['', []], ['a', ['a']], ['a;b', ['a', 'b']], [' a ; b ', ['a', 'b']], ['a;;b', ['a', '', 'b']], [';;', ['']], [';a', ['a']], ['a;', ['a']],
  ['\'a;b\';c', ['a;b', 'c']], ['"it\'s";\'say "x"\'', ['it\'s', 'say "x"']], ['\'it\'\'s\'', ['it\'s']], ['\'\'', ['']], ['a\'b', ['a\'b']], [' \' a \' ', [' a ']],
  ['\u2003a\u00a0;b', ['a\u00a0', 'b']],
])('Flink splits %j', (text, parts) => expect(splitEscaped(text, ';')).toEqual(parts));

test.each(['\'a', '"', '\'a\'b', '\'a\' "b"', 'a;\'b', '"a""'])('Flink refuses %j', (text) => expect(splitEscaped(text, ';')).toBeUndefined());

test('what is quoted comes back as it was', () => {
  fc.assert(fc.property(fc.array(fc.string(), { minLength: 1 }), fc.constantFrom(';', ','), fc.constantFrom('\'', '"'), (parts, delimiter, quote) => {
    const text = parts.map((part) => quote + part.replaceAll(quote, quote + quote) + quote).join(delimiter);
    expect(splitEscaped(text, delimiter)).toEqual(parts);
  }));
});

test('what is written is read back', () => {
  fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }).filter((part) => part.trim() === part && !/^[\u0000-\u001f]|[\u0000-\u001f]$/.test(part))), (parts) => {
    expect(splitEscaped(listText(parts), ';')).toEqual(parts);
  }));
});

test.each<[string, [string, string][] | undefined]>([
  ['a:1,b:2', [['a', '1'], ['b', '2']]], [' a : 1 ', [['a', '1']]], ['\'a:1\',b:\'x,y\'', undefined], ['"b:\'x,y\'"', [['b', 'x,y']]], ['', []], ['a', undefined], ['a:b:c', undefined],
  ['a:1,a:2', undefined], ['\'a', undefined],
])('Flink reads %j as pairs', (text, entries) => expect(splitEntries(text)).toEqual(entries));
