import { RoleMemory } from './manifest-explanation';
import { Content, element, Markup } from './markup';
import { BarPiece, barOf, HELD_IN } from './memory-bar';
import { DARK_FILLS, FILL_RULES, fillVariables, LIGHT_FILLS } from './memory-colours';
import { memoryShown } from './shown-amounts';

const [TITLE_ID, WORDS_ID] = ['title', 'desc'];
const WIDTH = 520;
const MARGIN = 16;
const INNER = WIDTH - 2 * MARGIN;
const [TITLE, BAR, ROW, GAP] = [40, 40, 24, 22];
const DIGIT_BELOW_TOP = 25;

const STYLE = `:root{color-scheme:light dark;--page:#ffffff;--text:#1b2330;--quiet:#566070;--edge:#d5dbe3;${fillVariables(LIGHT_FILLS)}}`
  + `@media (prefers-color-scheme:dark){:root{--page:#0d1117;--text:#e6edf3;--quiet:#a6b1c0;--edge:#30363d;${fillVariables(DARK_FILLS)}}}`
  + 'text{font:14px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--text)}.t{font-size:16px;font-weight:600}.q{fill:var(--quiet)}'
  + '.n{font-size:12px;font-weight:700}.r{text-anchor:end;font-variant-numeric:tabular-nums}.m{text-anchor:middle}'
  + `.p{fill:var(--page);stroke:var(--edge)}${FILL_RULES}text.on{fill:var(--on-fill)}`;

/** A picture of its own, for pages that show no SVG within them: light and dark as the reader has it. */
export function memorySvg(name: string, roles: readonly RoleMemory[]): string {
  const heights = roles.map((role) => TITLE + BAR + GAP / 2 + barOf(role).length * ROW + GAP);
  const height = heights.reduce((sum, each) => sum + each, GAP / 2);
  const pictures = roles.map((role, index) => rolePicture(role, heights.slice(0, index).reduce((sum, each) => sum + each, GAP / 2)));
  const said = roles.map(({ role, total }) => `${role} ${memoryShown(total)}`).join(', ');
  return `${element('svg', {
    'xmlns': 'http://www.w3.org/2000/svg',
    'viewBox': `0 0 ${WIDTH} ${height}`,
    'width': WIDTH,
    'height': height,
    'role': 'img',
    'aria-labelledby': `${TITLE_ID} ${WORDS_ID}`,
  },
  element('title', { id: TITLE_ID }, `Memory of ${name}`),
  element('desc', { id: WORDS_ID }, `${said}. ${roles.map(memorySaid).join(' ')}`),
  element('style', {}, new Markup(STYLE)),
  element('rect', { class: 'p', x: 0.5, y: 0.5, width: WIDTH - 1, height: height - 1, rx: 10 }),
  pictures).text}\n`;
}

/** The same in words. */
export function memorySaid({ role, pools }: RoleMemory): string {
  return `${role}: ${pools.filter(({ bytes }) => bytes > 0n).map(({ title, bytes }) => `${title} ${memoryShown(bytes)}`).join(', ')}.`;
}

function rolePicture(memory: RoleMemory, top: number): Content {
  const pieces = barOf(memory);
  const scale = INNER / 100;
  const rowsTop = top + TITLE + BAR + GAP / 2;
  return element('g', {},
    element('text', { class: 't', x: MARGIN, y: top + 26 }, memory.role),
    element('text', { class: 't r', x: WIDTH - MARGIN, y: top + 26 }, memoryShown(memory.total)),
    pieces.map(({ number, heldIn, start, width }) => [
      element('rect', { class: heldIn, x: rounded(MARGIN + start * scale + 1), y: top + TITLE, width: rounded(width * scale - 2), height: BAR, rx: 3 }),
      element('text', { class: 'n m on', x: rounded(MARGIN + (start + width / 2) * scale), y: top + TITLE + DIGIT_BELOW_TOP }, String(number)),
    ]),
    pieces.map((piece, index) => legendRow(piece, memory.total, rowsTop + index * ROW)));
}

function legendRow({ number, title, heldIn, bytes }: BarPiece, total: bigint, top: number): Content {
  const baseline = top + 16;
  return [
    element('rect', { class: heldIn, x: MARGIN, y: top + 2, width: 18, height: 18, rx: 3 }),
    element('text', { class: 'n m on', x: MARGIN + 9, y: top + 15.5 }, String(number)),
    element('text', { x: MARGIN + 28, y: baseline }, title),
    element('text', { class: 'q', x: MARGIN + 180, y: baseline }, HELD_IN[heldIn]),
    element('text', { class: 'r', x: WIDTH - MARGIN - 60, y: baseline }, memoryShown(bytes)),
    element('text', { class: 'r q', x: WIDTH - MARGIN, y: baseline }, shareShown(bytes, total)),
  ];
}

/** A whole percentage; what is there at all is never none. */
export function shareShown(bytes: bigint, total: bigint): string {
  const share = Math.round((Number(bytes) / Number(total)) * 100);
  return share === 0 ? '< 1%' : `${share}%`;
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
