import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { files, read, ROOT } from './documents';

const PAGES = 'docs/examples';

/** Lines without their indentation, each after a line break. */
const flat = (code: string) => `\n${code.trim().split('\n').map((line) => line.trim()).join('\n')}\n`;

const examples = files('examples', 'main.ts').map((file) => dirname(file).split('/')[1]).sort();
const pages = readdirSync(join(ROOT, PAGES)).filter((file) => file !== 'README.md').sort();

test('every example has a page, and every page its example', () => {
  expect(examples.length).toBeGreaterThan(20);
  expect(pages).toEqual(examples.map((example) => `${example}.md`));
});

test.each(pages)('%s says what it is, leads to the code, and says what to notice', (page) => {
  const text = read(join(PAGES, page));
  expect(text).toMatch(/^# .+\n\n/);
  expect(text).toContain(`](../../examples/${page.slice(0, -'.md'.length)}/`);
  expect(text).toContain('What to notice');
});

test('the index has each page once', () => {
  const listed = [...read(join(PAGES, 'README.md')).matchAll(/^- \[[a-z-]+\]\(([a-z-]+\.md)\): /gm)].map(([, page]) => page);
  expect(listed.sort()).toEqual(pages);
});

/** Its code shows the inside of the package, which no example may use. */
const INSIDE = 'docs/guides/twin.md';

test('every piece of TypeScript in a page is a piece of an example', () => {
  const code = files('examples', '.ts').map((file) => flat(read(file)));
  const shown = [...files(PAGES, '.md'), ...files('docs/guides', '.md')].filter((page) => page !== INSIDE).flatMap((page) =>
    [...read(page).matchAll(/```ts\n([^]*?)```/g)].map(([, block]) => ({ page, block })));
  expect(shown.length).toBeGreaterThan(15);
  expect(shown.filter(({ block }) => !code.some((example) => example.includes(flat(block))))).toEqual([]);
});

test('every link between the files of the repository leads somewhere', () => {
  const documents = [...files('docs', '.md'), 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
  const broken = documents.flatMap((document) => [...read(document).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([, path, anchor]) => {
    const target = path === '' ? document : normalize(join(dirname(document), path));
    const found = existsSync(join(ROOT, target)) && (anchor === undefined || anchorsOf(read(target)).includes(anchor));
    return found ? [] : [`${document}: ${path}${anchor === undefined ? '' : `#${anchor}`}`];
  }));
  expect(broken).toEqual([]);
});

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^a-z0-9 -]/g, '').replace(/ /g, '-'));
}
