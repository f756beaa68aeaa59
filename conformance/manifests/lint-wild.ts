import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lintTables } from './lint-tables';

const GUIDE = join(__dirname, '..', '..', 'docs', 'guides', 'lint-in-the-wild.md');

const { values: { write }, positionals: [table] } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const seconds = process.env.SOURCE_DATE_EPOCH;
const now = seconds === undefined ? new Date() : new Date(Number(seconds) * 1000);
if (table === undefined) {
  console.error('npm run lint:wild -- <index.tsv> [--write]: what the rules say about the manifests in a table of repository, path, commit and file');
  process.exitCode = 2;
} else {
  const sections = lintTables(table, now.toISOString().slice(0, 10));
  if (write === true) {
    writeFileSync(GUIDE, [...sections].reduce((guide, [name, text]) => withSection(guide, name, text), readFileSync(GUIDE, 'utf8')));
  } else {
    console.log([...sections].map(([name, text]) => `${name}\n\n${text}`).join('\n\n'));
  }
}

function withSection(guide: string, name: string, text: string): string {
  const section = new RegExp(`(<!-- ${name} -->\\n)[^]*(<!-- end of ${name} -->)`);
  if (!section.test(guide)) {
    throw new Error(`${GUIDE} has no place between <!-- ${name} --> and <!-- end of ${name} -->`);
  }
  return guide.replace(section, (_, opening: string, closing: string) => `${opening}\n${text}\n\n${closing}`);
}
