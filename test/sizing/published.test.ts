import { readFileSync } from 'node:fs';
import { comparison } from './published/comparison';
import { GUIDE, renewed } from './published/guide';
import { CASES, judge, Judgement, lean } from './published/judgement';
import { NEXMARK } from './published/nexmark';
import { PublishedCase } from './published/published-case';

const judgements = CASES.map(judge);
const nameOf = ({ of, width }: Judgement) => `${of.source.name} ${of.name}, ${width.toFixed(1)} times wide`;

/** A case that says 1, 2 and 4. */
const published = (...figures: number[]): PublishedCase => ({
  ...CASES[0],
  predicted: (at) => ({ low: 1, value: 2, high: 4 })[at],
  published: figures,
});

test('nine in ten of the published figures lie within the bands', () => {
  expect(judgements.filter(({ holds }) => holds).length).toBeGreaterThanOrEqual(0.9 * judgements.length);
});

test('no band is wider than ten times, and each has its value within', () => {
  const wrong = judgements.filter(({ low, value, high, width }) => !(width <= 10 * (1 + 1e-9) && low <= value && value <= high));
  expect(wrong.map(nameOf)).toEqual([]);
});

test('each figure outside its band says why, and no other', () => {
  expect(judgements.filter(({ holds, of }) => holds === (of.whyMissed !== undefined)).map(nameOf)).toEqual([]);
});

test('another declaration is named only where it turns the answer', () => {
  expect(judgements.filter(({ holds, otherwise }) => otherwise?.holds === holds).map(nameOf)).toEqual([]);
});

test('every query of Nexmark is there but q6, which Flink SQL cannot run', () => {
  expect(NEXMARK.map(({ name }) => name)).toEqual(Array.from({ length: 23 }, (_, query) => `q${query}`).filter((query) => query !== 'q6'));
});

test('a band holds its own ends, and a range only as a whole', () => {
  expect(judge(published(1)).holds).toBe(true);
  expect(judge(published(1, 4)).holds).toBe(true);
  expect(judge(published(0.999, 2)).holds).toBe(false);
  expect(judge(published(2, 4.001)).holds).toBe(false);
});

test('the lean is geometric: twice too much and twice too little come to none', () => {
  expect(lean([judge(published(1)), judge(published(4))])).toEqual({ median: 1, spread: 2 });
  expect(judge(published(1, 4)).lean).toBeCloseTo(1, 10);
});

test('the guide shows this comparison; `npm run sizing:report -- --write` renews it', () => {
  const guide = readFileSync(GUIDE, 'utf8');
  expect(guide).toBe(renewed(guide, comparison(judgements)));
});
