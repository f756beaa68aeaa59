import fc from 'fast-check';
import { RoleMemory } from '../../../src/report/manifest/manifest-explanation';
import { barOf } from '../../../src/report/manifest/memory-bar';
import { DARK_FILLS, LIGHT_FILLS } from '../../../src/report/manifest/memory-colours';
import { memorySvg, shareShown } from '../../../src/report/manifest/memory-svg';

const memoryOf = (sizes: readonly bigint[]): RoleMemory => ({
  role: 'TaskManager',
  total: sizes.reduce((sum, size) => sum + size, 0n),
  decidedBy: { how: 'sum' },
  pools: sizes.map((bytes, index) => ({ pool: `p${index}`, title: `pool ${index}`, bytes, heldIn: 'heap', use: '', decidedBy: { how: 'remainder' } })),
});

const sizes = fc.array(fc.bigInt({ min: 0n, max: 2n ** 45n }), { minLength: 1, maxLength: 8 }).filter((all) => all.some((size) => size > 0n));

test('pieces lie side by side, fill the bar, are wide enough for their number, and keep the order of sizes', () => {
  fc.assert(fc.property(fc.noBias(sizes), (all) => {
    const pieces = barOf(memoryOf(all));
    expect(pieces).toHaveLength(all.filter((size) => size > 0n).length);
    let end = 0;
    pieces.forEach(({ start, width }) => {
      expect(start).toBeCloseTo(end, 6);
      expect(width).toBeGreaterThanOrEqual(4 - 1e-9);
      end = start + width;
    });
    expect(end).toBeCloseTo(100, 6);
    pieces.forEach((one) => pieces.forEach((other) => {
      expect(one.bytes <= other.bytes ? one.width <= other.width + 1e-9 : one.width >= other.width - 1e-9).toBe(true);
    }));
  }));
});

test('where none is too narrow, widths are shares', () => {
  expect(barOf(memoryOf([10n, 30n, 60n])).map(({ width }) => width)).toEqual([10, 30, 60]);
});

test('a share that is there is never none', () => {
  expect([shareShown(1n, 1000n), shareShown(10n, 1000n), shareShown(1000n, 1000n)]).toEqual(['< 1%', '1%', '100%']);
});

/** WCAG 2.1, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test.each(Object.entries({ light: LIGHT_FILLS, dark: DARK_FILLS }))('numbers can be read on every fill, %s', (_, fills) => {
  Object.values(fills).forEach(({ fill, ink }) => expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5));
});

test('the picture by itself is whole: its title and words, light and dark, no name that is a tag', () => {
  const svg = memorySvg('orders<b>', [memoryOf([1n, 2n])]);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 520 \d+" /);
  expect(svg).toContain('<title id="title">Memory of orders&lt;b&gt;</title><desc id="desc">TaskManager 3 B. TaskManager: pool 0 1 B, pool 1 2 B.</desc>');
  expect(svg).toContain('prefers-color-scheme:dark');
});
