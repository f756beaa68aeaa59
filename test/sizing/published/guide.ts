import { join } from 'node:path';
import { RULES } from '../../../src/sizing/facts/assumptions';
import { grouped } from '../../../src/units/grouped-number';

export const GUIDE = join(__dirname, '..', '..', '..', 'docs', 'guides', 'sizing.md');

/** The guide with the numbers and the comparison, each between its two comments. */
export function renewed(guide: string, comparison: string): string {
  return withSection(withSection(guide, 'sizing:numbers', numbers()), 'sizing:report', comparison);
}

function withSection(guide: string, name: string, text: string): string {
  const section = new RegExp(`(<!-- ${name} -->\\n)[^]*(<!-- end of ${name} -->)`);
  if (!section.test(guide)) {
    throw new Error(`${GUIDE} has no place between <!-- ${name} --> and <!-- end of ${name} -->`);
  }
  return guide.replace(section, (_, opening: string, closing: string) => `${opening}\n${text}\n\n${closing}`);
}

/** Every number that the rules rest on. */
function numbers(): string {
  const rows = Object.entries(RULES).map(([name, { low, value, high, unit, source }]) =>
    `| \`${name}\` | ${[low, value, high].map(grouped).join(' – ')} | ${unit} | ${source} |`);
  return ['| name | low – used – high | unit | from |', '|---|---|---|---|', ...rows].join('\n');
}
