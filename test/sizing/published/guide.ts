import { join } from 'node:path';

export const GUIDE = join(__dirname, '..', '..', '..', 'docs', 'guides', 'sizing.md');

const SECTION = /(<!-- sizing:report -->\n)[^]*(<!-- end of sizing:report -->)/;

/** The guide with the comparison between its two comments. */
export function withComparison(guide: string, comparison: string): string {
  if (!SECTION.test(guide)) {
    throw new Error(`${GUIDE} has no place between <!-- sizing:report --> and <!-- end of sizing:report -->`);
  }
  return guide.replace(SECTION, (_, opening: string, closing: string) => `${opening}\n${comparison}\n\n${closing}`);
}
