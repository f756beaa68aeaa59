import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { files, read, ROOT } from './documents';
import { REFUSAL_PACK } from '../src/rules/refusal-pack';

/** Findings are no refusals, and have codes of the same form: a message stands beside them. */
const FINDING = /code: ((?:[^\n]*'[a-z-]+')+),\s*message:/g;

test('every code of a refusal is documented, and no other', () => {
  const sources = files('src', '.ts').map(read).join('\n').replace(FINDING, '');
  const codes = [...sources.matchAll(/(?:code: |code = |refused\(|broken\(\s*|objection\(|without\(|refuse(?:Amount|Count|DecidedCount|Duration|Share)\()'([a-z0-9-]+)'/g)]
    .map(([, code]) => code).filter((code) => !['maxConcurrent', 'retained'].includes(code));
  const documented = [...read('docs/guides/refusals.md').matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code));
  // Rules that refuse a construct stand among the refusals; all rules have pages of their own.
  const rules = REFUSAL_PACK.map(({ id }) => id);
  expect(documented.sort()).toEqual([...new Set([...codes, ...rules])].sort());
});

test('every code of a finding is documented, and no other', () => {
  const codes = [...files('src', '.ts').map(read).join('\n').matchAll(FINDING)].flatMap(([, code]) => [...code.matchAll(/'([a-z-]+)'/g)].map(([, each]) => each));
  const documented = [...read('docs/guides/findings.md').matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code);
  expect(documented.sort()).toEqual([...new Set(codes)].sort());
});

test('the rooms of the architecture are those of the sources', () => {
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const architecture = read('ARCHITECTURE.md').split('## The rooms')[1];
  rooms.forEach((room) => expect(architecture).toContain(`\`${room}/\``));
});

test('decisions are numbered without a gap', () => {
  const numbers = readdirSync(join(ROOT, 'docs/decisions')).sort().map((file) => Number(file.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
