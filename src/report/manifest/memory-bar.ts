import { HeldIn, RoleMemory } from './manifest-explanation';

/** A pool as a piece of a bar; all pieces together are 100 wide. */
export interface BarPiece {
  /** Stands on the piece and beside its name. */
  readonly number: number;
  readonly title: string;
  readonly heldIn: HeldIn;
  readonly bytes: bigint;
  readonly start: number;
  readonly width: number;
}

/** Room for a digit, also on a phone. */
const NARROWEST = 4;

/** Pieces in proportion, but none so narrow that it could not be seen; what these take too much, the others give in proportion. */
export function barOf({ pools }: RoleMemory): BarPiece[] {
  const shown = pools.filter(({ bytes }) => bytes > 0n);
  const widths = proportional(shown.map(({ bytes }) => Number(bytes)));
  let start = 0;
  return shown.map(({ title, heldIn, bytes }, index) => {
    const piece = { number: index + 1, title, heldIn, bytes, start, width: widths[index] };
    start += widths[index];
    return piece;
  });
}

function proportional(sizes: readonly number[]): number[] {
  const narrow = new Set<number>();
  for (;;) {
    const left = 100 - NARROWEST * narrow.size;
    const whole = sizes.reduce((sum, size, index) => (narrow.has(index) ? sum : sum + size), 0);
    const more = sizes.findIndex((size, index) => !narrow.has(index) && (size / whole) * left < NARROWEST);
    if (more < 0) {
      return sizes.map((size, index) => (narrow.has(index) ? NARROWEST : (size / whole) * left));
    }
    narrow.add(more);
  }
}

/** What the kinds of memory are called, in the order in which a process has them. */
export const HELD_IN: Record<HeldIn, string> = {
  heap: 'JVM heap',
  managed: 'managed by Flink',
  direct: 'direct',
  metaspace: 'metaspace',
  native: 'native, of the JVM',
};
