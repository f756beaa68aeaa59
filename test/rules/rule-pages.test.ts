import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, FOLDER, rulePages, writtenAtLength } from './rule-pages';
import { CATALOGUE } from '../../src/report/rule-catalogue';

const RENEW = '`npm run rules:docs` renews the pages';
const pages = rulePages();

test(`docs/rules has a page for each rule, and no other; ${RENEW}`, () => {
  expect(filesIn(FOLDER)).toEqual([...pages.keys()].sort());
});

test.each([...pages])(`%s is what the rules make of it; ${RENEW}`, (name, text) => {
  expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
});

test('whoever has written about a rule has written about one that there is', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(writtenAtLength().filter((id) => !ids.includes(id))).toEqual([]);
});
