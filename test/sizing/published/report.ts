import { readFileSync, writeFileSync } from 'node:fs';
import { comparison } from './comparison';
import { GUIDE, withComparison } from './guide';
import { CASES, judge } from './judgement';

const report = comparison(CASES.map(judge));
if (process.argv.includes('--write')) {
  writeFileSync(GUIDE, withComparison(readFileSync(GUIDE, 'utf8'), report));
} else {
  process.stdout.write(`${report}\n`);
}
