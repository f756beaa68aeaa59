import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
export const README = join(ROOT, 'README.md');

const BLOCK = /(<!-- embed (\S+?)(?:#(\w+))? -->\n```\w*\n)(?:(?!```)[^])*(```)/g;

/**
 * The text with each block after `<!-- embed file -->` replaced by the file, so that what people read is
 * what the tests run. `file#Kind` takes the one document of that kind out of a manifest.
 */
export function embedded(markdown: string): string {
  return markdown.replace(BLOCK, (_, opening: string, file: string, kind: string | undefined, closing: string) => {
    const content = readFileSync(join(ROOT, file), 'utf8');
    const shown = kind === undefined ? content : content.split('---\n').find((document) => document.includes(`kind: ${kind}\n`))!;
    return `${opening}${shown.trimEnd()}\n${closing}`;
  });
}

/** The files that a text embeds. */
export function sources(markdown: string): string[] {
  return [...markdown.matchAll(BLOCK)].map(([, , file]) => file);
}
