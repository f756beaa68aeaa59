import { refusalOf } from './refusals';
import { Refusal, refusingAt, shown } from '../src/refusal';

const REFUSAL = new Refusal({ code: 'too-blue', what: 'the sky is too blue', got: '"azure"', allowed: 'grey', fix: 'wait for winter' });

test('a refusal says what, got, allowed and fix, with its code in brackets', () => {
  expect(REFUSAL.code).toBe('too-blue');
  expect(REFUSAL.message).toBe(`the sky is too blue [too-blue]
  got      "azure"
  allowed  grey
  fix      wait for winter`);
});

test('a refusal that leaves a construct says where', () => {
  const located = refusalOf(() => refusingAt('chart/job', () => { throw REFUSAL; }));
  expect(located.message).toBe(`${REFUSAL.message}\n  at       chart/job`);
  expect(located.code).toBe('too-blue');
});

test('the innermost place stays', () => {
  const located = refusalOf(() => refusingAt('outer', () => refusingAt('inner', () => { throw REFUSAL; })));
  expect(located.message).toBe(`${REFUSAL.message}\n  at       inner`);
});

test('what is no refusal passes unchanged, and so does a result', () => {
  const bug = new TypeError('a bug');
  expect(() => refusingAt('chart', () => { throw bug; })).toThrow(bug);
  expect(refusingAt('chart', () => 42)).toBe(42);
});

test.each([['text', '"text"'], ['', '""'], [NaN, 'NaN'], [Infinity, 'Infinity'], [-0.5, '-0.5'], [undefined, 'undefined']])(
  'shows %p as %s', (value, text) => expect(shown(value)).toBe(text),
);
