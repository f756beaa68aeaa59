import { readEntries, readEntryLists, readList } from '../../../src/flink/configuration/structured-option';
import { refusalOf, says } from '../../refusals';

const settings = (text: string) => new Map([['k', text]]);

test.each<[string, string[]]>([
  ['a;b', ['a', 'b']],
  [' a ; b ', ['a', 'b']],
  [';a;;b;', ['a', '', 'b']],
  ['', []],
  [';', []],
  ['\'a;b\';"c""d"', ['a;b', 'c"d']],
  ['it\'s;b', ['it\'s', 'b']],
  ['"";a', ['', 'a']],
])('%p is the list %p', (text, list) => {
  expect(readList(settings(text), 'k')).toEqual(list);
});

test('a map is one text, or one option for each name', () => {
  expect(readEntries(settings('a: 1 ,b:\'x:y\''), 'k')).toEqual([['a', '1'], ['b', 'x:y']]);
  expect(readEntries(new Map([['k.a', '1'], ['k.b', '2'], ['kk', '3'], ['k.', '4']]), 'k')).toEqual([['a', '1'], ['b', '2']]);
  expect(readEntries(new Map([['k', 'a:1'], ['k.b', '2']]), 'k')).toEqual([['a', '1']]);
});

test('a list of maps', () => {
  expect(readEntryLists(settings('a:1,b:2;a:3'), 'k')).toEqual([[['a', '1'], ['b', '2']], [['a', '3']]]);
});

test.each(['a', 'a:b:c', 'a:1,a:2'])('%p is no map', (text) => {
  expect(refusalOf(() => readEntries(settings(text), 'k')).message).toBe(says(
    'Flink cannot read k [option-value]', `"${text}"`,
    'name:value pairs with commas between, each name once', 'quote a value that holds one of these signs'));
});

test.each(['\'a', '"a"b'])('%p is no list', (text) => {
  expect(refusalOf(() => readList(settings(text), 'k')).code).toBe('option-value');
});
