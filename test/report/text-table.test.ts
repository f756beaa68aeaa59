import * as fc from 'fast-check';
import { textTable } from '../../src/report/text-table';

test('columns are as wide as their widest cell, and the last one wraps under itself', () => {
  expect(textTable([['a', 'bb', 'some words that are too many to fit'], ['aaa', 'b', 'x']], 38, '  ')).toBe([
    '  a    bb  some words that are too',
    '           many to fit',
    '  aaa  b   x',
  ].join('\n'));
});

test('where nothing fits beside them, the words of the last column stand below their row', () => {
  expect(textTable([['a', 'bb', 'some words that do not fit'], ['aaa', 'b', ''], ['aa', 'b', 'x']], 30, '  ')).toBe([
    '  a    bb',
    '        some words that do not',
    '        fit',
    '  aaa  b',
    '  aa   b',
    '        x',
  ].join('\n'));
});

test('a word that is longer than the room beside its row stands below it, and a table of one column stays as it is', () => {
  expect(textTable([['a', 'calibration.recordsPerSecondPerCore']], 36)).toBe('a\n      calibration.recordsPerSecondPerCore');
  expect(textTable([['a', 'calibration.recordsPerSecondPerCore']], 38)).toBe('a  calibration.recordsPerSecondPerCore');
  expect(textTable([['calibration.recordsPerSecondPerCore']], 10)).toBe('calibration.recordsPerSecondPerCore');
});

test('a long cell runs on into the empty one beside it', () => {
  expect(textTable([['name', 'short', '1 – 2', 'why'], ['other', 'a long value', '', 'because']], 80)).toBe([
    'name   short  1 – 2  why',
    'other  a long value  because',
  ].join('\n'));
});

test('tables that are made together share their columns', () => {
  const [one, other] = [[['a', 'x']], [['aaa', 'y']]];
  expect(textTable(one, 80, '', [...one, ...other])).toBe('a    x');
});

const word = fc.stringMatching(/^[a-z]{0,12}$/);
const rows = fc.integer({ min: 2, max: 5 })
  .chain((columns) => fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }));

test('no word is lost, and no two cells touch', () => {
  fc.assert(fc.property(rows, (table) => {
    const lines = textTable(table, 200).split('\n');
    expect(lines.map((line) => line.split(/ {2,}/).filter((cell) => cell !== ''))).toEqual(table.map((row) => row.filter((cell) => cell !== '')));
  }), { numRuns: 500 });
});
