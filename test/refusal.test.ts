import { Refusal, shown } from '../src/refusal';

const REFUSAL = new Refusal({ code: 'too-blue', what: 'the sky is too blue', got: '"azure"', allowed: 'grey', fix: 'wait for winter' });

test('a refusal says what, got, allowed and fix, with its code in brackets', () => {
  expect(REFUSAL.code).toBe('too-blue');
  expect(REFUSAL.message).toBe(`the sky is too blue [too-blue]
  got      "azure"
  allowed  grey
  fix      wait for winter`);
});

test('a refusal at a place says where, and keeps its code', () => {
  const located = REFUSAL.at('chart/job');
  expect(located.message).toBe(`${REFUSAL.message}\n  at       chart/job`);
  expect(located.code).toBe('too-blue');
});

test('the first place stays', () => {
  expect(REFUSAL.at('inner').at('outer').message).toBe(`${REFUSAL.message}\n  at       inner`);
});

test.each([['text', '"text"'], ['', '""'], [NaN, 'NaN'], [Infinity, 'Infinity'], [-0.5, '-0.5'], [undefined, 'undefined']])(
  'shows %p as %s', (value, text) => expect(shown(value)).toBe(text),
);
