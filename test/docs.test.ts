import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../src/sizing/assumptions';
import { grouped } from '../src/units/grouped-number';

const ROOT = join(__dirname, '..');

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function files(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending)).map((file) => join(folder, file));
}

test('every code of a refusal is documented, and no other', () => {
  const sources = files('src', '.ts').map(read).join('\n');
  const codes = [...sources.matchAll(/(?:code: |refused\(|broken\(\s*|objection\(|without\(|\bid: |refuseAmount\(|refuseCount\()'([a-z0-9-]+)'/g)].map(([, code]) => code)
    .filter((code) => !['maxConcurrent', 'retained'].includes(code));
  const documented = [...read('docs/guides/refusals.md').matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code));
  expect(documented.sort()).toEqual([...new Set(codes)].sort());
});

test('the guide to sizing shows every number that the rules use, with its range and its source', () => {
  const guide = read('docs/guides/sizing.md');
  const rows = Object.entries(RULES).map(([name, { low, value, high, unit, source }]) =>
    `| \`${name}\` | ${[low, value, high].map(grouped).join(' – ')} | ${unit} | ${source} |`);
  expect(rows.filter((row) => !guide.includes(row))).toEqual([]);
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
