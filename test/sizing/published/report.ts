import { readFileSync, writeFileSync } from 'node:fs';
import { comparison } from './comparison';
import { GUIDE, renewed } from './guide';
import { CASES, judge } from './judgement';

const report = comparison(CASES.map(judge));
if (process.argv.includes('--write')) {
  writeFileSync(GUIDE, renewed(readFileSync(GUIDE, 'utf8'), report));
} else {
  process.stdout.write(`${report}\n`);
}
