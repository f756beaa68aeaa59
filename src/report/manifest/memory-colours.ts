import { HeldIn } from './manifest-explanation';

/** A fill, and what is written on it. */
export interface Fill {
  readonly fill: string;
  readonly ink: string;
}

type Fills = Record<HeldIn, Fill>;

const on = (ink: string, fills: Record<HeldIn, string>): Fills =>
  Object.fromEntries(Object.entries(fills).map(([held, fill]) => [held, { fill, ink }])) as Fills;

/** By how the JVM holds a pool, for a light page; pieces of one kind are told apart by the gap and their numbers. */
export const LIGHT_FILLS = on('#ffffff', { heap: '#1f5fae', managed: '#a24a00', direct: '#0b6e63', metaspace: '#6a3fb0', native: '#566070' });
export const DARK_FILLS = on('#0d1117', { heap: '#79b0f5', managed: '#f2a65a', direct: '#4fcfbf', metaspace: '#c4a5f7', native: '#a6b1c0' });

/** CSS variables of the fills, for one side of light and dark. */
export function fillVariables(fills: Fills): string {
  const [{ ink }] = Object.values(fills);
  return `${Object.entries(fills).map(([held, { fill }]) => `--${held}:${fill};`).join('')}--on-fill:${ink};`;
}

export const FILL_RULES = [
  ...Object.keys(LIGHT_FILLS).map((held) => `.${held}{fill:var(--${held});background:var(--${held})}`), '.on{fill:var(--on-fill)}',
].join('');
