import * as fc from 'fast-check';
import { call, Code, data, fieldsOf, list, make, name } from '../../../src/cli/import/code';
import { dataCode } from '../../../src/cli/import/data-code';
import { PlainTextSecrets } from '../../../src/cli/import/plain-text-secrets';
import { commentLines, printCode, quoted } from '../../../src/cli/import/print-code';
import { runCode } from '../../../src/cli/import/run-code';

const owner = () => ({ resource: 'orders', secrets: new PlainTextSecrets() });
const evaluated = (text: string): unknown => new Function('secretOf', `return ${text};`)(() => 'read from the environment');

test('what is printed is what is run, whatever the data', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.nat({ max: 60 }), (value, column) => {
    const code = dataCode(value, owner());
    fc.pre(code !== undefined && !JSON.stringify(code).includes('"is":"secret"'));
    expect(evaluated(printCode(code!, column, 0))).toEqual(runCode(code!, {}));
  }));
});

test.each<[string, Code, string]>([
  ['a short call', call('Size.mebibytes', data(1024)), 'Size.mebibytes(1024)'],
  ['a constant', name('UpgradeMode.LAST_STATE'), 'UpgradeMode.LAST_STATE'],
  ['nothing in it', make('Autoscaler'), 'new Autoscaler()'],
  ['keys that are no names', fieldsOf({ 'a.b': data(1), 'c': data('it\'s "quoted"\\') }), '{ \'a.b\': 1, c: \'it\\\'s "quoted"\\\\\' }'],
  ['a long list', list([data('a'.repeat(60)), data('b'.repeat(60))]), `[\n  '${'a'.repeat(60)}',\n  '${'b'.repeat(60)}',\n]`],
  ['a call whose last argument breaks', call('addLabel', data('team'), fieldsOf({ a: data('a'.repeat(60)), b: data('b'.repeat(60)) })),
    `addLabel('team', {\n  a: '${'a'.repeat(60)}',\n  b: '${'b'.repeat(60)}',\n})`],
  ['a text of several lines', data(`${'rootLogger.level = INFO'}\n${'appender.console.type = CONSOLE, of a certain length'}\n`),
    '[\n  \'rootLogger.level = INFO\',\n  \'appender.console.type = CONSOLE, of a certain length\',\n  \'\',\n].join(\'\\n\')'],
  ['a comment', fieldsOf({ a: data(1) }, { a: 'COMPLETE THIS' }), '{\n  // COMPLETE THIS\n  a: 1,\n}'],
])('%s', (_, code, text) => {
  expect(printCode(code, 0, 0)).toBe(text);
});

test('quoted text is the text again', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(evaluated(quoted(text))).toBe(text);
  }));
});

test('a comment keeps to its width', () => {
  const lines = commentLines(Array.from({ length: 60 }, (_, index) => `word${index}`).join(' '), 4);
  expect(lines.every((line) => line.length <= 120 && line.startsWith('    // word'))).toBe(true);
  expect(lines).toHaveLength(4);
});
